namespace Xinfang.Contracts.Intake.V1;

/// <summary>回访 (art. 21): the petition office has asked a dissatisfied petitioner what is wrong. What was said is read in Intake.</summary>
public sealed record PetitionCalledBack
{
    public required Guid PetitionId { get; init; }

    /// <summary>The organ that was rated.</summary>
    public required string Organ { get; init; }

    /// <summary>Phone, HomeVisit, InPerson.</summary>
    public required string Way { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>Settled, MoreToDo, ReferredToSupervision, NotReached.</summary>
    public required string Outcome { get; init; }

    /// <summary>Within the district's term.</summary>
    public required bool InTime { get; init; }

    public required DateTimeOffset CalledBackAt { get; init; }
}
