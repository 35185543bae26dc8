using Npgsql;

namespace Xinfang.EndToEnd.Tests.Running;

/// <summary>What lies in the databases.</summary>
internal static class Rows
{
    /// <summary>Rows of every table of every service but what insight counts ahead and watches by itself: "intake.record" → 12. Two counts differ only if something was written or deleted.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> CountAsync(XinfangSystem system, CancellationToken ct)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var service in XinfangSystem.Databases.Keys)
        {
            var tables = await ReadAsync(system, service, "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('cell', 'stale_month', 'counted_state', 'alarm', 'alarm_message', 'alarm_round')",
                reader => reader.GetString(0), ct);
            var union = string.Join(" union all ", tables.Select(table => $"select '{table}', count(*) from {table}"));
            foreach (var (table, count) in await ReadAsync(system, service, union, reader => (reader.GetString(0), reader.GetInt64(1)), ct)) counts[$"{service} {table}"] = count;
        }
        return counts;
    }

    /// <summary>Waits until nothing is on its way: outboxes are empty and every event of the feed has been published.</summary>
    public static Task SettledAsync(XinfangSystem system, CancellationToken ct) => Testing.Eventually.Holds(async () =>
    {
        foreach (var service in new[] { "intake", "case-handling", "department-feed", "outreach", "training", "insight" })
            if ((await ReadAsync(system, service, "select count(*) from outbox", reader => reader.GetInt64(0), ct))[0] > 0) return false;
        return (await ReadAsync(system, "department-feed", "select count(*) from feed_event where published_at is null", reader => reader.GetInt64(0), ct))[0] == 0;
    }, TimeSpan.FromSeconds(60), ct);

    public static async Task<List<T>> ReadAsync<T>(XinfangSystem system, string service, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var command = system.Database(service).CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }
}
