namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>督办办结 (art. 40).</summary>
public sealed record SupervisionClosed
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required Guid SupervisionId { get; init; }
    public required DateTimeOffset ClosedAt { get; init; }
}
