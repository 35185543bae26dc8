using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>How the handling closes, ends without an answer, or begins again.</summary>
public sealed partial class Petition
{
    /// <summary>采取措施 (art. 37).</summary>
    public Result<MeasureNoted> TakeMeasure(Actor actor, Means measure, DateOnly on, string note, Moment now)
    {
        if (Refuses(Act.TakeMeasure, actor, now) is { } refusal) return refusal;
        if (on < ReceivedOn || on > now.Date) return Refusals.MeasureDate(ReceivedOn);
        if (string.IsNullOrWhiteSpace(note)) return Refusals.MeasureWithoutNote;

        File = File with { Measures = [.. File.Measures, new(measure, on, note.Trim(), actor.Id.Value)] };
        return Changed(new MeasureNoted(measure, on));
    }

    /// <summary>
    /// 办结: the opinion is served or an agreement reached, the four duties of article 27 are checked one by one, and the file is closed;
    /// for an assigned petition the result is the report (art. 22).
    /// </summary>
    public Result<Completed> Complete(Actor actor, string result, Closing closing, Moment now)
    {
        if (Refuses(Act.Complete, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(result)) return Refusals.CompletionWithoutResult;
        if (Category is Category.Redress && RefusesClosing(closing) is { } incomplete) return incomplete;

        (Status, CompletedOn) = (PetitionStatus.Completed, now.Date);
        File = File with
        {
            Result = result.Trim(),
            Closing = closing with { Limbs = [.. closing.Limbs.OrderBy(check => check.Limb).Select(check => check with { Evidence = check.Applies ? NullIfBlank(check.Evidence) : null })] },
        };
        Finish(Terms.AssignmentReport.Code, now.Date);
        return Changed(new Completed(now.Date, DecidedOn <= TermOf(AnswerTerm())?.DueOn, closing.Level, closing.Cause));
    }

    /// <summary>撤回 noted: the petitioner has withdrawn the petition at Intake. Null where there is nothing left to withdraw.</summary>
    public Withdrawn? Withdraw(Moment now)
    {
        if (Flow.Refuses(Act.Withdraw, Status, Category, Roles.System) is not null) return null;
        (Status, DraftDesk) = (PetitionStatus.Withdrawn, null);
        DropOwedTerms();
        return Changed(new Withdrawn(now.Date));
    }

    /// <summary>终止办理, by the head: the petitioner has died or the organisation has ended, and nobody takes the petition over.</summary>
    public Result<Terminated> Terminate(Actor actor, TerminationGround ground, string reason, Moment now)
    {
        if (Refuses(Act.Terminate, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.TerminationWithoutReason;

        (Status, DraftDesk) = (PetitionStatus.Terminated, null);
        File = File with { Termination = new(ground, reason.Trim(), now.Date, actor.Id.Value) };
        DropOwedTerms();
        return Changed(new Terminated(ground, now.Date));
    }

    /// <summary>
    /// 重新办理 at the petitioner's wish, within the window for rating. The matter is taken on anew on this day: sixty days run from it, and a
    /// new opinion opens a new right to a review. The old opinion stays among the documents.
    /// </summary>
    public Result<Reopened> Reopen(Actor actor, string reason, Moment now)
    {
        if (Refuses(Act.Reopen, actor, now) is { } refusal) return refusal;
        if (reason.Trim().Length < 5) return Refusals.ReopeningWithoutReason;

        File = File with
        {
            Reopenings = [.. File.Reopenings, new(now.Date, reason.Trim(), DecidedOn, File.Statements, File.Claims, File.Facts, File.Service, File.Result, File.Closing, File.Enforcements, File.Answer, File.Studies)],
            Claims = [.. File.Claims.Select(claim => new Claim(claim.Number))],
            DraftedBefore = File.Draft?.Version ?? File.DraftedBefore,
            Statements = [], Facts = null, Draft = null, Service = null, Result = null, Closing = null, Answer = null, Studies = [], Extensions = new(),
            Enforcements = [],
        };
        (Status, AcceptedOn, DecidedOn, CompletedOn, DraftDesk) = (PetitionStatus.Accepted, now.Date, null, null, null);
        Drop(Terms.Enforcement.Code, Terms.Adoption.Code, Terms.ServiceOfOpinion.Code, Terms.ReviewRequest.Code, Terms.SimpleComplete.Code);
        _terms = [.. _terms.Where(term => term.Code != Terms.Redo.Code)]; // the sixty days take its place
        if (Category is Category.Redress) Start(now.Due(Terms.Completion.Code, "重新办理"));
        else Start(now.Due(Terms.SuggestionReply.Code, "重新办理"));
        return Changed(new Reopened(now.Date, AnswerDates()));
    }

    private Refusal? RefusesReopening(Moment now)
    {
        if (File.Service is not { } service) return Refusals.ReopeningWithoutOpinion;
        var last = now.Due(service.ServedOn, Terms.RatingWindow.Code, "送达").DueOn;
        return now.Date > last ? Refusals.ReopeningTooLate(last) : null;
    }

    private Refusal? RefusesClosing(Closing closing)
    {
        foreach (var limb in Enum.GetValues<Limb>())
        {
            if (closing.Limbs.Count(check => check.Limb == limb) != 1) return Refusals.LimbUnchecked(limb);
            if (closing.Limbs.Single(check => check.Limb == limb) is { Applies: true } check && string.IsNullOrWhiteSpace(check.Evidence)) return Refusals.LimbWithoutEvidence(limb);
        }
        if (NeedsLimb(Outcome.Supported) && !Applies(Limb.Resolve)) return Refusals.LimbNeeded(Limb.Resolve);
        if (NeedsLimb(Outcome.NotSupported) && !Applies(Limb.Educate)) return Refusals.LimbNeeded(Limb.Educate);
        if (closing.Level is null) return Refusals.CompletionWithoutLevel;
        return closing.Cause is null ? Refusals.CompletionWithoutCause : null;

        bool Applies(Limb limb) => closing.Limbs.Single(check => check.Limb == limb).Applies;
        bool NeedsLimb(Outcome outcome) => File.Claims.Any(claim => claim.Outcome == outcome);
    }
}
