namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>作出复核意见 (art. 36): Uphold, Change or RevokeAndRedo. The days of hearings did not count.</summary>
public sealed record RecheckDecided
{
    public required Guid PetitionId { get; init; }
    public required Guid ReviewId { get; init; }

    /// <summary>The organ that handles the petition.</summary>
    public required string Organ { get; init; }

    public required string ReviewBody { get; init; }
    public required string Outcome { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public required bool InTime { get; init; }
    public required int ExcludedDays { get; init; }
    public DateOnly? RedoStrictDueOn { get; init; }
    public DateOnly? RedoDueOn { get; init; }
    public required Guid DocumentId { get; init; }
    public required string DocumentNumber { get; init; }
}
