using System.Data;
using System.Globalization;
using System.Text;
using Npgsql;

namespace Xinfang.Load;

/// <summary>
/// The rows that one submission left behind, learnt from the database itself, and one statement that inserts the same again
/// under a new id: one data-modifying CTE per table, so one round trip and one transaction.
/// </summary>
internal sealed class SameRows
{
    private sealed record Row(string Table, string[] Columns, object?[] Values);

    private readonly List<Row> _rows;
    private readonly Guid _model;
    private readonly string _sql;

    private SameRows(List<Row> rows, Guid model) => (_rows, _model, _sql) = (rows, model, Sql(rows));

    public string Description => string.Join(" + ", _rows.Select(r => r.Table)) + $" ({_rows.Count} rows)";

    // Beside the real ones: the relay must not find the baseline's outbox rows, which nobody could read. They would stay first in line
    // for ever, and what is behind them would not be delivered while the other ways are measured.
    private const string Schema = "baseline";

    public static async Task<SameRows> LearnAsync(NpgsqlDataSource database, Guid petition)
    {
        var rows = new List<Row>();
        foreach (var (table, key) in await KeyedTablesAsync(database))
        {
            await using var command = database.CreateCommand($"select * from {table} where {key} = $1");
            command.Parameters.Add(new() { Value = petition });
            await using var reader = await command.ExecuteReaderAsync();
            var generated = await GeneratedAsync(database, table);
            while (await reader.ReadAsync())
            {
                var columns = Enumerable.Range(0, reader.FieldCount).Where(i => !generated.Contains(reader.GetName(i))).ToArray();
                rows.Add(new(table, [.. columns.Select(reader.GetName)], [.. columns.Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]));
            }
        }
        // The outbox row has left already; a submission writes one, so does the baseline. The idempotency row carries no petition id.
        rows.AddRange(await LatestAsync(database, "idempotency", "expires_at"));
        if (rows.All(r => r.Table != "outbox"))
            rows.Add(new("outbox", ["message_id", "petition_id", "type", "body", "trace_parent", "created_at"],
                [Guid.CreateVersion7(), petition, "Intake.V1.PetitionRegistered", new string('x', 320), new string('0', 55), DateTime.SpecifyKind(new DateTime(2026, 3, 2), DateTimeKind.Utc)]));
        await CopyTablesAsync(database, rows.Select(r => r.Table).Distinct());
        return new(rows, petition);
    }

    /// <summary>The same tables with the same indexes and defaults, empty, in a schema of their own.</summary>
    private static async Task CopyTablesAsync(NpgsqlDataSource database, IEnumerable<string> tables)
    {
        var copies = string.Concat(tables.Select(table => $"create table {Schema}.{table} (like public.{table} including all); "));
        await using var command = database.CreateCommand($"drop schema if exists {Schema} cascade; create schema {Schema}; {copies}");
        await command.ExecuteNonQueryAsync();
    }

    public async Task InsertAsync(NpgsqlDataSource database)
    {
        var (id, fresh) = (Guid.CreateVersion7(), Guid.CreateVersion7().ToString("N"));
        await using var command = database.CreateCommand(_sql);
        foreach (var row in _rows)
            for (var i = 0; i < row.Columns.Length; i++)
                command.Parameters.Add(new() { Value = Vary(row.Columns[i], row.Values[i], id, fresh) ?? DBNull.Value });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>New keys, everything else the same bytes.</summary>
    private object? Vary(string column, object? value, Guid id, string fresh) => (column, value) switch
    {
        (_, Guid guid) => guid == _model ? id : Guid.CreateVersion7(),
        ("number", string number) => number[..Math.Min(number.Length, 8)] + fresh,
        ("key", string) => fresh,
        (_, byte[] { Length: 32 } hash) when column.Contains("code", StringComparison.Ordinal) => Mix(hash, id),
        _ => value,
    };

    private static byte[] Mix(byte[] hash, Guid id) => [.. id.ToByteArray(), .. hash.AsSpan(16)];

    private static string Sql(List<Row> rows)
    {
        var (sql, parameter) = (new StringBuilder("with "), 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var values = string.Join(", ", rows[i].Columns.Select(_ => string.Create(CultureInfo.InvariantCulture, $"${++parameter}")));
            sql.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}r{i} as (insert into {Schema}.{rows[i].Table} ({string.Join(", ", rows[i].Columns)}) values ({values}))");
        }
        return sql.Append(" select 1").ToString();
    }

    private static async Task<List<(string Table, string Key)>> KeyedTablesAsync(NpgsqlDataSource database) => await ReadAsync(database, """
        select table_name, min(column_name) from information_schema.columns
        where table_schema = 'public' and data_type = 'uuid' and table_name <> 'sent' -- where the relay moves a row afterwards
          and (column_name = 'petition_id' or (table_name = 'petition' and column_name = 'id'))
        group by table_name order by table_name
        """);

    private static async Task<HashSet<string>> GeneratedAsync(NpgsqlDataSource database, string table) => [.. (await ReadAsync(database, $"""
        select column_name, table_name from information_schema.columns
        where table_schema = 'public' and table_name = '{table}' and (is_identity = 'YES' or is_generated = 'ALWAYS')
        """)).Select(r => r.Item1)];

    private static async Task<List<(string, string)>> ReadAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync()) rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    private static async Task<List<Row>> LatestAsync(NpgsqlDataSource database, string table, string order)
    {
        await using var command = database.CreateCommand($"select * from {table} order by {order} desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow);
        var rows = new List<Row>();
        while (await reader.ReadAsync())
            rows.Add(new(table, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)],
                [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]));
        return rows;
    }
}
