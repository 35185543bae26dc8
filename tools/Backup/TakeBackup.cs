using System.Globalization;
using Aspire.Hosting.Running;
using Npgsql;

namespace Xinfang.Backup;

/// <summary>
/// A whole backup of a running system. All services' databases lie in one PostgreSQL cluster, so pg_basebackup reads them as of one place in its log: that is
/// what makes them agree. RabbitMQ and Redis are left out on purpose (docs/decisions/0080-backup.md).
/// </summary>
internal static class TakeBackup
{
    /// <summary>Returns the folder of the backup.</summary>
    public static async Task<string> RunAsync(RunningSystem system, Store store, string? recipient, int keep, Action<string> say, CancellationToken ct)
    {
        await Installation.EnsureAsync(["postgresql", "age"], say, ct);
        var began = TimeProvider.System.GetTimestamp();
        await using var connection = await system.ConnectAsync(ct);
        var to = store.RecipientOf(recipient);
        await store.BelongAsync(connection, ct);
        await TakeChanges.HoldAsync(connection, ct);

        var begun = await NowAsync(connection, ct);
        var folder = store.Begin(begun);
        var files = Attachments.In(system.Files).ToHashSet();
        Attachments.Copy(system.Files, store.Files);
        await Age.SealAsync("\"$2\" -D - -Ft -X fetch -Z 1 --checkpoint=fast --no-password", to, Path.Combine(folder, Store.Base), system.Environment(), ct, Path.Combine(RunningSystem.Bin, "pg_basebackup"));
        await Age.SealAsync("cat \"$2\"", to, Path.Combine(folder, Store.Secrets), ct, system.Secrets);
        var consistent = await NowAsync(connection, ct);
        await TakeChanges.RunAsync(system, store, say, ct); // with it the attachments that rows name by now
        files.UnionWith(Attachments.In(system.Files));
        Attachments.Write(Path.Combine(folder, Store.FileList), files.Where(file => File.Exists(Path.Combine(store.Files, file.Name))));

        string[] parts = [Store.Base, Store.Secrets, Store.FileList];
        var version = File.ReadAllText(Path.Combine(system.Data, "postgres", "data", "PG_VERSION")).Trim();
        var done = Store.Finish(folder, new(begun, consistent, version, parts.ToDictionary(part => part, part => new FileInfo(Path.Combine(folder, part)).Length)));
        var removed = Pruning.Run(store, system.Files, keep);
        say(string.Create(CultureInfo.InvariantCulture, $"{done}: {new FileInfo(Path.Combine(done, Store.Base)).Length >> 20} MB in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s{(removed > 0 ? $"; {removed} older removed" : "")}"));
        return done;
    }

    internal static async Task<DateTimeOffset> NowAsync(NpgsqlConnection connection, CancellationToken ct)
        => new(await RunningSystem.ScalarAsync<DateTime>(connection, "select clock_timestamp()", ct));
}
