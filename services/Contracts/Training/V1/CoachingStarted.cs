namespace Xinfang.Contracts.Training.V1;

/// <summary>手把手指导开始: a person has decided that an organ is coached. Who coaches is not told.</summary>
public sealed record CoachingStarted
{
    public required Guid NeedId { get; init; }
    public required string Organ { get; init; }

    /// <summary>Code of the competency that is trained.</summary>
    public required string Competency { get; init; }

    public required DateOnly StartedOn { get; init; }
}
