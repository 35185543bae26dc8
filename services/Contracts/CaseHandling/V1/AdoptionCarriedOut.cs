namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>落实采纳措施 (art. 29): what the organ had adopted of a suggestion has been done.</summary>
public sealed record AdoptionCarriedOut
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateOnly DoneOn { get; init; }
    public required bool InTime { get; init; }
}
