namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>研究论证 (art. 29): the organ has studied the suggestion.</summary>
public sealed record SuggestionStudied
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateOnly StudiedOn { get; init; }
}
