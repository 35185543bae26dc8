using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Reviews;

/// <summary>申请: who may ask for what, when and how it came, and whether the body takes it up.</summary>
public sealed partial class Review
{
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

    private static Refusal? RefusesArrival(RequestArrival arrival, DateOnly servedOn, Moment now)
    {
        if (arrival.ReceivedOn > now.Date || arrival.ReceivedOn < servedOn) return ReviewRefusals.ReceivedDate(servedOn);
        if (arrival.PostmarkedOn is null) return null;
        if (arrival.Way is not RequestWay.Letter) return ReviewRefusals.PostmarkWithoutLetter;
        return arrival.PostmarkedOn > arrival.ReceivedOn || arrival.PostmarkedOn < servedOn ? ReviewRefusals.PostmarkDate : null;
    }
}
