using System.Globalization;
using Aspire.Hosting.Running;
using Npgsql;

namespace Xinfang.Backup;

/// <summary>
/// Everything that was written since the last time: the segments of PostgreSQL's log, received by pg_receivewal through a replication slot (the server keeps
/// what was not received), and new attachments. Whatever was acknowledged before this began can be restored once it has returned.
/// </summary>
internal static class TakeChanges
{
    private const string Slot = "xinfang_backup";

    /// <summary>From now on the server keeps what was not received.</summary>
    public static async Task HoldAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var state = await RunningSystem.ScalarAsync<string>(connection, $"select coalesce((select wal_status from pg_replication_slots where slot_name = '{Slot}'), '')", ct);
        if (state == "lost") await RunningSystem.ScalarAsync<object>(connection, $"select pg_drop_replication_slot('{Slot}')::text", ct);
        if (state is "" or "lost") await RunningSystem.ScalarAsync<object>(connection, $"select pg_create_physical_replication_slot('{Slot}', true)::text", ct);
    }

    /// <summary>Returns how many segments came.</summary>
    public static async Task<int> RunAsync(RunningSystem system, Store store, Action<string> say, CancellationToken ct)
    {
        await using var connection = await system.ConnectAsync(ct);
        var recipient = store.RecipientOf(null);
        await store.BelongAsync(connection, ct);
        if (await RunningSystem.ScalarAsync<string>(connection, $"select coalesce((select wal_status from pg_replication_slots where slot_name = '{Slot}'), 'missing')", ct) is "lost" or "missing")
            throw new BackupException("PostgreSQL has not kept the changes since the last time: take a whole backup now.");

        var end = await SwitchAsync(connection, ct);
        var received = Directory.CreateDirectory(system.Received, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        await Tool.RunAsync(new(Path.Combine(RunningSystem.Bin, "pg_receivewal"), ["-D", received, "--slot", Slot, "--endpos", end, "--no-loop", "--status-interval=0", "--no-password"], "/") { Environment = system.Environment() }, ct);
        var files = Attachments.Copy(system.Files, store.Files);

        var segments = Directory.EnumerateFiles(received).Where(path => !path.EndsWith(".partial", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        foreach (var segment in segments)
        {
            await Age.SealAsync("gzip -1 < \"$2\"", recipient, Path.Combine(store.Wal, Path.GetFileName(segment) + Store.SegmentEnd), ct, segment);
            File.Delete(segment);
        }
        // Only what lies in the store may be forgotten by the server.
        if (segments.Count > 0) await RunningSystem.ScalarAsync<object>(connection, $"select pg_replication_slot_advance('{Slot}', '{end}'::pg_lsn + 1)::text", ct);
        say(string.Create(CultureInfo.InvariantCulture, $"changes up to {end}: {segments.Count} segments, {files} attachments"));
        return segments.Count;
    }

    /// <summary>Ends the segment that is being written and returns the last place in it.</summary>
    private static async Task<string> SwitchAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var size = await RunningSystem.ScalarAsync<long>(connection, "select pg_size_bytes(current_setting('wal_segment_size'))", ct);
        var at = (long)await RunningSystem.ScalarAsync<decimal>(connection, "select pg_switch_wal() - '0/0'::pg_lsn", ct);
        var last = (at + size - 1) / size * size - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{last >> 32:X}/{last & 0xFFFFFFFF:X}");
    }
}
