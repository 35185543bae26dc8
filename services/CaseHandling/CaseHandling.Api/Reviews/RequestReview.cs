using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>
/// 申请复查, 申请复核 by the petitioner: POST /petitions/{id}/reviews with the ticket. The service knows which level is next and which
/// organ is the right one; the same request sent twice is answered with the first one.
/// </summary>
internal static class RequestReview
{
    public sealed record Request(
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Claims = null,
        [property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Reasons = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? LateReason = null);

    public sealed record Response(Guid Id, ReviewLevel Level, string Body, DateOnly ReceivedOn, bool InTime, DateOnly StrictDueOn, DateOnly DueOn);

    public static async Task<Results<Created<Response>, Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, HttpRequest http, PetitionTickets tickets, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (tickets.Read(http) is not { } ticketed) return Problems.TicketRequired();
        if (ticketed != id || await db.OpenAsync(db.Petitions, new PetitionId(id), ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();
        var right = await db.RightAsync(petition, null, ct);
        var application = new ReviewApplication(request.Claims ?? "", request.Reasons ?? "", request.LateReason);

        if (right.Reviews.LastOrDefault(review => review.Way is RequestWay.Online && review.OpinionId == right.Opinion?.DocumentId && review.Status is ReviewStatus.Requested) is { } sent
            && (sent.File.Application.Claims, sent.File.Application.Reasons) == (application.Claims.Trim(), application.Reasons.Trim()))
            return TypedResults.Ok(View(sent));

        if (Review.Request(new(Guid.CreateVersion7()), right.Level, right.Opinion, right.Body, right.Reviews, await db.TookPartAsync(petition.Id, ct),
                Actor.Petitioner, new(RequestWay.Online, now.Date), application, now).Refused(out var refusal, out var opened))
            return refusal.ToProblem();

        await db.OpenRequestAsync(petition, opened, Actor.Petitioner, now, ct);
        await db.CommitAsync(ct);
        return TypedResults.Created($"/reviews/{opened.Review.Id.Value}", View(opened.Review));
    }

    private static Response View(Review review)
    {
        var term = review.TermOf(review.DecisionCode())!;
        return new(review.Id.Value, review.Level, review.Body, review.ReceivedOn, review.InTime, term.StrictDueOn, term.DueOn);
    }
}

/// <summary>
/// 登记书面的复查、复核申请: PUT /reviews/{id}, by an officer of the reviewing body. Posted inside the petitioner's 30 days is in time;
/// a late one is registered too, and decided upon.
/// </summary>
internal static class RegisterReview
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请写信访编号。"), StringLength(40, ErrorMessage = "最多40个字。")] string? PetitionNumber = null,
        [property: Required(ErrorMessage = "请选复查还是复核。")] ReviewLevel? Level = null,
        [property: Required(ErrorMessage = "请选申请怎么来的。")] RequestWay? Way = null,
        [property: Required(ErrorMessage = "请写收到的日期。")] DateOnly? ReceivedOn = null,
        DateOnly? PostmarkedOn = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Claims = null,
        [property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Reasons = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? LateReason = null);

    public sealed record Response(Guid Id, ReviewLevel Level, DateOnly RequestedOn, DateOnly ReceivedOn, bool InTime, DateOnly StrictDueOn, DateOnly DueOn);

    public static async Task<Results<Created<Response>, Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (id.Version != 7) return Problems.Of("request.id", "编号要用第7版UUID。", StatusCodes.Status400BadRequest);
        if (request.Way is RequestWay.Online) return Problems.Of("review.online", "网上的申请由信访人自己提交。", StatusCodes.Status422UnprocessableEntity, PetitionRegulations.Review);
        if (await db.OpenAsync(db.BeforeBodyOf(caller), new ReviewId(id), ct) is { } known) return TypedResults.Ok(View(known)); // sent twice

        var now = clock.Now();
        var number = (request.PetitionNumber ?? "").Trim();
        if (await db.OpenByNumberAsync(number, ct) is not { } petition) return ReviewRefusals.NotThisBody.ToProblem();
        var right = await db.RightAsync(petition, request.Level, ct);
        if (Review.Request(new(id), right.Level, right.Opinion, right.Body, right.Reviews, await db.TookPartAsync(petition.Id, ct), caller.Actor(),
                new(request.Way.GetValueOrDefault(), request.ReceivedOn.GetValueOrDefault(), request.PostmarkedOn),
                new(request.Claims ?? "", request.Reasons ?? "", request.LateReason), now).Refused(out var refusal, out var opened))
            return refusal.ToProblem();

        await db.OpenRequestAsync(petition, opened, caller.Actor(), now, ct);
        await db.CommitAsync(ct);
        return TypedResults.Created($"/reviews/{id}", View(opened.Review));
    }

    private static Response View(Review review)
    {
        var term = review.TermOf(review.DecisionCode())!;
        return new(review.Id.Value, review.Level, review.RequestedOn, review.ReceivedOn, review.InTime, term.StrictDueOn, term.DueOn);
    }
}

/// <summary>What both ways of asking do once the request stands.</summary>
internal static class Requesting
{
    public static async Task OpenRequestAsync(this CaseHandlingDb db, Petition petition, RequestOpened opened, Actor actor, Moment now, CancellationToken ct)
    {
        var (review, fact) = opened;
        db.Add(review);
        var (form, body) = ReviewRequestForm.Write(review);
        await db.IssueAsync(form, body, ct);
        await db.RecordAsync(petition, review, ReviewAct.Request, actor, now, fact, ct, form);
        var id = petition.Id.Value;
        if (review.Level is ReviewLevel.Review)
            db.Publish(id, new ReviewRequested
            {
                PetitionId = id, ReviewId = review.Id.Value, Organ = review.HandlingOrgan, ReviewBody = review.Body, RequestedOn = review.RequestedOn,
                ReceivedOn = review.ReceivedOn, InTime = review.InTime, RequestedAt = now.At, StrictDueOn = fact.Decision.StrictDueOn, DueOn = fact.Decision.DueOn,
            });
        else
            db.Publish(id, new RecheckRequested
            {
                PetitionId = id, ReviewId = review.Id.Value, Organ = review.HandlingOrgan, ReviewBody = review.Body, RequestedOn = review.RequestedOn,
                ReceivedOn = review.ReceivedOn, InTime = review.InTime, RequestedAt = now.At, StrictDueOn = fact.Decision.StrictDueOn, DueOn = fact.Decision.DueOn,
            });
    }
}
