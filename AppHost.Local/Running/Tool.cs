using System.Text;

namespace Aspire.Hosting.Running;

/// <summary>Runs a short program to its end.</summary>
internal static class Tool
{
    /// <summary>Its output; throws with it if the exit code is not 0.</summary>
    public static async Task<string> RunAsync(Launch launch, CancellationToken ct)
    {
        var text = new StringBuilder();
        using var child = await Child.StartAsync(launch, (line, _) => { lock (text) text.AppendLine(line); });
        await using var _ = ct.Register(() => child.Send(Signal.Kill));
        var code = await child.Exited;
        ct.ThrowIfCancellationRequested();
        lock (text)
            return code == 0 ? text.ToString() : throw new DistributedApplicationException($"{launch.Command} {string.Join(' ', launch.Arguments.Take(6))} … ended with {code}:\n{text}");
    }

    /// <summary>The path of a program, or null.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/local/sbin", "/usr/sbin", "/usr/bin"])
        .Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
