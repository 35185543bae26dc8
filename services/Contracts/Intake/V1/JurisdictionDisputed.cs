namespace Xinfang.Contracts.Intake.V1;

/// <summary>受理争议 (art. 24): opened, taken to the next level, or settled. Level: Negotiation, Superior or JointConference. Settled names the organ; the routing follows.</summary>
public sealed record JurisdictionDisputed
{
    public required Guid PetitionId { get; init; }
    public required string Level { get; init; }
    public string? Settled { get; init; }
    public required DateTimeOffset At { get; init; }
}
