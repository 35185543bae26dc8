namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>采纳情况反馈 (art. 40 para. 4): the addressee has said in writing what it adopts.</summary>
public sealed record ProposalAnswered
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required Guid ProposalId { get; init; }
    public required string Adoption { get; init; }
    public required bool InTime { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }
}
