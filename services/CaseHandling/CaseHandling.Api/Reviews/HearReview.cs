using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>记录听证: POST /reviews/{id}/hearings. Only a recheck's term is longer by its days (art. 36 para. 2).</summary>
internal static class HearReview
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请写哪天通知的。")] DateOnly? NoticedOn = null,
        [property: Required(ErrorMessage = "请写听证从哪天开始。")] DateOnly? From = null,
        [property: Required(ErrorMessage = "请写听证到哪天结束。")] DateOnly? To = null,
        [property: StringLength(200, ErrorMessage = "最多200个字。")] string? Place = null,
        [property: StringLength(100, ErrorMessage = "最多100个字。")] string? Chair = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Members = null,
        [property: StringLength(10000, ErrorMessage = "最多10000个字。")] string? Summary = null);

    public sealed record Response(int ExcludedDays, DateOnly StrictDueOn, DateOnly DueOn);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenReviewAsync(id, caller, ct) is not var (petition, review)) return Problems.NotFound();
        var now = clock.Now();

        var hearing = new ReviewHearing(request.NoticedOn.GetValueOrDefault(), request.From.GetValueOrDefault(), request.To.GetValueOrDefault(),
            request.Place ?? "", request.Chair ?? "", request.Members ?? "", request.Summary ?? "");
        if (review.Hear(caller.Actor(), hearing, now).Refused(out var refusal, out var heard)) return refusal.ToProblem();

        var (record, body) = HearingPapers.Record(review, hearing, now.Date);
        await db.IssueAsync(record, body, ct);
        await db.RecordAsync(petition, review, ReviewAct.Hear, caller.Actor(), now, heard, ct, record);
        db.Publish(review.PetitionId.Value, new ReviewHearingHeld
        {
            PetitionId = review.PetitionId.Value,
            ReviewId = id,
            Organ = review.HandlingOrgan,
            ReviewBody = review.Body,
            Level = review.Level.ToString(),
            HeldFrom = heard.From,
            HeldTo = heard.To,
            ExcludedDays = heard.ExcludedDays,
            RecordedAt = now.At,
            StrictDueOn = heard.Decision.StrictDueOn,
            DueOn = heard.Decision.DueOn,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(heard.ExcludedDays, heard.Decision.StrictDueOn, heard.Decision.DueOn));
    }
}
