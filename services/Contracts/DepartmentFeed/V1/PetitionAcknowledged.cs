namespace Xinfang.Contracts.DepartmentFeed.V1;

/// <summary>签收: the organ's own system has acknowledged a feed event over HTTP. Starts no term.</summary>
public sealed record PetitionAcknowledged
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required Guid EventId { get; init; }
    public required DateTimeOffset AcknowledgedAt { get; init; }
}
