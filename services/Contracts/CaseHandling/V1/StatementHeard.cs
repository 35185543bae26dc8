namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>听取信访人陈述 (art. 31(6)).</summary>
public sealed record StatementHeard
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateOnly HeardOn { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}
