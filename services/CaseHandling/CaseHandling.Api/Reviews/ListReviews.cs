using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>What is to be done next with a request; Against: opinions of the caller's organ that others review.</summary>
internal enum ReviewBox { All, ToAccept, Handling, ToServe, Done, Against }

internal static class ReviewBoxes
{
    /// <summary>One definition for lists and counts.</summary>
    public static Expression<Func<Review, bool>> Of(ReviewBox box, string organ) => box switch
    {
        ReviewBox.All => review => true,
        ReviewBox.ToAccept => review => review.Body == organ && review.Status == ReviewStatus.Requested,
        ReviewBox.Handling => review => review.Body == organ && review.Status == ReviewStatus.Accepted,
        ReviewBox.ToServe => review => review.Body == organ && review.Status == ReviewStatus.Decided,
        ReviewBox.Done => review => review.Body == organ && (review.Status == ReviewStatus.Served || review.Status == ReviewStatus.Rejected),
        ReviewBox.Against => review => review.Body != organ,
        _ => throw new ArgumentOutOfRangeException(nameof(box)),
    };
}

/// <summary>复查复核收件箱: GET /reviews?box=&amp;after=&amp;limit=, by the nearest date, then by id.</summary>
internal static class ListReviews
{
    public sealed record Next(string Label, TermView Term);

    public sealed record Item(
        Guid Id, Guid PetitionId, string? Number, ReviewLevel Level, string LevelText, ReviewStatus Status, string StatusText, string Body, string Respondent,
        DateOnly ReceivedOn, bool InTime, string? Officer, ReviewOutcome? Outcome, Next? Next);

    private sealed record Key(DateOnly DueOn, Guid Id);

    private sealed record Row(
        ReviewId Id, PetitionId PetitionId, string? Number, ReviewLevel Level, ReviewStatus Status, string Body, string Respondent, DateOnly ReceivedOn, bool InTime,
        OfficerId? Officer, ReviewOutcome? Outcome, DateOnly NextDueOn, string? NextTerm, IReadOnlyList<PetitionTerm> Terms);

    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct, ReviewBox box = ReviewBox.All, string? after = null, int? limit = null)
    {
        if (!Enum.IsDefined(box)) return Problems.Invalid(new Dictionary<string, string[]> { ["box"] = ["没有这个收件箱。"] }); // ?box=101 binds
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var take = Cursor.Limit(limit);

        var reviews = db.VisibleReviews(caller).AsNoTracking().Where(ReviewBoxes.Of(box, caller.Organ));
        if (last is { DueOn: var due, Id: var guid })
        {
            var id = new ReviewId(guid);
            reviews = reviews.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.NextDueOn, r.Id), ValueTuple.Create(due, id)));
        }
        var rows = await reviews.OrderBy(r => r.NextDueOn).ThenBy(r => r.Id).Take(take + 1)
            .Select(r => new Row(r.Id, r.PetitionId, r.Number, r.Level, r.Status, r.Body, r.Respondent, r.ReceivedOn, r.InTime, r.Officer, r.Outcome, r.NextDueOn, r.NextTerm, r.StartedTerms))
            .ToListAsync(ct);

        var now = clock.Now();
        var page = Page<Row>.Of(rows, take, row => new Key(row.NextDueOn, row.Id.Value));
        return TypedResults.Ok(new Page<Item>([.. page.Items.Select(row => View(row, now))], page.Next));
    }

    private static Item View(Row row, Moment now)
    {
        var next = row.Terms.FirstOrDefault(term => term.Code == row.NextTerm) is { } term ? now.View(term.Facts.Project(now.Calendar, now.Terms), term.DoneOn) : null;
        return new(row.Id.Value, row.PetitionId.Value, row.Number, row.Level, ReviewWords.Of(row.Level), row.Status, ReviewWords.Of(row.Status, row.Level), row.Body, row.Respondent,
            row.ReceivedOn, row.InTime, row.Officer?.Value, row.Outcome, next is null ? null : new(next.Name, next));
    }
}

/// <summary>How many requests lie in each box: GET /reviews/counts.</summary>
internal static class CountReviews
{
    /// <param name="Overdue">Before the caller's body, with a rolled date that has passed.</param>
    public sealed record Response(int All, int ToAccept, int Handling, int ToServe, int Done, int Against, int Overdue);

    public static async Task<Ok<Response>> Handle(CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        var today = clock.Now().Date;
        var groups = await db.VisibleReviews(caller).AsNoTracking()
            .GroupBy(r => new { r.Status, Own = r.Body == caller.Organ, Overdue = r.NextDueOn < today })
            .Select(group => new { group.Key.Status, group.Key.Own, group.Key.Overdue, Count = group.Count() }).ToListAsync(ct);

        return TypedResults.Ok(new Response(
            groups.Sum(group => group.Count), Count(ReviewStatus.Requested), Count(ReviewStatus.Accepted), Count(ReviewStatus.Decided),
            Count(ReviewStatus.Served) + Count(ReviewStatus.Rejected), groups.Where(group => !group.Own).Sum(group => group.Count),
            groups.Where(group => group is { Own: true, Overdue: true }).Sum(group => group.Count)));

        int Count(ReviewStatus status) => groups.Where(group => group.Own && group.Status == status).Sum(group => group.Count);
    }
}
