using Npgsql;
using Xinfang.DepartmentFeed.Api.Feed;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.DepartmentFeed.Api.Publishing;

/// <summary>An event the broker has not confirmed, and whether its petition is sealed now.</summary>
internal sealed record WaitingEvent(FeedEvent Row, bool Sealed)
{
    private const int PerOrgan = 64;

    /// <summary>The next events of every organ that has any; by position, and so by sequence within each petition.</summary>
    public static Task<List<WaitingEvent>> ReadAsync(NpgsqlConnection connection, CancellationToken ct) => connection.ReadQuietlyAsync($"""
        select e.id, e.organ, e.position, e.petition_id, e.sequence, e.type, e.time, e.data::text, e.trace_parent, e.recorded_at, h.sealed
        from feed_position p
        cross join lateral (
            select * from feed_event where organ = p.organ and published_at is null order by position limit {PerOrgan}) e
        join holding h on h.petition_id = e.petition_id
        order by e.organ, e.position
        """, Of, ct);

    public static async Task MarkPublishedAsync(NpgsqlConnection connection, Guid[] ids, DateTimeOffset at)
    {
        if (ids.Length > 0)
            await connection.ExecuteQuietlyAsync("update feed_event set published_at = $1 where id = any($2)", CancellationToken.None, at, ids);
    }

    /// <summary>Every organ that may be told of something: those of the district, and those that were told before.</summary>
    public static async Task<IReadOnlyCollection<string>> OrgansAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var told = await connection.ReadQuietlyAsync("select organ from feed_position", reader => reader.GetString(0), ct);
        return [.. Organs.OfDistrict.Select(organ => organ.Code).Union(told, StringComparer.Ordinal)];
    }

    private static WaitingEvent Of(NpgsqlDataReader reader) => new(new FeedEvent
    {
        Id = reader.GetGuid(0),
        Organ = reader.GetString(1),
        Position = reader.GetInt64(2),
        PetitionId = reader.GetGuid(3),
        Sequence = reader.GetInt64(4),
        Type = reader.GetString(5),
        Time = reader.GetFieldValue<DateTimeOffset>(6),
        Data = reader.GetString(7),
        TraceParent = reader.IsDBNull(8) ? null : reader.GetString(8),
        RecordedAt = reader.GetFieldValue<DateTimeOffset>(9),
    }, reader.GetBoolean(10));
}
