using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Xinfang.Backup;

/// <summary>What is said in the clear about one whole backup. Nothing of it is about people.</summary>
/// <param name="Begun">Everything acknowledged before is in it. PostgreSQL's clock.</param>
/// <param name="Consistent">It can be restored to this instant and, with the changes, to every later one.</param>
/// <param name="PostgreSql">Major version that wrote it.</param>
/// <param name="Sizes">Bytes of each encrypted part.</param>
internal sealed record Manifest(DateTimeOffset Begun, DateTimeOffset Consistent, string PostgreSql, IReadOnlyDictionary<string, long> Sizes);

/// <summary>
/// The folder of one system's backups: a folder per whole backup, <c>wal/</c> with every change since the oldest, <c>files/</c> with the attachments (as
/// they lie in the system: encrypted, named by keyed hashes), the recipient, and which system it is.
/// </summary>
internal sealed class Store(string folder)
{
    public const string Base = "base.tar.gz.age", Secrets = "secrets.json.age", FileList = "files.txt", SegmentEnd = ".gz.age";
    private const string ManifestFile = "manifest.json", Part = ".part";

    public string Folder { get; } = Path.GetFullPath(folder);
    public string Wal => Directory.CreateDirectory(Path.Combine(Folder, "wal")).FullName;
    public string Files => Directory.CreateDirectory(Path.Combine(Folder, "files")).FullName;
    private string RecipientFile => Path.Combine(Folder, "recipient");

    /// <summary>Whole backups, the oldest first.</summary>
    public IReadOnlyList<string> Backups => !Directory.Exists(Folder) ? []
        : [.. Directory.EnumerateDirectories(Folder).Where(backup => File.Exists(Path.Combine(backup, ManifestFile)) && !backup.EndsWith(Part, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The recipient given now, or the one of the first backup.</summary>
    public string RecipientOf(string? given)
    {
        if (!Directory.Exists(Folder)) Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (given is null) return File.Exists(RecipientFile) ? File.ReadAllText(RecipientFile).Trim() : throw new BackupException($"{Folder} has no recipient yet: --recipient age1…, as ./run backup-key prints it.");
        File.WriteAllText(RecipientFile, given + "\n");
        return given;
    }

    /// <summary>Refuses the backups of another system, and of this one from before it was restored: their changes would overwrite each other.</summary>
    public async Task BelongAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var system = await RunningSystem.ScalarAsync<string>(connection, "select s.system_identifier || ' timeline ' || c.timeline_id from pg_control_system() s, pg_control_checkpoint() c", ct);
        var path = Path.Combine(Folder, "system");
        if (!File.Exists(path)) File.WriteAllText(path, system + "\n");
        else if (File.ReadAllText(path).Trim() is var other && other != system)
            throw new BackupException($"{Folder} holds the backups of another system, or of this one before it was restored ({other}, not {system}). Choose another folder.");
    }

    /// <summary>A folder for a new backup that does not count until it is finished.</summary>
    public string Begin(DateTimeOffset at)
    {
        var path = Path.Combine(Folder, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH-mm-ss'Z'", CultureInfo.InvariantCulture) + Part);
        return Directory.CreateDirectory(path).FullName;
    }

    public static string Finish(string begun, Manifest manifest)
    {
        File.WriteAllText(Path.Combine(begun, ManifestFile), JsonSerializer.Serialize(manifest));
        Directory.Move(begun, begun[..^Part.Length]);
        return begun[..^Part.Length];
    }

    public static Manifest ManifestOf(string backup) => JsonSerializer.Deserialize<Manifest>(File.ReadAllText(Path.Combine(backup, ManifestFile)))
        ?? throw new BackupException($"{backup} has no manifest.");

    /// <summary>The newest backup from which an instant can be reached; every part of it as long as when it was written.</summary>
    public (string Backup, Manifest Manifest) For(DateTimeOffset? until)
    {
        if (Backups.Count == 0) throw new BackupException($"{Folder} holds no backup.");
        foreach (var backup in Backups.Reverse())
        {
            var manifest = ManifestOf(backup);
            if (until < manifest.Consistent) continue;
            foreach (var (name, size) in manifest.Sizes)
                if (new FileInfo(Path.Combine(backup, name)) is var part && (!part.Exists || part.Length != size))
                    throw new BackupException($"{part.FullName} is damaged: {(part.Exists ? string.Create(CultureInfo.InvariantCulture, $"{part.Length} bytes instead of {size}") : "it is missing")}.");
            return (backup, manifest);
        }
        throw new BackupException(string.Create(CultureInfo.InvariantCulture, $"The oldest backup in {Folder} is of {ManifestOf(Backups[0]).Consistent:O}, after the instant asked for."));
    }
}
