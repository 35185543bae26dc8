using System.Globalization;
using Aspire.Hosting.Running;

namespace Xinfang.Backup;

/// <summary>A backup is worth what a restore of it is: restores the newest with all changes into a temporary folder, has every row read, and removes it.</summary>
internal static class Verify
{
    public static async Task RunAsync(Store store, string key, Action<string> say, CancellationToken ct)
    {
        var folder = Path.Combine(Path.GetTempPath(), "xinfang-verify-" + Guid.CreateVersion7().ToString("n", CultureInfo.InvariantCulture)[^12..]);
        var restored = await Restore.RunAsync(store, key, folder, until: null, say, ct,
            server => Tool.RunAsync(new(Path.Combine(RunningSystem.Bin, "pg_dumpall"), ["--file=/dev/null", "--no-sync", "--no-password"], "/") { Environment = server }, ct));
        Directory.Delete(restored.Data, recursive: true);
        say(string.Create(CultureInfo.InvariantCulture, $"whole: restored up to {restored.Reach}, every row read"));
    }
}
