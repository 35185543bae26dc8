namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>取消听证.</summary>
public sealed record HearingCancelled
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required DateTimeOffset CancelledAt { get; init; }
}
