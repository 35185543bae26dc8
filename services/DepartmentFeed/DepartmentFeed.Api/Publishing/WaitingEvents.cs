using Npgsql;
using Xinfang.DepartmentFeed.Api.Feed;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.DepartmentFeed.Api.Publishing;

/// <summary>An event the broker has not confirmed, and whether its petition is sealed now.</summary>
internal sealed record WaitingEvent(FeedEvent Row, bool Sealed);

/// <summary>The log as the relay reads it: on the connection that holds the leader's lock, outside the traces.</summary>
internal static class WaitingEvents
{
    private const int PerOrgan = 64;

    /// <summary>The next events of every organ that has any; by position, and so by sequence within each petition.</summary>
    public static async Task<List<WaitingEvent>> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        using var quiet = OpenTelemetry.SuppressInstrumentationScope.Begin();
        await using var command = new NpgsqlCommand($"""
            select e.id, e.organ, e.position, e.petition_id, e.sequence, e.type, e.time, e.data::text, e.trace_parent, e.recorded_at, h.sealed
            from feed_position p
            cross join lateral (
                select * from feed_event where organ = p.organ and published_at is null order by position limit {PerOrgan}) e
            join holding h on h.petition_id = e.petition_id
            order by e.organ, e.position
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var waiting = new List<WaitingEvent>();
        while (await reader.ReadAsync(ct))
        {
            waiting.Add(new(new FeedEvent
            {
                Id = reader.GetGuid(0),
                Organ = reader.GetString(1),
                Position = reader.GetInt64(2),
                PetitionId = reader.GetGuid(3),
                Sequence = reader.GetInt64(4),
                Type = reader.GetString(5),
                Time = reader.GetFieldValue<DateTimeOffset>(6),
                Data = reader.GetString(7),
                TraceParent = await reader.IsDBNullAsync(8, ct) ? null : reader.GetString(8),
                RecordedAt = reader.GetFieldValue<DateTimeOffset>(9),
            }, reader.GetBoolean(10)));
        }
        return waiting;
    }

    public static async Task MarkPublishedAsync(NpgsqlConnection connection, Guid[] ids, DateTimeOffset at)
    {
        if (ids.Length == 0) return;
        await ExecuteAsync(connection, "update feed_event set published_at = $1 where id = any($2)", CancellationToken.None, at, ids);
    }

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        using var quiet = OpenTelemetry.SuppressInstrumentationScope.Begin();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Every organ that may be told of something: those of the district, and those that were told before.</summary>
    public static async Task<IReadOnlyCollection<string>> OrgansAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        using var quiet = OpenTelemetry.SuppressInstrumentationScope.Begin();
        var organs = Organs.OfDistrict.Select(organ => organ.Code).ToHashSet(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("select organ from feed_position", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) organs.Add(reader.GetString(0));
        return organs;
    }

    public static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        using var quiet = OpenTelemetry.SuppressInstrumentationScope.Begin();
        return await database.OpenConnectionAsync(ct);
    }

    /// <summary>Gives the lock back before the connection returns to its pool, where it would keep it.</summary>
    public static async Task ResignAsync(NpgsqlConnection connection)
    {
        if (connection.State is not System.Data.ConnectionState.Open) return; // broken: the server has released it
        try
        {
            await ExecuteAsync(connection, "select pg_advisory_unlock_all()", CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            NpgsqlConnection.ClearPool(connection); // nobody may get a connection that still leads
        }
    }

    public static async Task<bool> LeadsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        using var quiet = OpenTelemetry.SuppressInstrumentationScope.Begin();
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(7002)", connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
