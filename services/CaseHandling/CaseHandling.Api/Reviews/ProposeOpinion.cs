using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>起草复查、复核意见: POST /reviews/{id}/proposal; the head of the body signs.</summary>
internal static class ProposeOpinion
{
    public sealed record ClaimRequest(
        int Number, Outcome? Outcome = null,
        [property: StringLength(3000, ErrorMessage = "最多3000个字。")] string? Reason = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Basis = null);

    public sealed record Request(
        [property: Required(ErrorMessage = "请选维持、变更还是撤销。")] ReviewOutcome? Outcome = null,
        [property: StringLength(10000, ErrorMessage = "最多10000个字。")] string? Facts = null,
        [property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Reason = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Basis = null,
        [property: MaxLength(50, ErrorMessage = "最多50项。")] IReadOnlyList<ClaimRequest?>? Claims = null,
        int? RedoWithinDays = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Demand = null);

    public sealed record Response(ReviewStatus Status, ReviewOutcome Outcome);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenReviewAsync(id, caller, ct) is not var (petition, review)) return Problems.NotFound();

        var opinion = new ReviewOpinion(request.Outcome.GetValueOrDefault(), request.Facts ?? "", request.Reason ?? "", request.Basis ?? "",
            [.. (request.Claims ?? []).OfType<ClaimRequest>().Where(claim => claim.Outcome is not null)
                .Select(claim => new ChangedClaim(claim.Number, claim.Outcome.GetValueOrDefault(), (claim.Reason ?? "").Trim(), (claim.Basis ?? "").Trim()))],
            request.RedoWithinDays, request.Demand, "");
        var attacked = GetReview.Standing(petition, review, await db.ReviewsOfAsync(petition.Id, ct));
        if (review.Propose(caller.Actor(), opinion, attacked).Refused(out var refusal, out var proposed)) return refusal.ToProblem();

        await db.RecordAsync(petition, review, ReviewAct.Propose, caller.Actor(), clock.Now(), proposed, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(review.Status, proposed.Outcome));
    }
}
