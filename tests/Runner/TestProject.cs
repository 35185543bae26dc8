using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Xinfang.Runner;

/// <summary>What a test project reported. A project that ran no test or broke off has not ended well.</summary>
/// <param name="Failures">Names of the tests that failed.</param>
internal sealed record TestRun(int Passed, int Failed, int Skipped, double Seconds, bool Ended, IReadOnlyList<string> Failures);

/// <summary>A built test project: an executable of Microsoft.Testing.Platform.</summary>
internal sealed partial class TestProject(string path)
{
    /// <summary>From the cheap and pure to the whole system: what fails early says most.</summary>
    private static readonly string[] Order = ["Law", "ServiceDefaults", "Contracts", "Architecture", "Intake", "CaseHandling", "DepartmentFeed", "Identity", "Outreach", "Training", "Insight", "Gateway", "Portal", "AppHost", "EndToEnd"];

    public string Name { get; } = Path.GetFileNameWithoutExtension(path)["Xinfang.".Length..];

    /// <summary>The test projects beside this one, built in the same configuration.</summary>
    public static IReadOnlyList<TestProject> Find(string here, string[] filters)
    {
        var output = new DirectoryInfo(here.TrimEnd(Path.DirectorySeparatorChar));
        var tail = Path.Combine("bin", output.Parent!.Name, output.Name);
        var tests = output.Parent.Parent!.Parent!.Parent!;
        return [.. tests.EnumerateDirectories("*.Tests")
            .Select(folder => Path.Combine(folder.FullName, tail, $"Xinfang.{folder.Name}.dll"))
            .Where(File.Exists)
            .Select(dll => new TestProject(dll))
            .Where(p => filters.Length == 0 || filters.Any(f => p.Name.Contains(f, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(p => Rank(p.Name)).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }

    public async Task<TestRun> RunAsync(IReadOnlyDictionary<string, string> environment)
    {
        Console.WriteLine($"--- {Name}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(path)! };
        foreach (var argument in (string[])["exec", path, "--progress", "off", "--no-ansi"]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;

        var watch = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var summary = new Dictionary<string, int>(StringComparer.Ordinal);
        var failures = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (FailureLine().Match(line) is { Success: true } failure) failures.Add(failure.Groups[1].Value);
            if (SummaryLine().Match(line) is { Success: true } match)
                summary[match.Groups[1].Value] = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            else if (!line.StartsWith("xUnit.net", StringComparison.Ordinal)) Console.WriteLine(line);
        }
        await process.WaitForExitAsync();
        var passed = summary.GetValueOrDefault("succeeded");
        return new(passed, summary.GetValueOrDefault("failed"), summary.GetValueOrDefault("skipped"),
            Stopwatch.GetElapsedTime(watch).TotalSeconds, process.ExitCode == 0 && passed > 0, failures);
    }

    private static int Rank(string name) => Array.FindIndex(Order, o => name.StartsWith(o, StringComparison.Ordinal)) is var i and >= 0 ? i : Order.Length - 1;

    [GeneratedRegex(@"^\s+(total|failed|succeeded|skipped): (\d+)$")]
    private static partial Regex SummaryLine();

    [GeneratedRegex(@"^failed (Xinfang\.\S+)")]
    private static partial Regex FailureLine();
}
