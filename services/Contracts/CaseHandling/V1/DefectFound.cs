namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>案卷评查: a defect was found in a draft or in a document of the sample. By code, never by words.</summary>
public sealed record DefectFound
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }

    /// <summary>L01 … of the checks, H01 … of people.</summary>
    public required string Code { get; init; }

    public required string Severity { get; init; }
    public required int Count { get; init; }

    /// <summary>Checks or Sample.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset FoundAt { get; init; }
}
