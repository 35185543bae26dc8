namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>延期 (art. 34): the head has approved, the notice with its reason has been served; the completion term ends later.</summary>
public sealed record PetitionExtended
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required int Days { get; init; }
    public required DateOnly ServedOn { get; init; }
    public required DateOnly StrictDueOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required Guid DocumentId { get; init; }
    public required string DocumentNumber { get; init; }
}
