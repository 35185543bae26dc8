namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>达成协议 (art. 33): ends the completion term; the performance is followed up to its last day.</summary>
public sealed record MediationAgreed
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required string Kind { get; init; }
    public required DateTimeOffset AgreedAt { get; init; }
    public required bool InTime { get; init; }
    public required DateOnly PerformDueOn { get; init; }

    /// <summary>调解协议书 or 和解协议书.</summary>
    public Guid? DocumentId { get; init; }
    public string? DocumentNumber { get; init; }
}
