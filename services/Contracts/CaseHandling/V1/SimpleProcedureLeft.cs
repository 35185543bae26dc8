namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>转为普通程序: the ordinary terms count from their original days.</summary>
public sealed record SimpleProcedureLeft
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset EndedAt { get; init; }
}
