using System.Globalization;
using Aspire.Hosting.Running;

namespace Xinfang.Backup;

/// <param name="Data">The folder to start with.</param>
/// <param name="Until">Commit of the last act that is in it; PostgreSQL's clock.</param>
/// <param name="SentAgain">Messages between services that the broker had confirmed and that go out again.</param>
/// <param name="PublishedAgain">Events that no department has acknowledged (签收) and that go out again.</param>
internal sealed record Restored(string Data, DateTimeOffset Until, long SentAgain, long PublishedAgain)
{
    /// <summary>How far, for people: without an act since the backup PostgreSQL names no instant.</summary>
    public string Reach => Until == DateTimeOffset.MinValue ? "the end of the backup (nothing was written after it)" : $"{Until:O}";
}

/// <summary>A new data folder out of a backup and the changes after it. If anything is wrong nothing is left that could be started.</summary>
internal static class Restore
{
    public static async Task<Restored> RunAsync(Store store, string key, string data, DateTimeOffset? until, Action<string> say, CancellationToken ct,
        Func<IReadOnlyDictionary<string, string?>, Task>? look = null)
    {
        if (!File.Exists(key)) throw new BackupException($"There is no key in {key}.");
        if (Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any()) throw new BackupException($"{data} is not empty. A system is restored into a new folder.");
        await Installation.EnsureAsync(["postgresql", "age"], say, ct);
        var (backup, manifest) = store.For(until);
        if (!RunningSystem.Bin.Contains($"/{manifest.PostgreSql}/", StringComparison.Ordinal)) throw new BackupException($"The backup is of PostgreSQL {manifest.PostgreSql}, installed is {RunningSystem.Bin}.");
        MissingFiles(store, backup);

        var folder = await DataFolder.OpenAsync(data, fresh: false, say);
        try
        {
            var restored = await FillAsync(folder, store, backup, key, until, look, say, ct);
            folder.Dispose();
            return restored;
        }
        catch
        {
            folder.Dispose();
            Directory.Delete(folder.Path, recursive: true);
            throw;
        }
    }

    private static async Task<Restored> FillAsync(DataFolder folder, Store store, string backup, string key, DateTimeOffset? until,
        Func<IReadOnlyDictionary<string, string?>, Task>? look, Action<string> say, CancellationToken ct)
    {
        say($"from {backup}");
        // First what is smallest: a wrong key is told at once.
        await Age.OpenAsync(Path.Combine(backup, Store.Secrets), key, "{ umask 077; cat > \"$2\"; }", ct, folder.In("secrets.json"));

        var postgres = Directory.CreateDirectory(folder.In("postgres")).FullName;
        var cluster = Directory.CreateDirectory(Path.Combine(postgres, "data")).FullName;
        await Age.OpenAsync(Path.Combine(backup, Store.Base), key, "tar -xz -C \"$2\"", ct, cluster);
        await Tool.RunAsync(new(Path.Combine(RunningSystem.Bin, "pg_verifybackup"), ["--quiet", cluster], "/"), ct);

        var wal = Directory.CreateDirectory(Path.Combine(postgres, "wal")).FullName;
        var segments = await OpenChangesAsync(store, cluster, key, wal, ct);
        say(string.Create(CultureInfo.InvariantCulture, $"{segments} segments of changes"));
        var server = new RecoveringServer(postgres, cluster, wal, RunningSystem.PasswordIn(folder.Path));
        var reached = await server.RecoverAsync(until, look, ct);
        var copied = Attachments.Copy(store.Files, folder.In("files"));
        say(string.Create(CultureInfo.InvariantCulture, $"{copied} attachments"));
        return new(folder.Path, reached.Until, reached.SentAgain, reached.PublishedAgain);
    }

    /// <summary>Decrypts the segments from the backup's first on. Returns how many.</summary>
    private static async Task<int> OpenChangesAsync(Store store, string cluster, string key, string wal, CancellationToken ct)
    {
        // START WAL LOCATION: 0/2000028 (file 000000010000000000000002)
        var label = File.ReadLines(Path.Combine(cluster, "backup_label")).First();
        var first = label[(label.IndexOf("file ", StringComparison.Ordinal) + 5)..].TrimEnd(')');
        var segments = Directory.EnumerateFiles(store.Wal, "*" + Store.SegmentEnd).Select(path => (Path: path, Name: Path.GetFileName(path)[..^Store.SegmentEnd.Length]))
            .Where(segment => string.CompareOrdinal(segment.Name, first) >= 0).ToList();
        foreach (var segment in segments) await Age.OpenAsync(segment.Path, key, "gunzip > \"$2\"", ct, Path.Combine(wal, segment.Name));
        return segments.Count;
    }

    private static void MissingFiles(Store store, string backup)
    {
        foreach (var (name, size) in Attachments.Read(Path.Combine(backup, Store.FileList)))
            if (new FileInfo(Path.Combine(store.Files, name)) is var file && (!file.Exists || file.Length != size))
                throw new BackupException($"{file.FullName} is damaged: {(file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} bytes instead of {size}") : "it is missing")}.");
    }
}
