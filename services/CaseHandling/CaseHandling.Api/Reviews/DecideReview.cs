using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>签发复查、复核意见: POST /reviews/{id}/decision, by the head. A revocation starts the redo at the handling organ in the same transaction.</summary>
internal static class DecideReview
{
    public sealed record Response(ReviewStatus Status, DateOnly DecidedOn, bool InTime, ReviewOutcome Outcome, DateOnly? RedoDueOn, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenReviewAsync(id, caller, ct) is not var (petition, review)) return Problems.NotFound();
        var now = clock.Now();

        if (review.Decide(caller.Actor(), now).Refused(out var refusal, out var decided)) return refusal.ToProblem();
        RedoStarted? redo = null;
        if (decided.RedoWithinDays is { } days && petition.Redo(new(id, review.Body, days), now).Refused(out refusal, out redo)) return refusal.ToProblem();

        var attacked = await db.Documents.FindAsync([review.OpinionId], ct) ?? throw new InvalidOperationException($"The opinion {review.OpinionId} is gone.");
        var nextBody = review.Level is ReviewLevel.Review ? Organs.ReviewBodyOf(review.Body)?.Code : null;
        var (opinion, body) = ReviewLetters.Opinion(review, decided, db.BodyOf(attacked).Addressee, attacked, nextBody);
        await db.IssueAsync(opinion, body, ct);
        review.Issue(opinion.Id, opinion.Number);
        await db.RecordAsync(petition, review, ReviewAct.Decide, caller.Actor(), now, decided, ct, opinion);
        if (redo is not null) await db.RecordAsync(petition, Act.Redo, Actor.System with { Organ = review.Body }, now, redo, ct);
        Publish(db, review, decided, redo, opinion, now);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(review.Status, decided.On, decided.InTime, decided.Outcome, redo?.Answer.DueOn, DocumentView.Of(opinion)));
    }

    private static void Publish(CaseHandlingDb db, Review review, ReviewDecision decided, RedoStarted? redo, Document opinion, Moment now)
    {
        var petition = review.PetitionId.Value;
        if (review.Level is ReviewLevel.Review)
            db.Publish(petition, new ReviewDecided
            {
                PetitionId = petition, ReviewId = review.Id.Value, Organ = review.HandlingOrgan, ReviewBody = review.Body, Outcome = decided.Outcome.ToString(),
                DecidedAt = now.At, InTime = decided.InTime, RedoStrictDueOn = redo?.Answer.StrictDueOn, RedoDueOn = redo?.Answer.DueOn,
                DocumentId = opinion.Id, DocumentNumber = opinion.Number,
            });
        else
            db.Publish(petition, new RecheckDecided
            {
                PetitionId = petition, ReviewId = review.Id.Value, Organ = review.HandlingOrgan, ReviewBody = review.Body, Outcome = decided.Outcome.ToString(),
                DecidedAt = now.At, InTime = decided.InTime, ExcludedDays = review.ExcludedDays, RedoStrictDueOn = redo?.Answer.StrictDueOn, RedoDueOn = redo?.Answer.DueOn,
                DocumentId = opinion.Id, DocumentNumber = opinion.Number,
            });
    }
}
