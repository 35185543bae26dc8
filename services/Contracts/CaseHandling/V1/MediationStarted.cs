namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>调解、和解 (art. 33): both sides have agreed to it. The completion term runs on.</summary>
public sealed record MediationStarted
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required string Kind { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
}
