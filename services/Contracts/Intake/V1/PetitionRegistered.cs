namespace Xinfang.Contracts.Intake.V1;

/// <summary>登记: the petition office has entered the petition; the forwarding term of article 22 runs from the day it was received.</summary>
public sealed record PetitionRegistered
{
    public required Guid PetitionId { get; init; }
    public required string Number { get; init; }
    public required string Channel { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
    public string? Street { get; init; }
    public required DateOnly ForwardStrictDueOn { get; init; }
    public required DateOnly ForwardDueOn { get; init; }
}
