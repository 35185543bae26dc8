using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Xinfang.Gateway.Limits;

/// <summary>Counts requests per client. Nearly every request is decided in memory; a lease is renewed before it is used up.</summary>
internal sealed class Limiter(SharedCount shared, LimitSettings settings) : BackgroundService
{
    private const long Forgotten = 5 * 60_000;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Limit, IPAddress), Bucket> _addresses = new();
    private readonly ConcurrentDictionary<string, Bucket> _accounts = new(StringComparer.Ordinal);

    public Bucket Of(Limit limit, IPAddress address)
        => _addresses.TryGetValue((limit, address), out var known) ? known
            : _addresses.GetOrAdd((limit, address), static (k, s) => New(k.Item1, k.Item2.ToString(), s), settings);

    /// <summary>The bucket of an account's or client's requests with a token.</summary>
    public Bucket Of(string account)
        => _accounts.TryGetValue(account, out var known) ? known
            : _accounts.GetOrAdd(account, static (a, s) => New(Limit.Api, "account " + a, s), settings);

    /// <summary>Takes a permit. 0: go on; else whole seconds to wait.</summary>
    public ValueTask<int> TakeAsync(Bucket bucket)
    {
        var now = Environment.TickCount64;
        var left = bucket.Take(now);
        if (left < 0) return bucket.DeniedFor(now) is > 0 and var wait ? new(Seconds(wait)) : LeaseAndTakeAsync(bucket);
        if (left == bucket.Lease / 4 && left > 0 && bucket.Leasing.Wait(0)) _ = LeaseAheadAsync(bucket);
        return new(0);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var old = Environment.TickCount64 - Forgotten;
            foreach (var (key, bucket) in _addresses) if (bucket.LastUsed < old) _addresses.TryRemove(key, out _);
            foreach (var (key, bucket) in _accounts) if (bucket.LastUsed < old) _accounts.TryRemove(key, out _);
        }
    }

    private async ValueTask<int> LeaseAndTakeAsync(Bucket bucket)
    {
        await bucket.Leasing.WaitAsync();
        try
        {
            while (bucket.Take(Environment.TickCount64) < 0)
            {
                if (bucket.DeniedFor(Environment.TickCount64) is > 0 and var denied) return Seconds(denied);
                await LeaseAsync(bucket);
            }
            return 0;
        }
        finally
        {
            bucket.Leasing.Release();
        }
    }

    private async Task LeaseAheadAsync(Bucket bucket)
    {
        try
        {
            await LeaseAsync(bucket);
        }
        finally
        {
            bucket.Leasing.Release();
        }
    }

    private async ValueTask LeaseAsync(Bucket bucket)
    {
        var (granted, wait) = await shared.LeaseAsync(bucket);
        if (granted > 0) bucket.Grant(granted, Environment.TickCount64);
        else bucket.Deny(wait, Environment.TickCount64);
    }

    // An address is a person's data: the shared count has a hash of it, for two minutes.
    private static Bucket New(Limit limit, string client, LimitSettings settings)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(client)).AsSpan(0, 16));
        return new Bucket($"rate:{limit}:{hash}", settings.PerMinute(limit));
    }

    private static int Seconds(long milliseconds) => (int)((milliseconds + 999) / 1000);
}
