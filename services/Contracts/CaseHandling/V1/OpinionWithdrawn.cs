namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>作废: a signed opinion was withdrawn before service; the petition is handled again in the term that has run on (art. 32, 34).</summary>
public sealed record OpinionWithdrawn
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset WithdrawnAt { get; init; }
    public required DateOnly StrictDueOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required Guid DocumentId { get; init; }
    public required string DocumentNumber { get; init; }
}
