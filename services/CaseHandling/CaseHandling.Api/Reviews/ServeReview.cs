using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>送达复查、复核意见书: POST /reviews/{id}/service. Starts the 30 days for a recheck, or ends the matter and opens the care after it.</summary>
internal static class ServeReview
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请选怎么送的。")] ServiceMethod? Method = null,
        [property: Required(ErrorMessage = "请写哪天送到的。")] DateOnly? ServedOn = null,
        [property: StringLength(100, ErrorMessage = "最多100个字。")] string? Receiver = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Note = null);

    public sealed record Response(ReviewStatus Status, DateOnly ServedOn, string? RecheckBody, DateOnly? RecheckStrictDueOn, DateOnly? RecheckDueOn, bool Final, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenReviewAsync(id, caller, ct) is not var (petition, review)) return Problems.NotFound();
        var now = clock.Now();

        var receipt = new ServiceReceipt(request.Method.GetValueOrDefault(), request.ServedOn.GetValueOrDefault(), request.Receiver ?? "", request.Note);
        if (review.Serve(caller.Actor(), receipt, Organs.ReviewBodyOf(review.Body)?.Code, now).Refused(out var refusal, out var served)) return refusal.ToProblem();

        var opinion = await db.Documents.FindAsync([review.IssuedId], ct) ?? throw new InvalidOperationException($"The opinion of review {id} is gone.");
        opinion.ServedOn = served.ServedOn;
        if (served.Final && !await db.Care.AnyAsync(care => care.Id == petition.Id, ct)) db.Add(CareAfterEnd.Open(petition.Id, petition.Organ, served.ServedOn));
        await db.RecordAsync(petition, review, ReviewAct.Serve, caller.Actor(), now, served, ct);
        db.Publish(review.PetitionId.Value, new ReviewOpinionServed
        {
            PetitionId = review.PetitionId.Value,
            ReviewId = id,
            Organ = review.HandlingOrgan,
            ReviewBody = review.Body,
            Level = review.Level.ToString(),
            ServedOn = served.ServedOn,
            Method = served.Method.ToString(),
            RecheckBody = served.NextBody,
            RecheckStrictDueOn = served.RecheckRequest?.StrictDueOn,
            RecheckDueOn = served.RecheckRequest?.DueOn,
            Final = served.Final,
            DocumentId = opinion.Id,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(
            review.Status, served.ServedOn, served.NextBody, served.RecheckRequest?.StrictDueOn, served.RecheckRequest?.DueOn, served.Final, DocumentView.Of(opinion)));
    }
}
