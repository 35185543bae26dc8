namespace Xinfang.Contracts.Intake.V1;

/// <summary>满意度评价 (art. 21): the petitioner has rated the petition office and the competent organ.</summary>
public sealed record PetitionRated
{
    public required Guid PetitionId { get; init; }
    public string? Organ { get; init; }
    public required string OfficeScore { get; init; }
    public string? OrganScore { get; init; }
    public required DateTimeOffset RatedAt { get; init; }
}
