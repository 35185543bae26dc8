namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>举行听证 (art. 31 item 6).</summary>
public sealed record HearingHeld
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid DocumentId { get; init; }
    public required string DocumentNumber { get; init; }
}
