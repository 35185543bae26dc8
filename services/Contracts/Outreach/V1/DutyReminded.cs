namespace Xinfang.Contracts.Outreach.V1;

/// <summary>普法责任清单: an item of the organ's list comes due; told once per term.</summary>
public sealed record DutyReminded
{
    public required Guid DutyId { get; init; }
    public required string Organ { get; init; }
    public required int Year { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset RemindedAt { get; init; }
}
