namespace Xinfang.Contracts.Intake.V1;

/// <summary>转送 (art. 22): the petition goes to the organ competent for it. For a sealed accusation only id, organ, round and seal are filled in.</summary>
public sealed record PetitionForwarded
{
    public required Guid PetitionId { get; init; }
    public string? Number { get; init; }
    public required string Organ { get; init; }
    public required int Round { get; init; }
    public string? Category { get; init; }
    public required int ClaimCount { get; init; }
    public required bool ElectronicService { get; init; }
    public required bool Urgent { get; init; }
    public required bool Sealed { get; init; }
    public required DateOnly ReceivedByOfficeOn { get; init; }
    public required DateTimeOffset ForwardedAt { get; init; }

    /// <summary>重复信访: the clerk has found the same person with the same matter once more.</summary>
    public bool Repeat { get; init; }

    /// <summary>第几次: 2 for the first repeat; null where the clerk has not confirmed which petition it repeats.</summary>
    public int? RepeatRound { get; init; }

    /// <summary>Accounts of staff the petition is about, separated by commas; they have an interest in it (art. 28). Never filled in for an accusation.</summary>
    public string? ConcernedAccounts { get; init; }
}
