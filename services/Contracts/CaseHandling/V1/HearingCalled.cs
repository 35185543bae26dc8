namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>决定听证 (art. 31 item 6): told at least seven days before. The completion term runs on.</summary>
public sealed record HearingCalled
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required DateTimeOffset CalledAt { get; init; }

    public required Guid DocumentId { get; init; }
    public required string DocumentNumber { get; init; }
}
