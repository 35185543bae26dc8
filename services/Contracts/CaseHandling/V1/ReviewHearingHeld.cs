namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>听证 in a review or recheck; only a recheck's days are excluded from its term (art. 36 para. 2).</summary>
public sealed record ReviewHearingHeld
{
    public required Guid PetitionId { get; init; }
    public required Guid ReviewId { get; init; }

    /// <summary>The organ that handles the petition.</summary>
    public required string Organ { get; init; }

    public required string ReviewBody { get; init; }

    /// <summary>Review or Recheck.</summary>
    public required string Level { get; init; }

    public required DateOnly HeldFrom { get; init; }
    public required DateOnly HeldTo { get; init; }

    /// <summary>All days excluded so far.</summary>
    public required int ExcludedDays { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
    public required DateOnly StrictDueOn { get; init; }
    public required DateOnly DueOn { get; init; }
}
