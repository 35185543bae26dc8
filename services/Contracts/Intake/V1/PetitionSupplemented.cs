namespace Xinfang.Contracts.Intake.V1;

/// <summary>补充材料: the petitioner has added material; the organ reads it in the dossier.</summary>
public sealed record PetitionSupplemented
{
    public required Guid PetitionId { get; init; }
    public string? Organ { get; init; }
    public required int SupplementNumber { get; init; }
    public required DateTimeOffset SupplementedAt { get; init; }
}
