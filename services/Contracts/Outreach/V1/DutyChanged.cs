namespace Xinfang.Contracts.Outreach.V1;

/// <summary>普法责任清单: an item was listed, amended, reported, returned, confirmed or dropped; where it stands now. What it asks for and who reported it is not told.</summary>
public sealed record DutyChanged
{
    public required Guid DutyId { get; init; }
    public required string Organ { get; init; }
    public required int Year { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>Open, Reported, Done or Dropped.</summary>
    public required string Status { get; init; }

    /// <summary>Day of the organ's report that is looked at or was confirmed: decides whether what is done was in time.</summary>
    public DateOnly? ReportedOn { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
