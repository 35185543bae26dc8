namespace Xinfang.Contracts.Intake.V1;

/// <summary>催办: a term has passed and the petitioner asks for what was due. Organ is null while the office itself is late.</summary>
public sealed record PetitionChased
{
    public required Guid PetitionId { get; init; }
    public string? Organ { get; init; }
    public required string Term { get; init; }
    public required DateOnly DueOn { get; init; }
    public required int ChaseNumber { get; init; }
    public required DateTimeOffset ChasedAt { get; init; }
}
