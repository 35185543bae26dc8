namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>终止办理: the petitioner has died or the organisation has ended, and nobody takes the petition over.</summary>
public sealed record PetitionTerminated
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required string Ground { get; init; }
    public required DateTimeOffset TerminatedAt { get; init; }

    /// <summary>终止办理告知书.</summary>
    public Guid? DocumentId { get; init; }
    public string? DocumentNumber { get; init; }
}
