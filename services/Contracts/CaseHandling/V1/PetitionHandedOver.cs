namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>移交承办人: another officer of the organ has it in hand; the first handler stays responsible. Stops no term.</summary>
public sealed record PetitionHandedOver
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset HandedOverAt { get; init; }
}
