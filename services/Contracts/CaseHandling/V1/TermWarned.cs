namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>预警: a step of the district's warning ladder of a term has been reached (50, 75, 85, 99 percent of its days used), or the term has been broken (100). Each step is told once per date.</summary>
public sealed record TermWarned
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required string Term { get; init; }
    public required int Percent { get; init; }
    public required DateOnly StrictDueOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset NoticedAt { get; init; }
}
