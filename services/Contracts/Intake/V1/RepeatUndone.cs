namespace Xinfang.Contracts.Intake.V1;

/// <summary>撤销关联: a clerk has taken back what was confirmed; the petition stands by itself again, unless it repeats another.</summary>
public sealed record RepeatUndone
{
    public required Guid PetitionId { get; init; }

    /// <summary>The organ that holds the petition; null at the office.</summary>
    public string? Organ { get; init; }

    public required Guid EarlierId { get; init; }

    /// <summary>Repeat or SameEvent.</summary>
    public required string Kind { get; init; }

    /// <summary>第几次 it is now: 1 where it repeats nothing any more.</summary>
    public required int RepeatRound { get; init; }

    public required DateTimeOffset UndoneAt { get; init; }
}
