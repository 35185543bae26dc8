using System.Globalization;
using System.Threading.RateLimiting;

namespace Xinfang.Intake.Api.Progress;

/// <summary>
/// Attempts per petition number and minute, whoever makes them and whether the number exists or not. The gateway limits per
/// client; this limits guessing at one number from many clients.
/// </summary>
internal sealed class QueryLimit(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(number =>
        RateLimitPartition.GetFixedWindowLimiter(number, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = int.Parse(configuration["RateLimits:QueryPerMinute"] ?? "20", CultureInfo.InvariantCulture),
            Window = TimeSpan.FromMinutes(1),
        }));

    /// <summary>False when this number has been tried too often.</summary>
    public bool Allows(string number)
    {
        using var lease = _limiter.AttemptAcquire(number);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
