namespace Xinfang.Gateway.Limits;

/// <summary>
/// One client's permits under one limit. Holds what was leased from the shared count; the lease is a twentieth of a minute's permits,
/// so that small limits are counted exactly and large ones seldom cost a round trip.
/// </summary>
internal sealed class Bucket(string key, int perMinute) : IDisposable
{
    private const int LargestLease = 500;
    private const long LeaseLifetime = 10_000;

    private readonly Lock _own = new();
    private double _ownTokens = perMinute;
    private long _ownAt = Environment.TickCount64;
    private int _permits;
    private long _leasedUntil;
    private long _deniedUntil;

    /// <summary>Name of the shared count.</summary>
    public string Key { get; } = key;

    public int PerMinute { get; } = perMinute;

    /// <summary>How many permits are leased at a time.</summary>
    public int Lease { get; } = Math.Clamp(perMinute / 20, 1, LargestLease);

    /// <summary>Lets one request lease while the others wait for its result.</summary>
    public SemaphoreSlim Leasing { get; } = new(1, 1);

    /// <summary>Milliseconds of the machine's running time.</summary>
    public long LastUsed { get; private set; } = Environment.TickCount64;

    /// <summary>Takes a leased permit. How many are left, or -1 if there was none.</summary>
    public int Take(long now)
    {
        LastUsed = now;
        if (now > Volatile.Read(ref _leasedUntil)) Volatile.Write(ref _permits, 0);
        var left = Interlocked.Decrement(ref _permits);
        if (left >= 0) return left;
        Interlocked.Increment(ref _permits);
        return -1;
    }

    /// <summary>Milliseconds to wait before a permit can be had again; 0 if now.</summary>
    public long DeniedFor(long now) => Math.Max(0, Volatile.Read(ref _deniedUntil) - now);

    public void Grant(int permits, long now)
    {
        Volatile.Write(ref _leasedUntil, now + LeaseLifetime);
        Interlocked.Add(ref _permits, permits);
    }

    public void Deny(long wait, long now) => Volatile.Write(ref _deniedUntil, now + wait);

    /// <summary>The same count kept by this process alone, for when the shared one cannot be reached.</summary>
    public (int Granted, long Wait) LeaseOwn(long now)
    {
        lock (_own)
        {
            var perMillisecond = PerMinute / 60_000.0;
            _ownTokens = Math.Min(PerMinute, _ownTokens + (now - _ownAt) * perMillisecond);
            _ownAt = now;
            var granted = Math.Min(Lease, (int)_ownTokens);
            _ownTokens -= granted;
            return (granted, granted > 0 ? 0 : (long)Math.Ceiling((1 - _ownTokens) / perMillisecond));
        }
    }

    public void Dispose() => Leasing.Dispose();
}
