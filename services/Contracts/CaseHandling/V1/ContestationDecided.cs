namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>异议核实 (art. 23): agreed, the petition returns to the office for routing; refused, the organ keeps it and its terms have run on.</summary>
public sealed record ContestationDecided
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required int Round { get; init; }
    public required bool Agreed { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public string? ProposedOrgan { get; init; }
}
