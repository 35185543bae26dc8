namespace Xinfang.Contracts.Intake.V1;

/// <summary>撤回: the petitioner has taken the petition back; the organ that holds it ends its handling.</summary>
public sealed record PetitionWithdrawn
{
    public required Guid PetitionId { get; init; }
    public string? Organ { get; init; }
    public required DateTimeOffset WithdrawnAt { get; init; }
    public required Guid DocumentId { get; init; }
}
