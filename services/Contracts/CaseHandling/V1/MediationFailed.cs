namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>调解不成 (art. 33): back to handling; no term has stopped.</summary>
public sealed record MediationFailed
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required string Kind { get; init; }
    public required DateTimeOffset FailedAt { get; init; }
}
