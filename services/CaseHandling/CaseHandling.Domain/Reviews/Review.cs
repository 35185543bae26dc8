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
public sealed class Review
{
    private const int HearingNoticeDays = 7;
    private const int MostRedoDays = 60;

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

    /// <summary>The petitioner's term for asking, counted from the service of the opinion.</summary>
    public static DueDate RightOf(ReviewLevel level, DateOnly servedOn, Moment now) =>
        now.Due(servedOn, level is ReviewLevel.Review ? Terms.ReviewRequest.Code : Terms.RecheckRequest.Code, level is ReviewLevel.Review ? "送达处理意见书" : "送达复查意见书");

    /// <summary>
    /// Why nobody can ask at this level now, as far as it can be said before anything is filled in: no opinion served, no body above,
    /// the body would judge itself, it has been asked before, or the matter is final. Out of time is no refusal by itself.
    /// </summary>
    public static Refusal? RefusesRequest(ReviewLevel level, AttackedOpinion? opinion, string? body, IReadOnlyCollection<Review> earlier)
    {
        if (earlier.Any(review => review.IsFinal() && (opinion is null || review.ServedOn >= opinion.ServedOn))) return ReviewRefusals.Final;
        if (opinion is null) return ReviewRefusals.NotServed with { Basis = ReviewRefusals.BasisOf(level) };
        if (opinion.Category is not Category.Redress) return ReviewRefusals.OnlyRedress;
        if (body is null) return ReviewRefusals.NoBody with { Basis = ReviewRefusals.BasisOf(level) };
        if (body == opinion.IssuedBy || body == opinion.HandlingOrgan) return ReviewRefusals.ReviewerIsHandler;
        return earlier.FirstOrDefault(review => review.Level == level && review.OpinionId == opinion.DocumentId && review.Status is not ReviewStatus.Rejected) is { } known
            ? ReviewRefusals.AlreadyRequested(level, known.ReceivedOn)
            : null;
    }

    /// <summary>申请复查, 申请复核: by the petitioner online, or registered by the reviewing body from paper. Starts the body's 30 days on the day it received it.</summary>
    /// <param name="standAside">Accounts that took part in the earlier handling.</param>
    public static Result<RequestOpened> Request(
        ReviewId id, ReviewLevel level, AttackedOpinion? opinion, string? body, IReadOnlyCollection<Review> earlier, IEnumerable<string> standAside,
        Actor actor, RequestArrival arrival, ReviewApplication application, Moment now)
    {
        var step = ReviewFlow.Of(ReviewAct.Request);
        if ((step.Who & actor.Roles) == 0) return ReviewRefusals.NotAllowed(step, level);
        if ((actor.Roles & Roles.Petitioner) == 0 && (body is null || actor.Organ != body)) return ReviewRefusals.NotThisBody;
        if (RefusesRequest(level, opinion, body, earlier) is { } refusal) return refusal;
        if (RefusesArrival(arrival, opinion!.ServedOn, now) is { } wrongDay) return wrongDay;
        if (string.IsNullOrWhiteSpace(application.Claims)) return ReviewRefusals.WithoutClaims;
        if (application.Reasons.Trim().Length < 10) return ReviewRefusals.WithoutReasons;

        var right = RightOf(level, opinion.ServedOn, now);
        var inTime = arrival.RequestedOn <= right.DueOn;
        // From paper it is registered in any case: the body decides, and says why (late is no refusal to take it in).
        if (!inTime && (actor.Roles & Roles.Petitioner) != 0 && string.IsNullOrWhiteSpace(application.LateReason)) return ReviewRefusals.Late(level, right.DueOn);

        var review = new Review
        {
            Id = id,
            PetitionId = opinion.Petition,
            Number = opinion.Number,
            Level = level,
            Body = body!,
            Respondent = opinion.IssuedBy,
            HandlingOrgan = opinion.HandlingOrgan,
            OpinionId = opinion.DocumentId,
            OpinionNumber = opinion.DocumentNumber,
            OpinionServedOn = opinion.ServedOn,
            ClaimCount = opinion.Claims,
            ElectronicService = opinion.ElectronicService,
            Way = arrival.Way,
            RequestedOn = arrival.RequestedOn,
            ReceivedOn = arrival.ReceivedOn,
            PostmarkedOn = arrival.PostmarkedOn,
            InTime = inTime,
            Status = ReviewStatus.Requested,
            File = new() { Application = new(application.Claims.Trim(), application.Reasons.Trim(), NullIfBlank(application.LateReason)) },
        };
        review._standAside.AddRange(standAside.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        review.Start(review.DecisionTerm(now));
        return new RequestOpened(review, review.Changed(new RequestReceived(
            level, review.Body, review.Way, review.RequestedOn, review.ReceivedOn, review.PostmarkedOn, inTime, review.DecisionDates())));
    }

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

    /// <summary>受理. A late request only with a ground the body itself states.</summary>
    public Result<RequestAccepted> Accept(Actor actor, string? lateBecause, Moment now)
    {
        if (Refuses(ReviewAct.Accept, actor) is { } refusal) return refusal;
        if (!InTime && string.IsNullOrWhiteSpace(lateBecause)) return ReviewRefusals.LateWithoutGround;

        (Status, AcceptedOn, Officer) = (ReviewStatus.Accepted, now.Date, Officer ?? actor.Id);
        File = File with { LateAcceptedBecause = InTime ? null : NullIfBlank(lateBecause) };
        return Changed(new RequestAccepted(Level, now.Date, InTime, DecisionDates()));
    }

    /// <summary>不予受理: says why, and what the petitioner can do instead.</summary>
    public Result<RequestRejected> Reject(Actor actor, Rejection rejection, Moment now)
    {
        if (Refuses(ReviewAct.Reject, actor) is { } refusal) return refusal;
        if (rejection.Ground is RejectionGround.Late && InTime) return ReviewRefusals.InTime(Level);
        if (string.IsNullOrWhiteSpace(rejection.Reason)) return ReviewRefusals.RejectedWithoutReason;
        if (rejection.Ground is RejectionGround.WrongBody or RejectionGround.OtherRoad && string.IsNullOrWhiteSpace(rejection.Body)) return ReviewRefusals.RejectedWithoutBody;
        if (string.IsNullOrWhiteSpace(rejection.Instead)) return ReviewRefusals.RejectedWithoutRoad;
        if (rejection.Until < now.Date) return ReviewRefusals.RejectedWithPastDate;

        (Status, Officer) = (ReviewStatus.Rejected, Officer ?? actor.Id);
        File = File with { Rejection = rejection with { Body = NullIfBlank(rejection.Body), Instead = rejection.Instead.Trim(), Reason = rejection.Reason.Trim() } };
        Finish(DecisionCode(), now.Date);
        return Changed(new RequestRejected(Level, now.Date, rejection.Ground, rejection.Until));
    }

    /// <summary>听证 that was held. Its days are excluded from the term of a recheck (art. 36 para. 2), and from nothing else.</summary>
    public Result<ReviewHeard> Hear(Actor actor, ReviewHearing hearing, Moment now)
    {
        if (Refuses(ReviewAct.Hear, actor) is { } refusal) return refusal;
        var dueOn = TermOf(DecisionCode())!.DueOn;
        if (hearing.From < ReceivedOn || hearing.To < hearing.From || hearing.To > now.Date) return ReviewRefusals.HearingDates(ReceivedOn);
        if (hearing.From > dueOn) return ReviewRefusals.HearingAfterTerm(dueOn);
        if (hearing.NoticedOn > hearing.From.AddDays(-HearingNoticeDays)) return ReviewRefusals.HearingNotice;
        if (new[] { hearing.Place, hearing.Chair, hearing.Members, hearing.Summary }.Any(string.IsNullOrWhiteSpace)) return ReviewRefusals.HearingIncomplete;
        if (hearing.Chair.Trim() == Officer?.Value) return ReviewRefusals.HearingChair;
        if (File.Hearings.Any(held => held.From <= hearing.To && hearing.From <= held.To)) return ReviewRefusals.HearingOverlaps;

        File = File with { Hearings = [.. File.Hearings, hearing] };
        if (Level is ReviewLevel.Recheck)
        {
            ExcludedDays += hearing.Days;
            Start(DecisionTerm(now));
        }
        return Changed(new ReviewHeard(Level, hearing.From, hearing.To, ExcludedDays, DecisionDates()));
    }

    /// <summary>起草: the officer's draft, replaced by a later one until it is signed.</summary>
    /// <param name="attacked">What stands: the outcomes of the opinion under attack, as far as they are known.</param>
    public Result<OpinionProposed> Propose(Actor actor, ReviewOpinion opinion, IReadOnlyList<Claim> attacked)
    {
        if (Refuses(ReviewAct.Propose, actor) is { } refusal) return refusal;
        if (RefusesOpinion(opinion, attacked) is { } incomplete) return incomplete;

        File = File with
        {
            Opinion = opinion with
            {
                Facts = opinion.Facts.Trim(),
                Reason = opinion.Reason.Trim(),
                Basis = opinion.Basis.Trim(),
                Claims = [.. opinion.Claims.OrderBy(claim => claim.Number)],
                Demand = NullIfBlank(opinion.Demand),
                DraftedBy = actor.Id.Value,
            },
        };
        Officer ??= actor.Id;
        return Changed(new OpinionProposed(Level, opinion.Outcome));
    }

    /// <summary>签发 by the head of the body. Ends its term; late is possible and marked.</summary>
    public Result<ReviewDecision> Decide(Actor actor, Moment now)
    {
        if (Refuses(ReviewAct.Decide, actor) is { } refusal) return refusal;
        if (File.Opinion is not { } opinion) return ReviewRefusals.NotProposed;
        if (opinion.DraftedBy == actor.Id.Value) return ReviewRefusals.SignedByDrafter;

        (Status, DecidedOn, Outcome) = (ReviewStatus.Decided, now.Date, opinion.Outcome);
        var inTime = Finish(DecisionCode(), now.Date);
        Start(now.Due(Terms.ServiceOfOpinion.Code, $"作出{ReviewWords.Of(Level)}意见"));
        return Changed(new ReviewDecision(Level, now.Date, inTime, opinion.Outcome, opinion.RedoWithinDays));
    }

    /// <summary>The opinion that was signed, with the number it got.</summary>
    public void Issue(Guid document, string number) => (IssuedId, IssuedNumber) = (document, number);

    /// <summary>送达: from a review the 30 days for asking for a recheck run; a recheck is final unless it revokes (art. 36).</summary>
    /// <param name="nextBody">The body one level above this one, for a review.</param>
    public Result<ReviewOpinionDelivered> Serve(Actor actor, ServiceReceipt receipt, string? nextBody, Moment now)
    {
        if (Refuses(ReviewAct.Serve, actor) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(receipt.Receiver)) return ReviewRefusals.ServiceWithoutReceiver;
        var decidedOn = DecidedOn.GetValueOrDefault();
        if (receipt.ServedOn < decidedOn || receipt.ServedOn > now.Date) return ReviewRefusals.ServiceDate(decidedOn);
        // 公告满30日视为送达, by analogy with the Civil Procedure Law, art. 95.
        if (receipt.Method is ServiceMethod.PublicNotice && receipt.ServedOn < decidedOn.AddDays(30)) return ReviewRefusals.ServiceDate(decidedOn.AddDays(30));
        if (receipt.Method is ServiceMethod.Electronic && !ElectronicService) return ReviewRefusals.ServiceElectronicWithoutConsent;

        (Status, ServedOn) = (ReviewStatus.Served, receipt.ServedOn);
        File = File with { Service = receipt with { Receiver = receipt.Receiver.Trim(), Note = NullIfBlank(receipt.Note) } };
        Finish(Terms.ServiceOfOpinion.Code, receipt.ServedOn);
        if (Level is ReviewLevel.Recheck || nextBody is null)
            return Changed(new ReviewOpinionDelivered(Level, receipt.ServedOn, receipt.Method, null, null, IsFinal()));

        var right = RightOf(ReviewLevel.Recheck, receipt.ServedOn, now);
        Start(right);
        return Changed(new ReviewOpinionDelivered(Level, receipt.ServedOn, receipt.Method, nextBody, DueDates.Of(right), false));
    }

    /// <summary>临期, 超期: what the body has to be told today, each once per date.</summary>
    public IReadOnlyList<ReviewTermTold> TellTerms(Moment now)
    {
        List<ReviewTermTold> told = [];
        var terms = _terms.ToList();
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].WatchOn() is not { } day || day > now.Date) continue;
            var overdue = now.Date > terms[i].StrictDueOn;
            terms[i] = terms[i] with { DueSoonTold = true, OverdueTold = overdue };
            told.Add(new(terms[i].Code, overdue, terms[i].StrictDueOn, terms[i].DueOn));
        }
        if (told.Count == 0) return told;
        _terms = terms;
        Changed(told[^1]);
        return told;
    }

    /// <summary>The version of the calendar that what is owed was projected with; empty when there are several, null when nothing is owed.</summary>
    public string? ProjectedWith() => PetitionTerm.ProjectedWith(_terms.Where(term => term.IsOwed()));

    /// <summary>期限重算: counts what is owed again with the calendar in use now. Null when no date moves; then nothing is changed.</summary>
    public DatesCorrected? CorrectDates(Moment now)
    {
        var (terms, moved) = PetitionTerm.CountAgain(_terms, term => term.IsOwed(), now);
        if (moved.Count == 0) return null;
        _terms = terms;
        return Changed(new DatesCorrected(now.Calendar.Version, moved));
    }

    /// <summary>Why this person cannot do this act now; null when it is open. Pages show the answer beside the closed act.</summary>
    public Refusal? Refuses(ReviewAct act, Actor actor) =>
        ReviewFlow.Refuses(act, Status, Level, actor.Organ == Body ? actor.Roles : actor.Roles & Roles.System)
        ?? (_standAside.Contains(actor.Id.Value) ? ReviewRefusals.Recused : null)
        ?? (act is ReviewAct.Claim && Officer is not null ? ReviewRefusals.AlreadyClaimed : null)
        ?? (act is ReviewAct.Decide && File.Opinion is null ? ReviewRefusals.NotProposed : null);

    /// <summary>The term of that code.</summary>
    public PetitionTerm? TermOf(string code) => _terms.Find(term => term.Code == code);

    /// <summary>Code of the body's own term.</summary>
    public string DecisionCode() => Level is ReviewLevel.Review ? Terms.Review.Code : Terms.Recheck.Code;

    private static Refusal? RefusesArrival(RequestArrival arrival, DateOnly servedOn, Moment now)
    {
        if (arrival.ReceivedOn > now.Date || arrival.ReceivedOn < servedOn) return ReviewRefusals.ReceivedDate(servedOn);
        if (arrival.PostmarkedOn is null) return null;
        if (arrival.Way is not RequestWay.Letter) return ReviewRefusals.PostmarkWithoutLetter;
        return arrival.PostmarkedOn > arrival.ReceivedOn || arrival.PostmarkedOn < servedOn ? ReviewRefusals.PostmarkDate : null;
    }

    private Refusal? RefusesOpinion(ReviewOpinion opinion, IReadOnlyList<Claim> attacked)
    {
        if (string.IsNullOrWhiteSpace(opinion.Facts)) return ReviewRefusals.OpinionWithoutFacts;
        if (string.IsNullOrWhiteSpace(opinion.Reason)) return ReviewRefusals.OpinionWithoutReason;
        if (string.IsNullOrWhiteSpace(opinion.Basis)) return ReviewRefusals.OpinionWithoutBasis;
        var redo = opinion.Outcome is ReviewOutcome.RevokeAndRedo;
        if (redo && (opinion.RedoWithinDays is not (>= 1 and <= MostRedoDays) || string.IsNullOrWhiteSpace(opinion.Demand))) return ReviewRefusals.RedoWithoutTerm;
        if (!redo && (opinion.RedoWithinDays is not null || !string.IsNullOrWhiteSpace(opinion.Demand))) return ReviewRefusals.TermWithoutRedo;
        if (opinion.Outcome is not ReviewOutcome.Change) return opinion.Claims.Count > 0 ? ReviewRefusals.ClaimsWithoutChange : null;

        for (var number = 1; number <= ClaimCount; number++)
            if (opinion.Claims.Count(claim => claim.Number == number && !string.IsNullOrWhiteSpace(claim.Reason) && !string.IsNullOrWhiteSpace(claim.Basis)) != 1)
                return ReviewRefusals.ClaimsIncomplete(number);
        if (opinion.Claims.Count != ClaimCount) return ReviewRefusals.ClaimsIncomplete(ClaimCount + 1);
        return attacked.Count > 0 && opinion.Claims.All(claim => attacked.Any(old => old.Number == claim.Number && old.Outcome == claim.Outcome))
            ? ReviewRefusals.ChangesNothing
            : null;
    }

    private DueDate DecisionTerm(Moment now) => now.Due(ReceivedOn, DecisionCode(), $"收到{ReviewWords.Of(Level)}申请", excludedDays: ExcludedDays);

    private DueDates DecisionDates()
    {
        var decision = TermOf(DecisionCode())!;
        return new(decision.StrictDueOn, decision.DueOn);
    }

    private void Start(DueDate due) => _terms = [.. _terms.Where(term => term.Code != due.Term.Code), PetitionTerm.Of(due)];

    private bool Finish(string code, DateOnly on)
    {
        _terms = [.. _terms.Select(term => term.Code == code && term.DoneOn is null ? term with { DoneOn = on } : term)];
        return on <= TermOf(code)?.DueOn;
    }

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
