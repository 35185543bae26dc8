using System.Security.Cryptography;
using System.Text;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>撤销并责令重作, as the reviewing body orders it.</summary>
/// <param name="Body">Code of the reviewing body.</param>
/// <param name="WithinDays">Calendar days from the day of the order.</param>
public sealed record RedoOrder(Guid ReviewId, string Body, int WithinDays);

/// <summary>The handling anew, and the revoked opinion it must not repeat on the same facts and reasons.</summary>
/// <param name="WhatIsNew">The organ's statement of new facts or reasons; needed when the outcome stays the same.</param>
public sealed record Redo(RedoOrder Order, DateOnly OrderedOn, string? Facts, IReadOnlyList<Claim> Claims, string Digest, string? WhatIsNew = null);

/// <summary>After a review or recheck has revoked the opinion.</summary>
public sealed partial class Petition
{
    /// <summary>责令重作: a new round of handling by the same organ, with the term the reviewing body has set.</summary>
    public Result<RedoStarted> Redo(RedoOrder order, Moment now)
    {
        if (Refuses(Act.Redo, Actor.System) is { } refusal) return refusal;

        (Status, DecidedOn, CompletedOn, DraftDesk) = (PetitionStatus.Accepted, null, null, Domain.DraftDesk.Officer);
        File = File with
        {
            Redo = new Redo(order, now.Date, File.Facts, File.Claims, DigestOf(File.Facts ?? "", File.Claims)),
            Facts = null,
            Claims = [.. File.Claims.Select(claim => new Claim(claim.Number))],
            Service = null,
            Draft = File.Draft is { } draft ? draft with { Desk = Domain.DraftDesk.Officer, CheckedBy = null, CheckedOn = null } : null,
            Result = null,
            Closing = null,
            Enforcements = [],
        };
        _terms = [.. _terms.Where(term => term.Code != Terms.ReviewRequest.Code && term.Code != Terms.ServiceOfOpinion.Code)];
        Drop(Terms.Enforcement.Code);
        Start(now.Due(Terms.Redo with { Days = order.WithinDays }, "收到撤销意见"));
        return Changed(new RedoStarted(order.Body, now.Date, AnswerDates()));
    }

    /// <summary>写明新情况: what is new in facts or reasons, where the new opinion comes to the same result as the revoked one.</summary>
    public Result<NewsStated> StateNews(Actor actor, string whatIsNew)
    {
        if (Refuses(Act.StateNews, actor) is { } refusal) return refusal;
        if (File.Redo is null) return Refusals.NothingToRedo;
        if (whatIsNew.Trim().Length < 10) return Refusals.RedoWithoutNews;
        File = File with { Redo = File.Redo with { WhatIsNew = whatIsNew.Trim() } };
        return Changed(new NewsStated());
    }

    /// <summary>
    /// A redo may not come to the same result on the same facts and reasons. The same words are refused always; the same outcome in
    /// other words needs a statement of what is new.
    /// </summary>
    private Refusal? RefusesRepetition(string facts, IReadOnlyList<Claim> decisions)
    {
        if (File.Redo is not { } redo) return null;
        if (!redo.Claims.All(old => decisions.Any(each => each.Number == old.Number && each.Outcome == old.Outcome))) return null;
        if (DigestOf(facts, decisions) == redo.Digest) return Refusals.RedoRepeats;
        return redo.WhatIsNew is null ? Refusals.RedoWithoutNews : null;
    }

    // Punctuation and spaces are no new reason.
    private static string DigestOf(string facts, IEnumerable<Claim> claims)
    {
        var text = new StringBuilder();
        foreach (var part in claims.OrderBy(claim => claim.Number).SelectMany(claim => new[] { claim.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), claim.Outcome.ToString(), claim.Reason, claim.Basis }).Prepend(facts))
            text.Append([.. (part ?? "").Where(char.IsLetterOrDigit)]).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

public sealed record RedoStarted(string Body, DateOnly On, DueDates Answer) : Fact
{
    public override string Sentence => $"原意见被撤销，重新办理，最晚{ChineseDates.WithYear(Answer.DueOn)}作出意见";
}

public sealed record NewsStated : Fact
{
    public override string Sentence => "写明重新办理查明的新情况";
}
