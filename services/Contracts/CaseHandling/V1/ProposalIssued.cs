namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>改进工作、完善政策、追究责任建议 (art. 40): the office proposes; the addressee owes written feedback.</summary>
public sealed record ProposalIssued
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required Guid ProposalId { get; init; }
    public required string Kind { get; init; }
    public required string DocumentNumber { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public required DateOnly DueOn { get; init; }
}
