namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>受理 (art. 23): the competent organ has taken the petition on; the completion term is running.</summary>
public sealed record PetitionAccepted
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset AcceptedAt { get; init; }
    public required DateOnly StrictDueOn { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>The shorter term of the simple procedure, where it was chosen.</summary>
    public DateOnly? SimpleStrictDueOn { get; init; }
    public DateOnly? SimpleDueOn { get; init; }

    public required Guid DocumentId { get; init; }
    public required string DocumentNumber { get; init; }
}
