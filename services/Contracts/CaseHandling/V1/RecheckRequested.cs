namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>申请复核: the petitioner attacks the review opinion; the reviewing body's 30 days run from the day it received the request (art. 36 para. 1).</summary>
public sealed record RecheckRequested
{
    public required Guid PetitionId { get; init; }
    public required Guid ReviewId { get; init; }

    /// <summary>The organ that handles the petition.</summary>
    public required string Organ { get; init; }

    public required string ReviewBody { get; init; }

    /// <summary>The day that counts for the petitioner's 30 days: of the postmark, else of the receipt.</summary>
    public required DateOnly RequestedOn { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Whether the request came within the petitioner's 30 days.</summary>
    public required bool InTime { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }
    public required DateOnly StrictDueOn { get; init; }
    public required DateOnly DueOn { get; init; }
}
