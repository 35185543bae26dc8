using System.Globalization;
using System.Text.Json.Nodes;

namespace Xinfang.DepartmentFeed.Api.Feed;

/// <summary>
/// One event as a department reads it, over AMQP and over HTTP alike: CloudEvents 1.0, JSON structured mode. Attribute names are
/// lower case without separators, as CloudEvents asks.
/// </summary>
internal sealed record CloudEvent
{
    public const string ContentType = "application/cloudevents+json";
    public const string FeedSource = "/xinfang/department-feed";

    public string Specversion { get; } = "1.0";

    /// <summary>Stable across redelivery: what a department counts duplicates by.</summary>
    public required Guid Id { get; init; }

    public string Source { get; } = FeedSource;
    public required string Type { get; init; }

    /// <summary>The petition.</summary>
    public required Guid Subject { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTime Time { get; init; }

    public string Datacontenttype { get; } = "application/json";
    public required Uri Dataschema { get; init; }

    /// <summary>Increases per petition. Gaps are facts that this organ is not told of.</summary>
    public required string Sequence { get; init; }

    /// <summary>Increases per organ without gaps: the cursor of replay over HTTP.</summary>
    public required string Position { get; init; }

    /// <summary>W3C trace context of the act that caused the event.</summary>
    public string? Traceparent { get; init; }

    public required JsonNode Data { get; init; }

    /// <summary>Writes a row of the log as an event. The seal of today covers what the office was told before it (art. 30).</summary>
    /// <param name="row">The row.</param>
    /// <param name="sealed">Whether the petition is sealed now.</param>
    /// <param name="schemas">Where the schemas are published.</param>
    public static CloudEvent Of(FeedEvent row, bool @sealed, Uri schemas) => new()
    {
        Id = row.Id,
        Type = row.Type,
        Subject = row.PetitionId,
        Time = row.Time.UtcDateTime,
        Dataschema = new Uri(schemas, $"{row.Type}.json"),
        Sequence = row.Sequence.ToString(CultureInfo.InvariantCulture),
        Position = row.Position.ToString(CultureInfo.InvariantCulture),
        Traceparent = row.TraceParent,
        // An organ that held the petition before it was sealed keeps what it was told; a seal now would tell it of the accusation.
        Data = @sealed && row.CoveredBySeal ? FeedRow.SealedData(row.PetitionId) : JsonNode.Parse(row.Data)!,
    };
}
