using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Npgsql;
using Xinfang.Backup;

namespace Xinfang.AppHost.Tests;

/// <summary>Backup and restore on a PostgreSQL alone. What whole systems keep is shown by <c>tests/Load restore-drill</c>.</summary>
public sealed class BackingUpAndRestoring : IDisposable
{
    private const string Attachment = "ab/ab00000000000000000000000000000000000000000000000000000000000000";
    private readonly Folder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private string First => Path.Combine(_folder.Path, "first");
    private string Second => Path.Combine(_folder.Path, "second");
    private string Key => Path.Combine(_folder.Path, "key");
    private Store Store => new(Path.Combine(_folder.Path, "backups"));

    public BackingUpAndRestoring() => Directory.CreateDirectory(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_committed_before_the_last_changes_were_saved_is_in_the_restored_system_and_nothing_twice()
    {
        var instant = await BackUpAsync();

        await Restore.RunAsync(Store, Key, Second, until: null, Ignore, Ct);

        await using (var second = await StartAsync(Second))
        {
            Assert.Equal(["1", "2", "3"], await ReadAsync(second, "select id from kept order by id"));
            // What the broker had taken goes out again, before what waited behind it.
            Assert.Equal(["1 accepted", "2 decided"], await ReadAsync(second, "select position || ' ' || type from outbox order by position"));
            Assert.Equal(["0"], await ReadAsync(second, "select count(*) from sent"));
            Assert.Equal(["waits", "done"], await ReadAsync(second, "select case when published_at is null then 'waits' else 'done' end from feed_event order by id"));
        }
        Assert.Equal("ciphertext", await File.ReadAllTextAsync(Path.Combine(Second, "files", Attachment), Ct));

        var third = Path.Combine(_folder.Path, "third");
        var restored = await Restore.RunAsync(Store, Key, third, instant, Ignore, Ct);
        Assert.True(restored.Until <= instant, $"{restored.Until:O} is after {instant:O}");
        await using var earlier = await StartAsync(third);
        Assert.Equal(["1", "2"], await ReadAsync(earlier, "select id from kept order by id"));
    }

    [Fact]
    public async Task What_does_not_open_is_refused_with_the_reason_and_leaves_nothing_that_could_be_started()
    {
        await BackUpAsync();
        var other = Path.Combine(_folder.Path, "other-key");
        await Age.NewKeyAsync(other, Ct);
        await RefusedAsync("does not open", other);
        await RefusedAsync("There is no key", Path.Combine(_folder.Path, "nowhere"));
        var late = await Assert.ThrowsAsync<BackupException>(() => Restore.RunAsync(Store, Key, Second, new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero), Ignore, Ct));
        Assert.Contains("after everything that was saved", late.Message, StringComparison.Ordinal);
        var early = await Assert.ThrowsAsync<BackupException>(() => Restore.RunAsync(Store, Key, Second, DateTimeOffset.UnixEpoch, Ignore, Ct));
        Assert.Contains("oldest backup", early.Message, StringComparison.Ordinal);

        var segment = Directory.EnumerateFiles(Store.Wal).Order(StringComparer.Ordinal).Last();
        await DamagedAsync(segment, bytes => bytes[..^100], "is damaged and does not open");
        await DamagedAsync(segment, bytes => { bytes[^100] ^= 1; return bytes; }, "is damaged and does not open");
        await DamagedAsync(Path.Combine(Store.Backups[0], Store.Base), bytes => bytes[..^1], "is damaged: ");
        await DamagedAsync(Path.Combine(Store.Backups[0], Store.Base), bytes => { bytes[bytes.Length / 2] ^= 1; return bytes; }, "is damaged and does not open");
        await DamagedAsync(Path.Combine(Store.Files, Attachment), bytes => bytes[..^1], "is damaged: 9 bytes instead of 10");

        await Verify.RunAsync(Store, Key, Ignore, Ct); // with everything back in its place
    }

    [Fact]
    public async Task What_is_older_than_the_backups_kept_goes_and_the_kept_one_can_be_restored_but_not_saved_into_the_same_folder()
    {
        await BackUpAsync();
        var (oldest, segment) = (Store.Backups[0], Directory.EnumerateFiles(Store.Wal).Order(StringComparer.Ordinal).First());
        File.Delete(Path.Combine(First, "files", Attachment)); // as the system does when its time is over
        await using (var first = await StartAsync(First))
        {
            await ReadAsync(first, "insert into kept values (4)");
            await TakeBackup.RunAsync(RunningSystem.In(First, null, Ignore), Store, recipient: null, keep: 1, Ignore, Ct);
        }
        Assert.NotEqual(oldest, Assert.Single(Store.Backups));
        Assert.False(File.Exists(segment));
        Assert.False(File.Exists(Path.Combine(Store.Files, Attachment)));

        await Restore.RunAsync(Store, Key, Second, until: null, Ignore, Ct);
        await using var second = await StartAsync(Second);
        Assert.Equal(["1", "2", "3", "4"], await ReadAsync(second, "select id from kept order by id"));
        var refused = await Assert.ThrowsAsync<BackupException>(() => TakeBackup.RunAsync(RunningSystem.In(Second, null, Ignore), Store, recipient: null, keep: 1, Ignore, Ct));
        Assert.Contains("before it was restored", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_it_lies_in_the_clear()
    {
        await BackUpAsync();
        var secret = RunningSystem.PasswordIn(First);
        foreach (var file in Directory.EnumerateFiles(Store.Folder, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, Ct);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)));
            if (file.EndsWith(".age", StringComparison.Ordinal)) Assert.True(bytes.AsSpan().StartsWith("age-encryption.org/"u8), file);
        }
    }

    /// <summary>A system with one row before the whole backup, one before and one after the instant returned, all saved.</summary>
    private async Task<DateTimeOffset> BackUpAsync()
    {
        await using var system = await StartAsync(First);
        await ReadAsync(system, """
            create table kept (id int);
            insert into kept values (1);
            create table outbox (position bigint generated always as identity primary key, message_id uuid, petition_id uuid, type text, body text, trace_parent text, created_at timestamptz);
            create table sent (position bigint primary key, message_id uuid, petition_id uuid, type text, body text, trace_parent text, created_at timestamptz, sent_at timestamptz);
            create table feed_event (id int, published_at timestamptz, acknowledged_at timestamptz);
            insert into feed_event values (1, now(), null), (2, now(), now());
            insert into outbox (type) values ('accepted'), ('decided');
            with gone as (delete from outbox where position = 1 returning *) insert into sent select *, now() from gone
            """);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(First, "files", Attachment))!);
        await File.WriteAllTextAsync(Path.Combine(First, "files", Attachment), "ciphertext", Ct);
        var saved = RunningSystem.In(First, null, Ignore);

        await TakeBackup.RunAsync(saved, Store, await Age.NewKeyAsync(Key, Ct), keep: 2, Ignore, Ct);
        await ReadAsync(system, "insert into kept values (2)");
        var instant = DateTimeOffset.Parse((await ReadAsync(system, "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"))[0], System.Globalization.CultureInfo.InvariantCulture);
        await ReadAsync(system, "insert into kept values (3)");
        await TakeChanges.RunAsync(saved, Store, Ignore, Ct);
        return instant;
    }

    private async Task DamagedAsync(string path, Func<byte[], byte[]> damage, string reason)
    {
        var whole = await File.ReadAllBytesAsync(path, Ct);
        await File.WriteAllBytesAsync(path, damage([.. whole]), Ct);
        await RefusedAsync(reason, Key);
        await File.WriteAllBytesAsync(path, whole, Ct);
    }

    private async Task RefusedAsync(string reason, string key)
    {
        var refused = await Assert.ThrowsAsync<BackupException>(() => Restore.RunAsync(Store, key, Second, until: null, Ignore, Ct));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Second));
    }

    private static async Task<DistributedApplication> StartAsync(string data)
    {
        var builder = DistributedApplicationTestingBuilder.Create("--data", data);
        builder.AddPostgres("postgres");
        var application = await builder.BuildAsync(Ct);
        await application.StartAsync(Ct);
        await application.HealthyAsync("postgres");
        return application;
    }

    private static async Task<List<string>> ReadAsync(DistributedApplication application, string sql)
    {
        await using var connection = new NpgsqlConnection(await application.GetConnectionStringAsync("postgres", Ct) + ";Pooling=false;Database=postgres");
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(Ct)) rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }

    private static void Ignore(string line)
    {
    }
}
