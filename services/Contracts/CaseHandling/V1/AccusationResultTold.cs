namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>反馈结果 (art. 30): the petitioner has been told the result of an accusation; what it is stays with the disciplinary organ.</summary>
public sealed record AccusationResultTold
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required bool Sealed { get; init; }
    public required DateTimeOffset ToldAt { get; init; }
}
