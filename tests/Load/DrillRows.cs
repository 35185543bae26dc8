using System.Globalization;
using Npgsql;
using Xinfang.Contracts;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Load;

/// <summary>What lies in the databases of all services on one PostgreSQL, read past them.</summary>
/// <param name="server">As PostgreSQL's own programs find it: PGHOST, PGPORT, PGUSER, PGPASSWORD.</param>
internal sealed class DrillRows(IReadOnlyDictionary<string, string?> server)
{
    public static IReadOnlyList<string> Databases { get; } = ["identitydb", .. Subscriptions.ByQueue.Keys.Select(DatabaseOf)];

    private static readonly MessageTypes Types = new(typeof(Subscriptions).Assembly);

    /// <summary>Every table with the number of its rows and a hash over all of them: "intakedb.petition" → "12 d41d…". Not counted_state, in which insight notes every few seconds that it has nothing to do.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FingerprintAsync()
    {
        var prints = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var database in Databases)
            foreach (var table in await ReadAsync(database, "select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename <> 'counted_state'", reader => reader.GetString(0)))
                prints[$"{database}.{table}"] = (await ReadAsync(database, $"select count(*) || ' ' || coalesce(md5(string_agg(h, '' order by h)), '') from (select md5(t::text) as h from {table} t) hashed", reader => reader.GetString(0)))[0];
        return prints;
    }

    /// <summary>Links of every record chain: service, petition and number → hash.</summary>
    public async Task<IReadOnlyDictionary<(string Database, Guid Petition, int Seq), string>> RecordAsync()
    {
        var links = new Dictionary<(string, Guid, int), string>();
        foreach (var database in Databases.Skip(1))
            foreach (var (petition, seq, hash) in await ReadAsync(database, "select petition_id, seq::int, encode(hash, 'hex') from record", reader => (reader.GetGuid(0), reader.GetInt32(1), reader.GetString(2))))
                links[(database, petition, seq)] = hash;
        return links;
    }

    /// <summary>Rows of a table of one service about some petitions, each as text.</summary>
    public async Task<IReadOnlyList<string>> AboutAsync(string database, string table, string key, IReadOnlyCollection<Guid> petitions)
        => await ReadAsync(database, $"select t::text from {table} t where {key} = any($1) order by 1", reader => reader.GetString(0), petitions.ToArray());

    /// <summary>Events that a service has told and that a subscriber has not handled: still in the outbox, in the broker, or lost. Insight's log is its own inbox.</summary>
    /// <param name="inBroker">Only those that had left the outbox: what a restored system would lose if it did not send them again.</param>
    public async Task<int> UnhandledAsync(bool inBroker = false)
    {
        var handled = new HashSet<(Guid, string)>();
        foreach (var queue in Subscriptions.ByQueue.Keys)
            handled.UnionWith(await ReadAsync(DatabaseOf(queue), queue == "insight" ? "select message_id, 'insight' from told" : "select message_id, endpoint from inbox", reader => (reader.GetGuid(0), reader.GetString(1))));
        var unhandled = 0;
        foreach (var database in Databases.Skip(1))
            foreach (var (id, type) in await ReadAsync(database, inBroker ? "select message_id, type from sent" : "select message_id, type from outbox union all select message_id, type from sent", reader => (reader.GetGuid(0), reader.GetString(1))))
                unhandled += Subscriptions.ByQueue.Count(queue => queue.Value.Any(contract => Types.NameOf(contract) == type) && !handled.Contains((id, queue.Key)));
        return unhandled;
    }

    /// <summary>Nothing is on its way any more, neither between services nor to departments.</summary>
    public async Task<bool> RestsAsync()
    {
        foreach (var database in Databases.Skip(1))
            if ((await ReadAsync(database, "select count(*) from outbox", reader => reader.GetInt64(0)))[0] > 0) return false;
        return (await ReadAsync("departmentfeeddb", "select count(*) from feed_event where published_at is null", reader => reader.GetInt64(0)))[0] == 0 && await UnhandledAsync() == 0;
    }

    /// <summary>Which events departments have acknowledged (签收), and when.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTime>> AcknowledgedAsync()
        => (await ReadAsync("departmentfeeddb", "select id, acknowledged_at from feed_event where acknowledged_at is not null", reader => (reader.GetGuid(0), reader.GetDateTime(1)))).ToDictionary();

    /// <summary>Attachments that a row tells of, and where their content lies below the folder of the attachments.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> AttachmentsAsync()
        => (await ReadAsync("intakedb", "select id, encode(address, 'hex') from attachment", reader => (reader.GetGuid(0), reader.GetString(1)))).ToDictionary(row => row.Item1, row => $"{row.Item2[..2]}/{row.Item2}");

    /// <summary>Petitions that Intake has.</summary>
    public async Task<IReadOnlySet<Guid>> PetitionsAsync() => (await ReadAsync("intakedb", "select id from petition", reader => reader.GetGuid(0))).ToHashSet();

    /// <summary>Events in the feed's log.</summary>
    public async Task<IReadOnlySet<Guid>> FeedAsync() => (await ReadAsync("departmentfeeddb", "select id from feed_event", reader => reader.GetGuid(0))).ToHashSet();

    /// <summary>PostgreSQL's clock, by which its commits are timed.</summary>
    public async Task<DateTimeOffset> NowAsync() => new((await ReadAsync("postgres", "select clock_timestamp()", reader => reader.GetDateTime(0)))[0]);

    private static string DatabaseOf(string queue) => queue.Replace("-", "", StringComparison.Ordinal) + "db";

    private async Task<List<T>> ReadAsync<T>(string database, string sql, Func<NpgsqlDataReader, T> row, params object[] values)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = server["PGHOST"], Port = int.Parse(server["PGPORT"]!, CultureInfo.InvariantCulture), Username = server["PGUSER"], Password = server["PGPASSWORD"], Database = database, Pooling = false, CommandTimeout = 0,
        }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(row(reader));
        return rows;
    }
}
