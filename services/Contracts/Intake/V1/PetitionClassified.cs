namespace Xinfang.Contracts.Intake.V1;

/// <summary>甄别分类: suggestion (art. 29), accusation (art. 30) or redress (art. 31). Of an accusation nothing but the id and the seal is told.</summary>
public sealed record PetitionClassified
{
    public required Guid PetitionId { get; init; }
    public string? Category { get; init; }
    public string? ContentCode { get; init; }
    public required bool Urgent { get; init; }
    public required bool Sealed { get; init; }
    public required DateTimeOffset ClassifiedAt { get; init; }
}
