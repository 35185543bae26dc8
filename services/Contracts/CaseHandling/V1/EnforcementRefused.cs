namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>拒不执行 (art. 40, 42): somebody refuses to carry out what was supported or agreed; a ground for supervision.</summary>
public sealed record EnforcementRefused
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required int Item { get; init; }
    public int? Claim { get; init; }
    public required DateTimeOffset RefusedAt { get; init; }
}
