namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>督办 (art. 40): the office has sent a letter of supervision, or pressed again because the answer did not come or does not do.</summary>
public sealed record SupervisionOpened
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required Guid SupervisionId { get; init; }
    public required string Cause { get; init; }
    public required int Pressings { get; init; }
    public required string DocumentNumber { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required DateOnly DueOn { get; init; }
}
