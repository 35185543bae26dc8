using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.CaseHandling.Api.Publishing;

/// <summary>A published answer.</summary>
internal sealed record ReplyView(Guid Id, string Title, string Organ, string OrganName, DateOnly PublishedOn, string Question, string Answer)
{
    public static ReplyView Of(PublishedReply reply) => new(reply.Id, reply.Title, reply.Organ, Organs.Find(reply.Organ)?.Name ?? reply.Organ, reply.PublishedOn, reply.Question, reply.Answer);

    /// <summary>While the matter is handled anew, its old answer is not shown.</summary>
    public static IQueryable<PublishedReply> Shown(CaseHandlingDb db) => db.Set<PublishedReply>().AsNoTracking()
        .Where(reply => db.Petitions.Any(petition => petition.Id == reply.PetitionId && (petition.Status == PetitionStatus.Served || petition.Status == PetitionStatus.Completed)));
}

/// <summary>公开的答复 for everybody: GET /replies?organ=&amp;after=&amp;limit=, the newest first.</summary>
internal static class ListReplies
{
    private sealed record PageKey(DateOnly On, Guid Id);

    public static async Task<Results<Ok<Page<ReplyView>>, ProblemHttpResult>> Handle(
        CaseHandlingDb db, CancellationToken ct, string? organ = null, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<PageKey>(after, out var last)) return Cursor.Invalid();
        var replies = ReplyView.Shown(db);
        if (organ is { Length: > 0 }) replies = replies.Where(reply => reply.Organ == organ);
        if (last is not null) replies = replies.Where(reply => EF.Functions.LessThan(ValueTuple.Create(reply.PublishedOn, reply.Id), ValueTuple.Create(last.On, last.Id)));
        var take = Cursor.Limit(limit);
        var found = await replies.OrderByDescending(reply => reply.PublishedOn).ThenByDescending(reply => reply.Id).Take(take + 1).ToListAsync(ct);
        var page = Page<PublishedReply>.Of(found, take, reply => new PageKey(reply.PublishedOn, reply.Id));
        return TypedResults.Ok(new Page<ReplyView>([.. page.Items.Select(ReplyView.Of)], page.Next));
    }
}

/// <summary>One published answer: GET /replies/{id}</summary>
internal static class ReadReply
{
    public static async Task<Results<Ok<ReplyView>, ProblemHttpResult>> Handle(Guid id, CaseHandlingDb db, CancellationToken ct) =>
        await ReplyView.Shown(db).FirstOrDefaultAsync(reply => reply.Id == id, ct) is { } reply ? TypedResults.Ok(ReplyView.Of(reply)) : Problems.NotFound();
}
