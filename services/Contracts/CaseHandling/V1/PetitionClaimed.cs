namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>认领: an officer has taken the petition in hand. Starts no term.</summary>
public sealed record PetitionClaimed
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset ClaimedAt { get; init; }
}
