using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Reviews;

/// <summary>The served opinion that a request attacks, as the files show it.</summary>
/// <param name="Number">信访编号.</param>
/// <param name="HandlingOrgan">The organ that handles the petition.</param>
/// <param name="IssuedBy">The organ whose opinion it is: the handling organ, or the review body for a recheck.</param>
/// <param name="DocumentId">The opinion.</param>
/// <param name="Claims">How many claims it answers.</param>
public sealed record AttackedOpinion(
    PetitionId Petition, string? Number, Category Category, string HandlingOrgan, string IssuedBy, Guid DocumentId, string DocumentNumber, DateOnly ServedOn,
    int Claims, bool ElectronicService);

/// <summary>How and when a request came.</summary>
/// <param name="ReceivedOn">收到 by the reviewing body; its 30 days run from it.</param>
/// <param name="PostmarkedOn">The day it was posted; that day decides whether it is in time (by analogy with the Civil Procedure Law, art. 85).</param>
public sealed record RequestArrival(RequestWay Way, DateOnly ReceivedOn, DateOnly? PostmarkedOn = null)
{
    /// <summary>The day that counts for the petitioner's term.</summary>
    public DateOnly RequestedOn => PostmarkedOn ?? ReceivedOn;
}

/// <summary>A request that was received.</summary>
public sealed record RequestOpened(Review Review, RequestReceived Fact);

/// <summary>复查 (art. 35) or 复核 (art. 36) of one opinion by the organ one level above, with its own dates.</summary>
public sealed partial class Review
{
    private readonly List<string> _standAside = [];
    private List<PetitionTerm> _terms = [];

    private Review() { } // EF Core

    public ReviewId Id { get; private init; }
    public PetitionId PetitionId { get; private init; }

    /// <summary>信访编号.</summary>
    public string? Number { get; private init; }

    public ReviewLevel Level { get; private init; }

    /// <summary>Code of the reviewing body.</summary>
    public string Body { get; private init; } = "";

    /// <summary>Code of the organ whose opinion is attacked.</summary>
    public string Respondent { get; private init; } = "";

    /// <summary>Code of the organ that handles the petition; the respondent of a review.</summary>
    public string HandlingOrgan { get; private init; } = "";

    /// <summary>The opinion that is attacked.</summary>
    public Guid OpinionId { get; private init; }
    public string OpinionNumber { get; private init; } = "";
    public DateOnly OpinionServedOn { get; private init; }

    /// <summary>How many claims the opinion answers.</summary>
    public int ClaimCount { get; private init; }

    public bool ElectronicService { get; private init; }
    public RequestWay Way { get; private init; }

    /// <summary>The day that counts for the petitioner's 30 days: of the postmark, else of the receipt.</summary>
    public DateOnly RequestedOn { get; private init; }

    /// <summary>收到 by the reviewing body; its 30 days run from it.</summary>
    public DateOnly ReceivedOn { get; private init; }
    public DateOnly? PostmarkedOn { get; private init; }

    /// <summary>Whether the request came within the petitioner's 30 days, the last day rolled.</summary>
    public bool InTime { get; private init; }

    public ReviewStatus Status { get; private set; }

    /// <summary>经办人 at the reviewing body.</summary>
    public OfficerId? Officer { get; private set; }

    public DateOnly? AcceptedOn { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public DateOnly? ServedOn { get; private set; }
    public ReviewOutcome? Outcome { get; private set; }

    /// <summary>The opinion this review has led to; it is what a recheck attacks.</summary>
    public Guid? IssuedId { get; private set; }
    public string? IssuedNumber { get; private set; }

    /// <summary>Days of hearings that do not count; only in a recheck.</summary>
    public int ExcludedDays { get; private set; }

    /// <summary>Accounts for which this request does not exist: they handled the matter before, or have an interest (art. 28 para. 3).</summary>
    public IReadOnlyList<string> StandAside => _standAside;

    /// <summary>Terms of the reviewing body, and the right to the next level.</summary>
    public IReadOnlyList<PetitionTerm> StartedTerms => _terms;

    /// <summary>The earliest rolled date of something owed; <see cref="DateOnly.MaxValue"/> when nothing is.</summary>
    public DateOnly NextDueOn { get; private set; } = DateOnly.MaxValue;

    /// <summary>Code of the term that ends first, of those owed.</summary>
    public string? NextTerm { get; private set; }

    /// <summary>The next day on which the body is to be told of a date.</summary>
    public DateOnly? WatchOn { get; private set; }

    /// <summary>Counts every change.</summary>
    public int Revision { get; private set; }

    /// <summary>What people said and wrote.</summary>
    public ReviewFile File { get; internal set; } = new() { Application = new("", "") };

    /// <summary>终结: a recheck that upholds or changes ends the matter; one that revokes sends it back to a new opinion with new rights.</summary>
    public bool IsFinal() => this is { Level: ReviewLevel.Recheck, Status: ReviewStatus.Served, Outcome: not ReviewOutcome.RevokeAndRedo };

    /// <summary>认领, with the declaration of having taken no part in the earlier handling. Starts no term.</summary>
    public Result<ReviewClaimed> Claim(Actor actor)
    {
        if (Refuses(ReviewAct.Claim, actor) is { } refusal) return refusal;
        Officer = actor.Id;
        return Changed(new ReviewClaimed(Level, actor.Id.Value));
    }

    /// <summary>回避 (art. 28 para. 3).</summary>
    public Result<ReviewRecused> Recuse(Actor actor, OfficerId officer, string reason)
    {
        if (Refuses(ReviewAct.Recuse, actor) is { } refusal) return refusal;
        if (officer != actor.Id && (actor.Roles & Roles.Head) == 0) return ReviewRefusals.RecusalOfAnother;
        if (_standAside.Contains(officer.Value)) return ReviewRefusals.AlreadyRecused;
        if (string.IsNullOrWhiteSpace(reason)) return ReviewRefusals.RecusalWithoutReason;

        var released = Officer == officer;
        _standAside.Add(officer.Value);
        if (released) Officer = null;
        File = File with { Recusals = new SortedDictionary<string, string>(File.Recusals.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) { [officer.Value] = reason.Trim() } };
        return Changed(new ReviewRecused(officer.Value, released));
    }

    /// <summary>Why this person cannot do this act now; null when it is open. Pages show the answer beside the closed act.</summary>
    public Refusal? Refuses(ReviewAct act, Actor actor) =>
        ReviewFlow.Refuses(act, Status, Level, actor.Organ == Body ? actor.Roles : actor.Roles & Roles.System)
        ?? (_standAside.Contains(actor.Id.Value) ? ReviewRefusals.Recused : null)
        ?? (act is ReviewAct.Claim && Officer is not null ? ReviewRefusals.AlreadyClaimed : null)
        ?? (act is ReviewAct.Decide && File.Opinion is null ? ReviewRefusals.NotProposed : null);

    private T Changed<T>(T fact) where T : Fact
    {
        Revision++;
        var next = _terms.Where(term => term.IsOwed()).MinBy(term => (term.DueOn, term.Code));
        (NextDueOn, NextTerm) = (next?.DueOn ?? DateOnly.MaxValue, next?.Code);
        WatchOn = _terms.Min(term => term.WatchOn());
        return fact;
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
