using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>A request with everything needed to decide it: GET /reviews/{id}. The opinions before it are given in full, side by side.</summary>
internal static class GetReview
{
    public sealed record OrganView(string Code, string Name, string Phone);

    /// <summary>A standing check the system has made: in time, right body, not its own opinion, once only, nobody who took part.</summary>
    public sealed record CheckView(string Check, bool Ok, string Text, string Basis);

    /// <summary>An opinion in this chain, in full.</summary>
    public sealed record OpinionView(
        Guid DocumentId, DocumentKind Kind, string Title, string Number, string Issuer, DateOnly IssuedOn, DateOnly? ServedOn, string Addressee,
        IReadOnlyList<DocumentParagraph> Paragraphs, string? Remedy);

    public sealed record RecordView(int Seq, DateTimeOffset At, string Act, string Label, string By, string Organ, string? Article, string Text);

    public sealed record Response(
        Guid Id, Guid PetitionId, string? Number, ReviewLevel Level, string LevelText, ReviewStatus Status, string StatusText, OrganView? Body, OrganView? Respondent,
        OrganView? HandlingOrgan, OrganView? NextBody, RequestWay Way, string WayText, DateOnly RequestedOn, DateOnly ReceivedOn, DateOnly? PostmarkedOn, bool InTime,
        DateOnly RequestDueOn, bool ElectronicService, string? Officer, int ClaimCount, IReadOnlyList<Claim> AttackedClaims, DateOnly? AcceptedOn, DateOnly? DecidedOn, DateOnly? ServedOn,
        ReviewOutcome? Outcome, string? OutcomeText, bool Final, int ExcludedDays, ReviewApplication Application, string? LateAcceptedBecause, Rejection? Rejection, string? RejectionText,
        IReadOnlyList<ReviewHearing> Hearings, ReviewOpinion? Opinion, ServiceReceipt? Service, IReadOnlyList<CheckView> Checks, IReadOnlyList<TermView> Terms,
        IReadOnlyList<ReviewActView> Acts, IReadOnlyList<OpinionView> Opinions, IReadOnlyList<DocumentView> Documents, IReadOnlyList<RecordView> Record, RecordVerification Chain);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, CurrentCaller caller, HttpResponse response, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenReviewAsync(id, caller, ct) is not var (petition, review)) return Problems.NotFound();
        var now = clock.Now();
        var reviews = await db.ReviewsOfAsync(petition.Id, ct);
        var documents = await db.DocumentsOfAsync(petition.Id, ct);
        var entries = await db.RecordOfAsync(petition.Id, ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(View(petition, review, reviews, caller, now, documents, entries, db.Verify(petition, entries, documents, await db.DraftsOfAsync(petition.Id, ct), reviews), document => db.BodyOf(document)));
    }

    private static Response View(
        Petition petition, Review review, List<Review> reviews, CurrentCaller caller, Moment now, List<Document> documents, List<RecordEntry> entries,
        RecordVerification chain, Func<Document, DocumentBody> bodyOf)
    {
        var file = review.File;
        var first = review.Level is ReviewLevel.Review ? null : reviews.LastOrDefault(other => other.IssuedId == review.OpinionId);
        Guid?[] chainOfOpinions = [first?.OpinionId, review.OpinionId, review.IssuedId];
        var own = caller.Organ == review.Body;
        // A draft is the body's own until it is signed.
        var opinion = own || review.DecidedOn is not null ? file.Opinion : null;
        return new(
            review.Id.Value, review.PetitionId.Value, review.Number, review.Level, ReviewWords.Of(review.Level), review.Status, ReviewWords.Of(review.Status, review.Level),
            OrganOf(review.Body), OrganOf(review.Respondent), OrganOf(review.HandlingOrgan), review.Level is ReviewLevel.Review ? OrganOf(Organs.ReviewBodyOf(review.Body)?.Code) : null,
            review.Way, ReviewWords.Of(review.Way), review.RequestedOn, review.ReceivedOn, review.PostmarkedOn, review.InTime, Review.RightOf(review.Level, review.OpinionServedOn, now).DueOn,
            review.ElectronicService, review.Officer?.Value, review.ClaimCount, Standing(petition, review, reviews), review.AcceptedOn, review.DecidedOn, review.ServedOn, review.Outcome,
            review.Outcome is { } outcome ? ReviewWords.Of(outcome) : null, review.IsFinal(), review.ExcludedDays, file.Application, file.LateAcceptedBecause, file.Rejection,
            file.Rejection is { } rejection ? ReviewWords.Of(rejection.Ground) : null, file.Hearings, opinion, file.Service, Checks(review, now),
            [.. review.StartedTerms.Select(term => now.View(term.Facts.Project(now.Calendar, now.Terms), term.DoneOn))],
            ReviewActView.For(review, caller.Actor()),
            [.. chainOfOpinions.OfType<Guid>().Select(each => documents.Find(document => document.Id == each)).OfType<Document>().Select(document => Full(document, bodyOf(document)))],
            [.. documents.Select(DocumentView.Of)],
            [.. entries.Select(entry => (entry, Facts: RecordFacts.Read(entry.Facts))).Where(each => each.Facts.ReviewId == review.Id.Value).Select(each => new RecordView(
                each.entry.Seq, each.entry.At, each.entry.Act, RecordReading.LabelOf(each.entry.Act), each.entry.By, each.entry.Organ, each.entry.Article, each.Facts.Sentence))],
            chain);
    }

    /// <summary>What stands before this review: the outcomes of the opinion under attack.</summary>
    internal static IReadOnlyList<Claim> Standing(Petition petition, Review review, IReadOnlyList<Review> reviews)
    {
        var first = review.Level is ReviewLevel.Recheck ? reviews.LastOrDefault(other => other.IssuedId == review.OpinionId) : null;
        if (first is { Outcome: ReviewOutcome.Change, File.Opinion: { } changed })
            return [.. changed.Claims.Select(claim => new Claim(claim.Number, claim.Outcome, claim.Reason, claim.Basis))];
        // While it is handled anew, what was revoked lies in the redo.
        return petition.File.Claims.All(claim => claim.Outcome is null) && petition.File.Redo is { } redo ? redo.Claims : petition.File.Claims;
    }

    private static IReadOnlyList<CheckView> Checks(Review review, Moment now)
    {
        var (right, basis) = (Review.RightOf(review.Level, review.OpinionServedOn, now), ReviewRefusals.BasisOf(review.Level).ToString());
        var how = review.PostmarkedOn is { } posted ? $"{ChineseDates.MonthDay(posted)}交邮（邮戳），交邮在期限内就算按时" : $"{ChineseDates.MonthDay(review.ReceivedOn)}收到";
        return
        [
            new("在期限内", review.InTime, $"{ChineseDates.MonthDay(review.OpinionServedOn)}送达，30日到{ChineseDates.Full(right.DueOn)}；{how}。", $"{right.Basis}{(review.PostmarkedOn is null ? "" : $"；比照{CivilProcedure.Periods}")}"),
            new("机关对", true, $"{Organs.Find(review.Body)?.Name}是{Organs.Find(review.Respondent)?.Name}的上一级机关。", basis),
            new("不是自己审自己", true, "本机关没有作出过被申请的意见。", basis),
            new("没有重复申请", true, $"对{review.OpinionNumber}没有别的{ReviewWords.Of(review.Level)}申请在办或者办完。", basis),
            new("办过的人回避", true, $"参与过原来办理的{review.StandAside.Count}个人看不到这份申请。", PetitionRegulations.Recusal.ToString()),
        ];
    }

    private static OpinionView Full(Document document, DocumentBody body) => new(
        document.Id, document.Kind, document.Title, document.Number, Organs.Find(document.Organ)?.Name ?? document.Organ, document.IssuedOn, document.ServedOn, body.Addressee, body.Paragraphs, body.Remedy);

    private static OrganView? OrganOf(string? code) => Organs.Find(code) is { } organ ? new(organ.Code, organ.Name, organ.Phone) : null;
}
