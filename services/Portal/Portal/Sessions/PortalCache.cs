using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using OpenTelemetry.Instrumentation.StackExchangeRedis;
using StackExchange.Redis;

namespace Xinfang.Portal.Sessions;

/// <summary>
/// Sessions, drafts and keys live in Redis, and in this process while Redis is away: losing it loses sessions, never data,
/// and the Portal answers without it.
/// </summary>
internal sealed partial class PortalCache : IDistributedCache, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly MemoryDistributedCache _memory = new(Options.Create(new MemoryDistributedCacheOptions { SizeLimit = 64 * 1024 * 1024 }));
    private readonly Lazy<Task<IConnectionMultiplexer?>> _redis;
    private readonly ILogger<PortalCache> _logger;
    private readonly TimeProvider _time;

    public PortalCache(IConfiguration configuration, TimeProvider time, ILogger<PortalCache> logger, StackExchangeRedisInstrumentation? spans = null)
    {
        (_logger, _time) = (logger, time);
        var connection = configuration.GetConnectionString("cache");
        _redis = new(() => Connect(connection, spans));
    }

    /// <summary>The database, when it answers.</summary>
    public async Task<IDatabase?> Redis() =>
        await _redis.Value is { IsConnected: true } redis ? redis.GetDatabase() : null;

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default) =>
        await Ask(redis => redis.StringGetAsync(Name(key))) is { HasValue: true } value
            ? (byte[]?)value
            : await _memory.GetAsync(key, token);

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        var life = options.AbsoluteExpirationRelativeToNow ?? options.AbsoluteExpiration - _time.GetUtcNow() ?? options.SlidingExpiration;
        if (await Ask(redis => redis.StringSetAsync(Name(key), value, life is { } span ? new Expiration(span) : Expiration.Persist)) is true) return;
        await _memory.SetAsync(key, value, options, token);
    }

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        await Ask(redis => redis.KeyDeleteAsync(Name(key)));
        await _memory.RemoveAsync(key, token);
    }

    // Everything here is written again whole, with a new life; nothing slides on reading.
    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public byte[]? Get(string key) => GetAsync(key).GetAwaiter().GetResult();
    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => SetAsync(key, value, options).GetAwaiter().GetResult();
    public void Remove(string key) => RemoveAsync(key).GetAwaiter().GetResult();
    public void Refresh(string key) { }

    public async ValueTask DisposeAsync()
    {
        if (_redis.IsValueCreated && await _redis.Value is { } redis) await redis.DisposeAsync();
    }

    private async Task<T?> Ask<T>(Func<IDatabase, Task<T>> question)
    {
        try
        {
            return await Redis() is { } redis ? await question(redis) : default;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            LogAway(e.Message);
            return default;
        }
    }

    private static async Task<IConnectionMultiplexer?> Connect(string? connection, StackExchangeRedisInstrumentation? spans)
    {
        if (string.IsNullOrWhiteSpace(connection)) return null;
        var options = ConfigurationOptions.Parse(connection);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectTimeout = options.SyncTimeout = options.AsyncTimeout = (int)Patience.TotalMilliseconds;
        options.ClientName = "portal";
        var redis = await ConnectionMultiplexer.ConnectAsync(options);
        spans?.AddConnection(redis);
        return redis;
    }

    private static RedisKey Name(string key) => "portal:" + key;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis did not answer, this process keeps the session for now: {reason}")]
    private partial void LogAway(string reason);
}
