using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>回避: POST /reviews/{id}/recusal. Without an officer it is the caller who stands aside.</summary>
internal static class RecuseReviewer
{
    public sealed record Request(
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Reason = null,
        [property: StringLength(100, ErrorMessage = "最多100个字。")] string? Officer = null);

    public sealed record Response(string Officer, bool ClaimReleased);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenReviewAsync(id, caller, ct) is not var (petition, review)) return Problems.NotFound();

        if (review.Recuse(caller.Actor(), new(request.Officer ?? caller.Account), request.Reason ?? "").Refused(out var refusal, out var recused)) return refusal.ToProblem();

        await db.RecordAsync(petition, review, ReviewAct.Recuse, caller.Actor(), clock.Now(), recused, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(recused.Officer, recused.ClaimReleased));
    }
}
