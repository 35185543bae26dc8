namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>提出异议 (art. 23): the organ says the petition is not within its power; the office decides.</summary>
public sealed record AssignmentContested
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required int Round { get; init; }
    public required DateTimeOffset ContestedAt { get; init; }
    public string? ProposedOrgan { get; init; }
}
