using System.Collections.Concurrent;
using System.Globalization;
using Aspire.Hosting.Running;
using Npgsql;

namespace Xinfang.Backup;

/// <summary>PostgreSQL on a restored cluster, only as long as it takes to play the changes and to put back what lay in the broker.</summary>
internal sealed class RecoveringServer(string folder, string cluster, string wal, string password)
{
    private const string Owner = "postgres";
    private static string? RunAs => Processes.IsRoot ? Owner : null;

    public sealed record Reached(DateTimeOffset Until, long SentAgain, long PublishedAgain);

    /// <summary>Plays the changes, all of them or until an instant, lets the rows be looked at as they were saved, and stops the server again.</summary>
    /// <param name="until">Null: as far as the changes reach.</param>
    /// <param name="look">Gets the environment with which PostgreSQL's programs find the server.</param>
    /// <param name="ct">Stops the server, too.</param>
    public async Task<Reached> RecoverAsync(DateTimeOffset? until, Func<IReadOnlyDictionary<string, string?>, Task>? look, CancellationToken ct)
    {
        // Settings of the system that was saved have no place here; those of the recovery are given on the command line and are gone with it.
        await File.WriteAllTextAsync(Path.Combine(cluster, "postgresql.auto.conf"), "", ct);
        await File.WriteAllTextAsync(Path.Combine(cluster, "recovery.signal"), "", ct);
        File.SetUnixFileMode(cluster, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (RunAs is { } owner) await Tool.RunAsync(new("chown", ["-R", $"{owner}:", folder], "/"), ct);

        var port = new Ports(null).Next();
        var lines = new ConcurrentQueue<string>();
        using var server = await Child.StartAsync(new(Path.Combine(RunningSystem.Bin, "postgres"), Settings(port, until), "/") { User = RunAs, DeathSignal = "INT", StopSignal = Signal.Interrupt }, (line, _) => lines.Enqueue(line));
        try
        {
            await WaitAsync(server, port, lines, ct);
            if (look is not null) await look(RunningSystem.EnvironmentFor(port, password));
            var reached = new Reached(LastCommit(lines) ?? until ?? default, 0, 0);
            foreach (var database in await DatabasesAsync(port, ct)) reached = await PutBackAsync(reached, port, database, ct);
            return reached;
        }
        finally
        {
            await server.StopAsync(TimeSpan.FromMinutes(2));
            Directory.Delete(wal, recursive: true);
        }
    }

    private List<string> Settings(int port, DateTimeOffset? until)
    {
        List<string> settings =
        [
            "-D", cluster, "-p", port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300",
            "-c", $"restore_command=cp \"{wal}/%f\" \"%p\"", "-c", "recovery_target_action=promote", "-c", "log_min_messages=log", "-c", "log_timezone=UTC",
        ];
        if (until is { } target) settings.AddRange(["-c", string.Create(CultureInfo.InvariantCulture, $"recovery_target_time={target.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}+00")]);
        return settings;
    }

    private async Task WaitAsync(Child server, int port, ConcurrentQueue<string> lines, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(ct))
        {
            if (server.Exited.IsCompleted)
                throw new BackupException(lines.Any(line => line.Contains("recovery ended before configured recovery target was reached", StringComparison.Ordinal))
                    ? "The instant asked for is after everything that was saved."
                    : $"PostgreSQL did not recover:\n{string.Join('\n', lines.TakeLast(10))}");
            if (!lines.Any(line => line.Contains("ready to accept connections", StringComparison.Ordinal))) continue;
            await using var connection = await RunningSystem.ConnectAsync(port, password, "postgres", ct);
            if (!await RunningSystem.ScalarAsync<bool>(connection, "select pg_is_in_recovery()", ct)) return;
        }
    }

    /// <summary>PostgreSQL says "last completed transaction was at log time 2026-11-30 09:30:00.1+00" when it has played everything.</summary>
    private static DateTimeOffset? LastCommit(IEnumerable<string> lines)
    {
        const string Words = "last completed transaction was at log time ";
        return lines.LastOrDefault(line => line.Contains(Words, StringComparison.Ordinal)) is { } said
            && DateTimeOffset.TryParse(said[(said.IndexOf(Words, StringComparison.Ordinal) + Words.Length)..], CultureInfo.InvariantCulture, out var time) ? time : null;
    }

    private async Task<List<string>> DatabasesAsync(int port, CancellationToken ct)
    {
        await using var connection = await RunningSystem.ConnectAsync(port, password, "postgres", ct);
        await using var command = new NpgsqlCommand("select datname from pg_database where not datistemplate order by datname", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new List<string>();
        while (await reader.ReadAsync(ct)) names.Add(reader.GetString(0));
        return names;
    }

    /// <summary>
    /// The broker starts empty. What it had taken from a service goes back into the service's outbox, in its old place, and out again: consumers drop by message
    /// id what they have handled. Events for departments go out again as long as they are not acknowledged; departments drop them by their id.
    /// </summary>
    private async Task<Reached> PutBackAsync(Reached before, int port, string database, CancellationToken ct)
    {
        await using var connection = await RunningSystem.ConnectAsync(port, password, database, ct);
        var (sent, published) = (0L, 0L);
        if (await HasAsync(connection, "sent", ct))
            sent = await RunningSystem.ScalarAsync<long>(connection, """
                with back as (delete from sent returning position, message_id, petition_id, type, body, trace_parent, created_at),
                     again as (insert into outbox (position, message_id, petition_id, type, body, trace_parent, created_at) overriding system value select * from back returning 1)
                select count(*) from again
                """, ct);
        if (await HasAsync(connection, "feed_event", ct))
            published = await RunningSystem.ScalarAsync<long>(connection, """
                with again as (update feed_event set published_at = null where acknowledged_at is null and published_at is not null returning 1) select count(*) from again
                """, ct);
        return before with { SentAgain = before.SentAgain + sent, PublishedAgain = before.PublishedAgain + published };
    }

    private static Task<bool> HasAsync(NpgsqlConnection connection, string table, CancellationToken ct)
        => RunningSystem.ScalarAsync<bool>(connection, $"select to_regclass('public.{table}') is not null", ct);
}
