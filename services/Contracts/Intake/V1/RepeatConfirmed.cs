namespace Xinfang.Contracts.Intake.V1;

/// <summary>确认重复 (handbook 7.4): a clerk has confirmed that a petition repeats an earlier one, or tells of the same event. Why is read in Intake.</summary>
public sealed record RepeatConfirmed
{
    public required Guid PetitionId { get; init; }

    /// <summary>The organ that holds the petition; null at the office, whose routing then tells it.</summary>
    public string? Organ { get; init; }

    public required Guid EarlierId { get; init; }

    /// <summary>Repeat (same person, same matter) or SameEvent (others tell of the same).</summary>
    public required string Kind { get; init; }

    /// <summary>第几次: 2 for the first repeat; 1 where it repeats nothing.</summary>
    public required int RepeatRound { get; init; }

    public required DateTimeOffset ConfirmedAt { get; init; }
}
