using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.DepartmentFeed.Api.Feed;

/// <summary>One event told to one organ: a row of the append-only log.</summary>
internal sealed class FeedEvent
{
    public required Guid Id { get; init; }
    public required string Organ { get; init; }

    /// <summary>Per organ, without gaps, in the order of commits: allocated under the organ's row lock when the row is saved.</summary>
    public long Position { get; set; }

    public required Guid PetitionId { get; init; }

    /// <summary>Per petition: the same for every organ that is told of the same fact.</summary>
    public required long Sequence { get; init; }

    public required string Type { get; init; }
    public required DateTimeOffset Time { get; init; }

    /// <summary>JSON.</summary>
    public required string Data { get; init; }

    public string? TraceParent { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When the broker confirmed it; null while it waits.</summary>
    public DateTimeOffset? PublishedAt { get; private init; }

    /// <summary>签收: when the organ's system acknowledged it over HTTP.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private init; }

    /// <summary>The office and the disciplinary organ see the seal also on what they were told before it.</summary>
    public bool CoveredBySeal => Organ == Organs.Office || Organs.Find(Organ)?.Kind == OrganKind.Discipline;
}
