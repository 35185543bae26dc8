using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>What the petitioner can ask for now, and what was asked before: GET /petitions/{id}/reviews with the ticket.</summary>
internal static class ReadRight
{
    public sealed record BodyView(string Code, string Name, string Phone);

    /// <param name="Open">It can be asked for; when <paramref name="Late"/>, only with a reason why it comes late.</param>
    public sealed record RightView(
        ReviewLevel Level, string LevelText, bool Open, bool Late, string? Reason, string? Basis, BodyView? Body, string? OpinionNumber, DateOnly? ServedOn, TermView? Term);

    public sealed record RequestView(
        Guid Id, ReviewLevel Level, string LevelText, ReviewStatus Status, string StatusText, BodyView? Body, DateOnly RequestedOn, DateOnly ReceivedOn, bool InTime,
        ReviewOutcome? Outcome, string? OutcomeText, TermView? Term);

    public sealed record Response(string? Number, RightView Right, IReadOnlyList<RequestView> Requests);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, HttpRequest http, HttpResponse response, PetitionTickets tickets, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (tickets.Read(http) is not { } ticketed) return Problems.TicketRequired();
        if (ticketed != id || await db.OpenAsync(db.Petitions, new PetitionId(id), ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();
        var right = await db.RightAsync(petition, null, ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(petition.Number, View(right, now), [.. right.Reviews.Select(review => new RequestView(
            review.Id.Value, review.Level, ReviewWords.Of(review.Level), review.Status, ReviewWords.Of(review.Status, review.Level), OrganOf(review.Body), review.RequestedOn, review.ReceivedOn,
            review.InTime, Told(review), Told(review) is { } outcome ? ReviewWords.Of(outcome) : null,
            review.TermOf(review.DecisionCode()) is { } term ? now.View(term.Facts.Project(now.Calendar, now.Terms), term.DoneOn) : null))]));
    }

    // Unserved, it is the body's paper still.
    private static ReviewOutcome? Told(Review review) => review.Status is ReviewStatus.Served ? review.Outcome : null;

    private static RightView View(ReviewRight right, Moment now)
    {
        var refusal = right.Refuses();
        var term = right.Opinion is { } opinion ? Review.RightOf(right.Level, opinion.ServedOn, now) : null;
        return new(right.Level, ReviewWords.Of(right.Level), refusal is null, refusal is null && term is not null && now.Date > term.DueOn, refusal?.Message, refusal?.Basis?.ToString(),
            OrganOf(right.Body), right.Opinion?.DocumentNumber, right.Opinion?.ServedOn, term is null || refusal is not null ? null : now.View(term));
    }

    private static BodyView? OrganOf(string? code) => Organs.Find(code) is { } organ ? new(organ.Code, organ.Name, organ.Phone) : null;
}
