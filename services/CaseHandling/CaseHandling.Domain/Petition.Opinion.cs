using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>The way of the opinion: the officer drafts, the checker checks, the head signs; before service the head may withdraw it.</summary>
public sealed partial class Petition
{
    /// <summary>On whose desk the draft lies; null while there is none. Inboxes are cut by it.</summary>
    public DraftDesk? DraftDesk { get; private set; }

    /// <summary>
    /// 起草: saves a version of the opinion (art. 31 item 6, 32), and sends it to the checker when it is complete. A version saved later
    /// takes the draft back: what was checked is then no longer what would be signed. A suggestion is answered the same way (art. 29),
    /// without a statement, a legal basis or a review body.
    /// </summary>
    /// <param name="actor">The officer.</param>
    /// <param name="text">The text; may be incomplete while it is not submitted.</param>
    /// <param name="submit">Goes to the checker.</param>
    /// <param name="hash">SHA-256 of the text, under which this version is kept.</param>
    /// <param name="reviewBody">Code of the organ that would review the opinion.</param>
    /// <param name="now">The moment.</param>
    public Result<OpinionDrafted> DraftOpinion(Actor actor, OpinionText text, bool submit, string hash, string? reviewBody, Moment now)
    {
        if (Refuses(Act.DraftOpinion, actor, now) is { } refusal) return refusal;
        if (RefusesClaimNumbers(text.Claims) is { } unknown) return unknown;
        if (submit && RefusesText(text, reviewBody) is { } incomplete) return incomplete;

        var version = (File.Draft?.Version ?? File.DraftedBefore) + 1;
        DraftDesk = submit ? Domain.DraftDesk.Checker : Domain.DraftDesk.Officer;
        File = File with
        {
            Draft = new(version, hash, DraftDesk.Value, actor.Id.Value, now.Date, Trimmed(text), null, null, File.Draft?.Remarks ?? []),
        };
        return Changed(new OpinionDrafted(version, hash, submit));
    }

    /// <summary>审核: another person than the one who drafted finds the draft in order.</summary>
    public Result<OpinionChecked> CheckOpinion(Actor actor, Moment now)
    {
        if (Refuses(Act.CheckOpinion, actor, now) is { } refusal) return refusal;

        var draft = File.Draft!;
        DraftDesk = Domain.DraftDesk.Head;
        File = File with { Draft = draft with { Desk = Domain.DraftDesk.Head, CheckedBy = actor.Id.Value, CheckedOn = now.Date } };
        return Changed(new OpinionChecked(draft.Version, draft.Hash));
    }

    /// <summary>退回: the checker or the head gives the draft back to the officer, with a remark.</summary>
    public Result<DraftReturned> ReturnDraft(Actor actor, string remark, Moment now)
    {
        if (Refuses(Act.ReturnDraft, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(remark)) return Refusals.ReturnWithoutRemark;

        var draft = File.Draft!;
        DraftDesk = Domain.DraftDesk.Officer;
        File = File with
        {
            Draft = draft with
            {
                Desk = Domain.DraftDesk.Officer,
                CheckedBy = null,
                CheckedOn = null,
                Remarks = [.. draft.Remarks, new(draft.Version, actor.Id.Value, now.Date, remark.Trim())],
            },
        };
        return Changed(new DraftReturned(draft.Version, draft.Desk));
    }

    /// <summary>签发: the head signs what was checked; this is the opinion (作出). Ends the completion term; late is possible and marked.</summary>
    public Result<Decided> SignOpinion(Actor actor, string? reviewBody, Moment now)
    {
        if (Refuses(Act.SignOpinion, actor, now) is { } refusal) return refusal;
        var text = File.Draft!.Text;
        if (RefusesText(text, reviewBody) is { } incomplete) return incomplete;

        (Status, DecidedOn, DraftDesk) = (PetitionStatus.Decided, now.Date, null);
        File = File with { Facts = text.Facts, Claims = [.. text.Claims.OrderBy(each => each.Number)] };
        var inTime = Finish(AnswerTerm(), now.Date);
        Start(now.Due(Terms.ServiceOfOpinion.Code, "作出意见"));
        return Changed(new Decided(now.Date, inTime, Count(Outcome.Supported), Count(Outcome.Explained), Count(Outcome.NotSupported)));

        int Count(Outcome outcome) => text.Claims.Count(each => each.Outcome == outcome);
    }

    /// <summary>作废: the head withdraws an opinion that has not been served. The petition is handled again, in the term that has run on.</summary>
    public Result<OpinionWithdrawn> WithdrawOpinion(Actor actor, string reason, Moment now)
    {
        if (Refuses(Act.WithdrawOpinion, actor) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.WithdrawalWithoutReason;

        var signedOn = DecidedOn.GetValueOrDefault();
        (Status, DecidedOn, DraftDesk) = (PetitionStatus.Accepted, null, Domain.DraftDesk.Officer);
        _terms = [.. _terms.Where(term => term.Code != Terms.ServiceOfOpinion.Code).Select(term => term.Code == AnswerTerm() ? term with { DoneOn = null } : term)];
        File = File with
        {
            Facts = null,
            Claims = [.. File.Claims.Select(claim => new Claim(claim.Number))],
            Draft = File.Draft! with { Desk = Domain.DraftDesk.Officer, CheckedBy = null, CheckedOn = null },
            Withdrawals = [.. File.Withdrawals, new(signedOn, now.Date, actor.Id.Value, reason.Trim())],
        };
        return Changed(new OpinionWithdrawn(signedOn, now.Date, AnswerDates()));
    }

    private Refusal? RefusesDraft() => Category is Category.Redress && File.Statements.Count == 0 ? Refusals.NotHeard : null;

    private Refusal? RefusesCheck(Actor actor) =>
        DraftDesk is not Domain.DraftDesk.Checker ? Refusals.NothingToCheck
        : File.Draft?.By == actor.Id.Value ? Refusals.CheckOfOwnDraft
        : null;

    private Refusal? RefusesReturn(Actor actor) =>
        (DraftDesk is Domain.DraftDesk.Checker && (actor.Roles & Roles.Checker) != 0) || (DraftDesk is Domain.DraftDesk.Head && (actor.Roles & Roles.Head) != 0)
            ? null
            : Refusals.NothingToReturn;

    private Refusal? RefusesSignature(Actor actor) =>
        RefusesDraft()
        ?? (DraftDesk is not Domain.DraftDesk.Head ? Refusals.NotChecked
            : File.Draft is { } draft && (draft.By == actor.Id.Value || draft.CheckedBy == actor.Id.Value) ? Refusals.SignatureOfOwnDraft
            : null);

    private Refusal? RefusesText(OpinionText text, string? reviewBody)
    {
        if (Category is Category.Redress && string.IsNullOrEmpty(reviewBody)) return Refusals.NoReviewBody;
        if (string.IsNullOrWhiteSpace(text.Facts)) return Refusals.OpinionWithoutFacts;
        foreach (var claim in text.Claims.Where(claim => claim.Outcome is not null))
        {
            if (string.IsNullOrWhiteSpace(claim.Reason)) return Refusals.ClaimWithoutReason(claim.Number);
            if (Category is Category.Redress && string.IsNullOrWhiteSpace(claim.Basis)) return Refusals.ClaimWithoutBasis(claim.Number);
        }
        var answered = text.Claims.Where(claim => claim.Outcome is not null).Select(claim => claim.Number);
        return File.Claims.Select(claim => claim.Number).Except(answered).Order().ToList() is { Count: > 0 } missing
            ? Refusals.ClaimsIncomplete(missing)
            : RefusesRepetition(text.Facts, text.Claims);
    }

    private Refusal? RefusesClaimNumbers(IReadOnlyList<Claim> claims)
    {
        var known = File.Claims.Select(claim => claim.Number).ToHashSet();
        var seen = new HashSet<int>();
        return claims.FirstOrDefault(claim => !known.Contains(claim.Number) || !seen.Add(claim.Number)) is { } wrong ? Refusals.ClaimsUnknown(wrong.Number) : null;
    }

    private static OpinionText Trimmed(OpinionText text) => new(
        text.Facts.Trim(),
        [.. text.Claims.OrderBy(claim => claim.Number).Select(claim => claim with { Reason = NullIfBlank(claim.Reason), Basis = NullIfBlank(claim.Basis) })],
        [.. text.Answers.Select(answer => answer with { Reason = answer.Reason.Trim() })]);
}
