using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>认领复查、复核申请: POST /reviews/{id}/claim</summary>
internal static class ClaimReview
{
    public sealed record Response(ReviewStatus Status, string Officer);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenReviewAsync(id, caller, ct) is not var (petition, review)) return Problems.NotFound();

        if (review.Claim(caller.Actor()).Refused(out var refusal, out var claimed)) return refusal.ToProblem();

        await db.RecordAsync(petition, review, ReviewAct.Claim, caller.Actor(), clock.Now(), claimed, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(review.Status, claimed.By));
    }
}
