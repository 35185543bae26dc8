namespace Xinfang.Contracts.Outreach.V1;

/// <summary>普法活动办结: what was held where, in which forms, with whom and how many people it reached. Counts only, no people.</summary>
public sealed record ActivityHeld
{
    public required Guid ActivityId { get; init; }
    public Guid? CampaignId { get; init; }

    /// <summary>Nine digits.</summary>
    public required string Street { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>Codes of the catalogue of forms, separated by commas.</summary>
    public required string Forms { get; init; }

    /// <summary>Codes of the organs that have done their part, separated by commas; empty when the office was alone.</summary>
    public required string JointOrgans { get; init; }

    /// <summary>Code of the content category it was about, where it was about one.</summary>
    public string? Topic { get; init; }

    public required int Attendance { get; init; }
    public required int Consultations { get; init; }

    /// <summary>Issued and not returned.</summary>
    public required int Materials { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }
}
