using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Aspire.Hosting.Running;

/// <summary>
/// Everything one system keeps: data of the servers, generated secrets, logs, and the list of its processes.
/// One system at a time may use it; a lock file held open says so.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private const string Marker = "xinfang-data";
    private const UnixFileMode Passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream _lock;
    private readonly Lock _once = new();
    private readonly bool _temporary;
    private readonly Dictionary<string, string> _secrets;
    private readonly Dictionary<int, long> _processes = [];

    private DataFolder(string path, FileStream locked, bool temporary)
    {
        (Path, _lock, _temporary) = (path, locked, temporary);
        _secrets = File.Exists(SecretsFile) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(SecretsFile)) ?? [] : [];
        Directory.CreateDirectory(Logs);
        Directory.CreateDirectory(Telemetry);
    }

    public string Path { get; }
    public string Logs => In("logs");
    public string Telemetry => In("telemetry");
    private string SecretsFile => In("secrets.json");
    private string ProcessesFile => In("processes");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Opens it, ends what a killed AppHost may have left running, and empties it if <paramref name="fresh"/>.</summary>
    public static async Task<DataFolder> OpenAsync(string path, bool fresh, Action<string> say)
    {
        path = Reachable(System.IO.Path.GetFullPath(path), say);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !File.Exists(System.IO.Path.Combine(path, Marker)))
            throw new DistributedApplicationException($"{path} is not empty and was not made by this program. Choose another folder with --data.");
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, Passable);
        File.WriteAllText(System.IO.Path.Combine(path, Marker), "The data of one system. Delete it with --fresh, or while the system does not run.\n");
        var locked = Lock(path) ?? throw new DistributedApplicationException(
            $"Another system is running with the data in {path}. Stop it, or start this one beside it with --port N --data DIR.");
        await EndLeftoversAsync(path, say);
        if (fresh)
            foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos().Where(entry => entry.Name is not (Marker or "lock")))
                if (entry is DirectoryInfo folder) folder.Delete(recursive: true); else entry.Delete();
        return new(path, locked, temporary: false);
    }

    /// <summary>A new folder that <see cref="Dispose"/> removes. Removes those of killed tests, too.</summary>
    public static async Task<DataFolder> OpenTemporaryAsync()
    {
        var root = PassableFor(System.IO.Path.GetTempPath()) ? System.IO.Path.GetTempPath() : "/tmp";
        foreach (var old in Directory.EnumerateDirectories(root, "xinfang-test-*"))
        {
            try
            {
                if (Directory.GetCreationTimeUtc(old) > TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1) || Lock(old) is not { } unused) continue;
                await EndLeftoversAsync(old, _ => { });
                Directory.Delete(old, recursive: true);
                await unused.DisposeAsync();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another user's, or another test process removes it at this moment.
            }
        }
        var path = System.IO.Path.Combine(root, "xinfang-test-" + Guid.CreateVersion7().ToString("n", CultureInfo.InvariantCulture)[^12..]);
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, Passable);
        File.WriteAllText(System.IO.Path.Combine(path, Marker), "");
        return new(path, Lock(path)!, temporary: true);
    }

    /// <summary>The value kept under this name, or a new one that is kept from now on.</summary>
    public string Keep(string name, Func<string> make)
    {
        lock (_once)
        {
            if (_secrets.TryGetValue(name, out var kept)) return kept;
            _secrets[name] = kept = make();
            WritePrivate(SecretsFile, JsonSerializer.Serialize(_secrets));
            return kept;
        }
    }

    public void Note(int pid, long started) { lock (_once) { _processes[pid] = started; WriteProcesses(); } }
    public void Forget(int pid) { lock (_once) { _processes.Remove(pid); WriteProcesses(); } }

    public static void WritePrivate(string path, string text)
    {
        var part = path + ".part";
        using (var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = Private }))
            file.Write(Encoding.UTF8.GetBytes(text));
        File.Move(part, path, overwrite: true);
    }

    public void Dispose()
    {
        if (_temporary && Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        _lock.Dispose();
    }

    private static FileStream? Lock(string path)
    {
        try
        {
            return new(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void WriteProcesses()
    {
        if (Directory.Exists(Path))
            File.WriteAllLines(ProcessesFile, _processes.Select(process => string.Create(CultureInfo.InvariantCulture, $"{process.Key} {process.Value}")));
    }

    private static async Task EndLeftoversAsync(string path, Action<string> say)
    {
        var file = System.IO.Path.Combine(path, "processes");
        if (!File.Exists(file)) return;
        // Pid and start time together name a process: a stranger that got the same pid later is left alone.
        var left = File.ReadLines(file).Select(line => line.Split(' ')).Where(parts => parts.Length == 2)
            .Select(parts => (Pid: int.Parse(parts[0], CultureInfo.InvariantCulture), Started: long.Parse(parts[1], CultureInfo.InvariantCulture)))
            .Where(Processes.IsAlive).ToList();
        if (left.Count > 0) say($"ending {left.Count} processes that a killed run left behind");
        await Processes.EndAsync(left.SelectMany(process => Processes.Descendants(process.Pid)).Concat(left).ToList());
        File.Delete(file);
    }

    /// <summary>Where the data of a folder lies: PostgreSQL refuses root, and its own user must be able to walk to its data.</summary>
    public static string Reachable(string path, Action<string> say)
    {
        if (!Processes.IsRoot || PassableFor(System.IO.Path.GetDirectoryName(path) ?? "/")) return path;
        var elsewhere = "/var/lib/xinfang/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
        say($"the user postgres cannot reach {path}, so the data is in {elsewhere}");
        return elsewhere;
    }

    private static bool PassableFor(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
            if (folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute)) return false;
        return true;
    }
}
