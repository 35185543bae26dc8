namespace Xinfang.Contracts.Training.V1;

/// <summary>年度学时没有达标: the year is over; one event per organ with at least five people on the roll, where somebody has not met the year's hours. No people.</summary>
public sealed record ObligationOverdue
{
    /// <summary>Of this finding; one per organ and year.</summary>
    public required Guid FindingId { get; init; }

    public required string Organ { get; init; }
    public required int Year { get; init; }

    /// <summary>On the roll.</summary>
    public required int People { get; init; }

    /// <summary>Without the hours of the year.</summary>
    public required int Overdue { get; init; }

    public required DateTimeOffset CountedAt { get; init; }
}
