namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>撤回公开: the published answer was taken down.</summary>
public sealed record ReplyWithdrawn
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required Guid ReplyId { get; init; }
    public required DateTimeOffset WithdrawnAt { get; init; }
}
