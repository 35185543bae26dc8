using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Reviews;

/// <summary>Hearing, opinion, signature and service.</summary>
public sealed partial class Review
{
    private const int HearingNoticeDays = 7;
    private const int MostRedoDays = 60;

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
}
