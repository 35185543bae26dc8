namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>送达 of a review or recheck opinion: after a review the 30 days for a recheck run (art. 36 para. 1), after a recheck the matter is final (para. 3).</summary>
public sealed record ReviewOpinionServed
{
    public required Guid PetitionId { get; init; }
    public required Guid ReviewId { get; init; }

    /// <summary>The organ that handles the petition.</summary>
    public required string Organ { get; init; }

    public required string ReviewBody { get; init; }

    /// <summary>Review or Recheck.</summary>
    public required string Level { get; init; }

    public required DateOnly ServedOn { get; init; }
    public required string Method { get; init; }

    /// <summary>Who can be asked for a recheck; absent after a recheck.</summary>
    public string? RecheckBody { get; init; }

    public DateOnly? RecheckStrictDueOn { get; init; }
    public DateOnly? RecheckDueOn { get; init; }

    /// <summary>终结.</summary>
    public required bool Final { get; init; }

    public required Guid DocumentId { get; init; }
}
