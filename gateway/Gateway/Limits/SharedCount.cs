using StackExchange.Redis;

namespace Xinfang.Gateway.Limits;

/// <summary>
/// Token buckets in Redis, shared by the replicas of the gateway. When Redis does not answer, each replica counts alone for a second and
/// tries again: an outage of Redis is never one of the gateway.
/// </summary>
internal sealed partial class SharedCount(IConnectionMultiplexer? redis, ILogger<SharedCount> log)
{
    private const long Pause = 1_000;

    private const string Script = """
        local capacity = tonumber(ARGV[1])
        local rate = capacity / 60000
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
        local tokens = tonumber(bucket[1]) or capacity
        tokens = math.min(capacity, tokens + (now - (tonumber(bucket[2]) or now)) * rate)
        local granted = math.min(tonumber(ARGV[2]), math.floor(tokens))
        redis.call('HSET', KEYS[1], 'tokens', tokens - granted, 'at', now)
        redis.call('PEXPIRE', KEYS[1], 120000)
        if granted > 0 then return {granted, 0} end
        return {0, math.ceil((1 - tokens) / rate)}
        """;

    private long _awayUntil;

    /// <summary>Leases permits; none granted: milliseconds to wait.</summary>
    public async ValueTask<(int Granted, long Wait)> LeaseAsync(Bucket bucket)
    {
        var now = Environment.TickCount64;
        if (redis is null || now < Volatile.Read(ref _awayUntil)) return bucket.LeaseOwn(now);
        if (!redis.IsConnected) return Without(bucket, now, null);
        try
        {
            var answer = (RedisResult[]?)await redis.GetDatabase().ScriptEvaluateAsync(Script, [bucket.Key], [bucket.PerMinute, bucket.Lease]);
            return ((int)answer![0], (long)answer[1]);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return Without(bucket, now, e);
        }
    }

    private (int, long) Without(Bucket bucket, long now, Exception? e)
    {
        Volatile.Write(ref _awayUntil, now + Pause);
        LogAway(e);
        return bucket.LeaseOwn(now);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer; this replica counts requests alone")]
    private partial void LogAway(Exception? exception);
}
