using System.Globalization;
using System.Text.Json;
using Aspire.Hosting.Running;
using Npgsql;

namespace Xinfang.Backup;

/// <summary>A system that runs with a data folder: its PostgreSQL, its attachments, its secrets.</summary>
internal sealed class RunningSystem(string data, string files)
{
    private const string User = "postgres";

    public string Data => data;

    public string Secrets => Path.Combine(data, "secrets.json");

    /// <summary>The folder of the attachments.</summary>
    public string Files => files;

    /// <summary>Where received segments lie until they are encrypted.</summary>
    public string Received => Path.Combine(data, "backup-wal");

    public string Password => PasswordIn(data);

    public static RunningSystem In(string data, string? files, Action<string> say)
    {
        data = DataFolder.Reachable(Path.GetFullPath(data), say);
        return new(data, files ?? Path.Combine(data, "files"));
    }

    /// <summary>Password of PostgreSQL's superuser, as the data folder keeps it.</summary>
    public static string PasswordIn(string data)
    {
        var path = Path.Combine(data, "secrets.json");
        if (!File.Exists(path)) throw new BackupException($"{path} is missing: no system has run with this folder.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!.GetValueOrDefault("postgres-password") ?? throw new BackupException($"{path} does not hold the password of PostgreSQL.");
    }

    /// <summary>PostgreSQL writes its port into the fourth line of postmaster.pid (storage/lmgr, "LOCK_FILE_LINE_PORT").</summary>
    public int Port()
    {
        var path = Path.Combine(data, "postgres", "data", "postmaster.pid");
        return File.Exists(path) && File.ReadLines(path).Skip(3).FirstOrDefault() is { } line && int.TryParse(line, CultureInfo.InvariantCulture, out var port) ? port
            : throw new BackupException($"No system runs with the data in {data}; a backup is taken from a running one.");
    }

    /// <summary>The server programs find the running server with these; arguments would be seen by every user of the machine.</summary>
    public IReadOnlyDictionary<string, string?> Environment() => EnvironmentFor(Port(), Password);

    public static IReadOnlyDictionary<string, string?> EnvironmentFor(int port, string password) => new Dictionary<string, string?>
    {
        ["PGHOST"] = "127.0.0.1",
        ["PGPORT"] = port.ToString(CultureInfo.InvariantCulture),
        ["PGUSER"] = User,
        ["PGPASSWORD"] = password,
    };

    public static string Bin => Installation.Postgres ?? throw new BackupException("PostgreSQL is not installed.");

    public async Task<NpgsqlConnection> ConnectAsync(CancellationToken ct) => await ConnectAsync(Port(), Password, "postgres", ct);

    public static async Task<NpgsqlConnection> ConnectAsync(int port, string password, string database, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = User, Password = password, Database = database, Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }
}
