namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>落实 (art. 32 para. 2): one supported claim, or the agreement, has been carried out; so many are still owed.</summary>
public sealed record EnforcementDone
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required int Item { get; init; }
    public int? Claim { get; init; }
    public required DateOnly DoneOn { get; init; }
    public required bool InTime { get; init; }
    public required int Left { get; init; }
}
