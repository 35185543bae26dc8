namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>联系信访人: somebody was reached. First and in time by the policy of the district (首接首办).</summary>
public sealed record PetitionerContacted
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset ContactedAt { get; init; }
    public required bool First { get; init; }
    public required bool InTime { get; init; }
}
