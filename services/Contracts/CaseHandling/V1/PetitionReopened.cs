namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>重新办理: the petitioner asked for it within the window for rating; the completion term runs anew.</summary>
public sealed record PetitionReopened
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset ReopenedAt { get; init; }
    public required DateOnly StrictDueOn { get; init; }
    public required DateOnly DueOn { get; init; }
}
