namespace Xinfang.CaseHandling.Domain.Reviews;

/// <summary>Everything people said or wrote in a review. One value, so that it is encrypted at rest as one.</summary>
public sealed record ReviewFile
{
    /// <summary>复查（复核）申请书 in the petitioner's words.</summary>
    public required ReviewApplication Application { get; init; }

    /// <summary>The reviewing body's reason for accepting a late request.</summary>
    public string? LateAcceptedBecause { get; init; }

    public Rejection? Rejection { get; init; }

    /// <summary>听证, oldest first.</summary>
    public IReadOnlyList<ReviewHearing> Hearings { get; init; } = [];

    /// <summary>The opinion as drafted; signed once <see cref="Review.DecidedOn"/> is there.</summary>
    public ReviewOpinion? Opinion { get; init; }

    public ServiceReceipt? Service { get; init; }

    /// <summary>Why a person stood aside (art. 28 para. 3), by account.</summary>
    public IReadOnlyDictionary<string, string> Recusals { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What the petitioner asks for and why the opinion is wrong; why it comes late, if it does.</summary>
public sealed record ReviewApplication(string Claims, string Reasons, string? LateReason = null);

/// <summary>Why the request is not accepted, and what can be done instead.</summary>
/// <param name="Body">The body that is the right one, where there is one.</param>
/// <param name="Instead">What the petitioner can do now.</param>
public sealed record Rejection(RejectionGround Ground, string? Body, string Instead, string Reason, DateOnly? Until = null);

/// <summary>A hearing that was held (art. 36 para. 2; local rules: 7 days' notice).</summary>
/// <param name="NoticedOn">The day the parties were told of it.</param>
/// <param name="Chair">Account or name of who chaired it; not the officer who investigates.</param>
public sealed record ReviewHearing(DateOnly NoticedOn, DateOnly From, DateOnly To, string Place, string Chair, string Members, string Summary)
{
    /// <summary>Days it took, first and last included.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}

/// <summary>复查意见, 复核意见: outcome, what was found, why, on which basis.</summary>
/// <param name="Claims">The outcomes that replace those of the opinion; only with <see cref="ReviewOutcome.Change"/>.</param>
/// <param name="RedoWithinDays">Calendar days for the new opinion; only with <see cref="ReviewOutcome.RevokeAndRedo"/>.</param>
/// <param name="Demand">What the new handling must make good; only with <see cref="ReviewOutcome.RevokeAndRedo"/>.</param>
public sealed record ReviewOpinion(
    ReviewOutcome Outcome, string Facts, string Reason, string Basis, IReadOnlyList<ChangedClaim> Claims, int? RedoWithinDays, string? Demand, string DraftedBy);

/// <summary>The outcome that replaces the one of the opinion, for one claim.</summary>
public sealed record ChangedClaim(int Number, Outcome Outcome, string Reason, string Basis);
