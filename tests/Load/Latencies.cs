using System.Collections.Concurrent;
using System.Diagnostics;

namespace Xinfang.Load;

/// <summary>Latencies by step, in milliseconds; percentiles by nearest rank.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _steps = new(StringComparer.Ordinal);

    public void Add(string step, double milliseconds) => _steps.GetOrAdd(step, _ => []).Add(milliseconds);

    public async Task<T> TimeAsync<T>(string step, Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        Add(step, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    public IEnumerable<(string Step, Percentiles Value)> All => _steps.OrderBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => (s.Key, Percentiles.Of(s.Value)));
}

/// <summary>Count and nearest-rank percentiles in milliseconds.</summary>
internal sealed record Percentiles(int Count, double P50, double P95, double P99)
{
    public static Percentiles Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? new(0, 0, 0, 0) : new(sorted.Length, At(0.50), At(0.95), At(0.99));

        double At(double share) => Math.Round(sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)], 1);
    }
}
