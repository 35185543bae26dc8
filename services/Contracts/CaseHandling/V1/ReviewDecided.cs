namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>作出复查意见 (art. 35): Uphold, Change or RevokeAndRedo; a redo has its own last day.</summary>
public sealed record ReviewDecided
{
    public required Guid PetitionId { get; init; }
    public required Guid ReviewId { get; init; }

    /// <summary>The organ that handles the petition.</summary>
    public required string Organ { get; init; }

    public required string ReviewBody { get; init; }
    public required string Outcome { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public required bool InTime { get; init; }
    public DateOnly? RedoStrictDueOn { get; init; }
    public DateOnly? RedoDueOn { get; init; }
    public required Guid DocumentId { get; init; }
    public required string DocumentNumber { get; init; }
}
