namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>受理 or 不予受理 of a request for a review or recheck, with the notice to the petitioner.</summary>
public sealed record ReviewRequestAnswered
{
    public required Guid PetitionId { get; init; }
    public required Guid ReviewId { get; init; }

    /// <summary>The organ that handles the petition.</summary>
    public required string Organ { get; init; }

    public required string ReviewBody { get; init; }

    /// <summary>Review or Recheck.</summary>
    public required string Level { get; init; }

    public required bool Accepted { get; init; }

    /// <summary>Why it was not accepted: Late, WrongBody, OtherMatter, OtherRoad, NotEntitled.</summary>
    public string? Ground { get; init; }

    /// <summary>Last day of what can be done instead, where there is one.</summary>
    public DateOnly? Until { get; init; }

    public required DateTimeOffset AnsweredAt { get; init; }
    public required Guid DocumentId { get; init; }
    public required string DocumentNumber { get; init; }
}
