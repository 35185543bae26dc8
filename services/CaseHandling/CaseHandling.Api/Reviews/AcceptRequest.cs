using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>受理复查、复核申请: POST /reviews/{id}/acceptance. A late one only with a ground.</summary>
internal static class AcceptRequest
{
    public sealed record Request([property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? LateBecause = null);

    public sealed record Response(ReviewStatus Status, DateOnly AcceptedOn, DateOnly StrictDueOn, DateOnly DueOn, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request? request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenReviewAsync(id, caller, ct) is not var (petition, review)) return Problems.NotFound();
        var now = clock.Now();

        if (review.Accept(caller.Actor(), request?.LateBecause, now).Refused(out var refusal, out var accepted)) return refusal.ToProblem();

        var (notice, body) = ReviewLetters.Acceptance(review, accepted, await db.AddresseeOfAsync(review, ct));
        await db.IssueAsync(notice, body, ct);
        await db.RecordAsync(petition, review, ReviewAct.Accept, caller.Actor(), now, accepted, ct, notice);
        db.Publish(review.PetitionId.Value, new ReviewRequestAnswered
        {
            PetitionId = review.PetitionId.Value,
            ReviewId = id,
            Organ = review.HandlingOrgan,
            ReviewBody = review.Body,
            Level = review.Level.ToString(),
            Accepted = true,
            AnsweredAt = now.At,
            DocumentId = notice.Id,
            DocumentNumber = notice.Number,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(review.Status, accepted.On, accepted.Decision.StrictDueOn, accepted.Decision.DueOn, DocumentView.Of(notice)));
    }
}
