namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>作出处理意见 (art. 32): one outcome per claim. Ends the completion term.</summary>
public sealed record PetitionDecided
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public required int Supported { get; init; }
    public required int Explained { get; init; }
    public required int NotSupported { get; init; }
    public required bool InTime { get; init; }

    /// <summary>For a suggestion (art. 29): Adopted, PartlyAdopted, NotAdopted or Noted; the numbers of claims are 0 then.</summary>
    public string? Adoption { get; init; }

    /// <summary>The day the organ has set itself for what it does about an adopted suggestion.</summary>
    public DateOnly? MeasureDueOn { get; init; }

    public required Guid DocumentId { get; init; }
    public required string DocumentNumber { get; init; }
}
