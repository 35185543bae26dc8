namespace Xinfang.Contracts.Training.V1;

/// <summary>手把手指导结束: how often and how long. Whether it has helped is shown by the cases, with its uncertainty, and not told here.</summary>
public sealed record CoachingEnded
{
    public required Guid NeedId { get; init; }
    public required string Organ { get; init; }

    /// <summary>Code of the competency that was trained.</summary>
    public required string Competency { get; init; }

    public required int Visits { get; init; }
    public required int Minutes { get; init; }
    public required DateOnly EndedOn { get; init; }
}
