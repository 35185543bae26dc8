using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>不予受理复查、复核申请: POST /reviews/{id}/rejection, with what the petitioner can do instead.</summary>
internal static class RejectRequest
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请选不予受理的理由。")] RejectionGround? Ground = null,
        [property: StringLength(200, ErrorMessage = "最多200个字。")] string? Body = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Instead = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null,
        DateOnly? Until = null);

    public sealed record Response(ReviewStatus Status, DateOnly RejectedOn, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenReviewAsync(id, caller, ct) is not var (petition, review)) return Problems.NotFound();
        var now = clock.Now();

        var rejection = new Rejection(request.Ground.GetValueOrDefault(), request.Body, request.Instead ?? "", request.Reason ?? "", request.Until);
        if (review.Reject(caller.Actor(), rejection, now).Refused(out var refusal, out var rejected)) return refusal.ToProblem();

        var (notice, body) = ReviewLetters.Rejection(review, rejected, await db.AddresseeOfAsync(review, ct));
        await db.IssueAsync(notice, body, ct);
        await db.RecordAsync(petition, review, ReviewAct.Reject, caller.Actor(), now, rejected, ct, notice);
        db.Publish(review.PetitionId.Value, new ReviewRequestAnswered
        {
            PetitionId = review.PetitionId.Value,
            ReviewId = id,
            Organ = review.HandlingOrgan,
            ReviewBody = review.Body,
            Level = review.Level.ToString(),
            Accepted = false,
            Ground = rejected.Ground.ToString(),
            Until = rejected.Until,
            AnsweredAt = now.At,
            DocumentId = notice.Id,
            DocumentNumber = notice.Number,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(review.Status, rejected.On, DocumentView.Of(notice)));
    }
}
