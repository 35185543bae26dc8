using System.Globalization;

namespace Xinfang.EndToEnd.Tests.Running;

/// <summary>What the kernel says a process holds (proc(5)).</summary>
internal static class Memory
{
    /// <summary>Begins to count the most anew; what is held now, in bytes.</summary>
    public static long Begin(int process)
    {
        File.WriteAllText($"/proc/{process}/clear_refs", "5");
        return Read(process, "VmRSS:");
    }

    /// <summary>The most that was held since <see cref="Begin"/>.</summary>
    public static long Most(int process) => Read(process, "VmHWM:");

    private static long Read(int process, string name) =>
        1024 * long.Parse(File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
