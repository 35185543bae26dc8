namespace Xinfang.Contracts.Training.V1;

/// <summary>考试结果: an exam has closed and everything is marked; one event per organ with at least five people in it. Counts only, no people and no marks of anybody.</summary>
public sealed record ExamPassed
{
    public required Guid ExamId { get; init; }
    public required string Organ { get; init; }

    /// <summary>How many people sat it, however often.</summary>
    public required int People { get; init; }

    /// <summary>How many of them have passed.</summary>
    public required int Passed { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }
}
