namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>送达: the opinion has reached the petitioner; the right to ask for review (art. 35) runs from this day.</summary>
public sealed record OpinionServed
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateOnly ServedOn { get; init; }
    public required string Method { get; init; }
    public required string ReviewBody { get; init; }
    public required DateOnly ReviewStrictDueOn { get; init; }
    public required DateOnly ReviewDueOn { get; init; }
    public required Guid DocumentId { get; init; }
}
