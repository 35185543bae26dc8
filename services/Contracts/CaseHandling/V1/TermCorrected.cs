namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>期限重算: the State Council's notice of holidays was loaded or corrected, and a running term of an open petition ends on another day. Once per term and correction.</summary>
public sealed record TermCorrected
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required string Term { get; init; }
    public required DateOnly FormerStrictDueOn { get; init; }
    public required DateOnly FormerDueOn { get; init; }
    public required DateOnly StrictDueOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset CorrectedAt { get; init; }
}
