using Npgsql;

namespace Xinfang.ServiceDefaults.Messaging;

/// <summary>SQL outside the traces: a relay that looks for rows once a second must not fill them with itself.</summary>
public static class QuietSql
{
    public static async Task<NpgsqlConnection> OpenQuietlyAsync(this NpgsqlDataSource database, CancellationToken ct)
    {
        using var quiet = OpenTelemetry.SuppressInstrumentationScope.Begin();
        return await database.OpenConnectionAsync(ct);
    }

    public static async Task ExecuteQuietlyAsync(this NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        using var quiet = OpenTelemetry.SuppressInstrumentationScope.Begin();
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<T> ScalarQuietlyAsync<T>(this NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        using var quiet = OpenTelemetry.SuppressInstrumentationScope.Begin();
        await using var command = Command(connection, sql, values);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    public static async Task<List<T>> ReadQuietlyAsync<T>(this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> row, CancellationToken ct, params object[] values)
    {
        using var quiet = OpenTelemetry.SuppressInstrumentationScope.Begin();
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(row(reader));
        return rows;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
