namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>按管理权限移送 (art. 30): the disciplinary organ has passed an accusation on; to whom and why stays with it.</summary>
public sealed record AccusationTransferred
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required bool Sealed { get; init; }
    public required DateTimeOffset TransferredAt { get; init; }
}
