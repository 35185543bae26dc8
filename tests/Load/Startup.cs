using System.Diagnostics;
using System.Text.Json;

namespace Xinfang.Load;

/// <summary>Time from start to every resource healthy, on empty data, and the resident memory of each process at rest.</summary>
internal static class Startup
{
    public static async Task<int> RunAsync(Options options)
    {
        var (seconds, memory) = (new List<double>(), new Dictionary<string, double>());
        foreach (var run in Enumerable.Range(1, options.Number("--runs", 3)))
        {
            var start = Stopwatch.GetTimestamp();
            await using var system = await SystemUnderTest.StartAsync(options, CancellationToken.None);
            seconds.Add(Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1));
            memory = system.Processes().ToDictionary(p => p.Key, p => Resident(p.Value));
            Progress.Say($"run {run}: healthy in {seconds[^1]} s");
        }
        foreach (var (name, megabytes) in memory) Console.WriteLine($"{name,-18}{megabytes,8:0} MB");
        Console.WriteLine(JsonSerializer.Serialize(new { command = "startup", seconds, memoryMb = memory, totalMb = memory.Values.Sum() }));
        return 0;
    }

    private static double Resident(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return Math.Round(double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) / 1024);
    }
}
