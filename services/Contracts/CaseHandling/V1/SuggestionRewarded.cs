namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>致谢、奖励 (art. 29): Thanks, Honour or Material.</summary>
public sealed record SuggestionRewarded
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required string Kind { get; init; }
    public required DateOnly RewardedOn { get; init; }
}
