using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Outreach.Api.Library;

namespace Xinfang.Outreach.Api.Quizzes;

/// <summary>知晓率 (O-8): GET /quiz-sessions/{code}/results; "web:" and a slug for the page on the web. A sheet knows it when all its answers are right.</summary>
internal static class ReadResults
{
    public sealed record Row(int Version, int Question, string Text, Share Before, Share After, Gain? Gain);

    /// <param name="Known">People (sheets) that had everything right.</param>
    public sealed record Response(string Code, string Title, string? Place, Share KnownBefore, Share KnownAfter, Gain? Gain, IReadOnlyList<Row> Questions);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string code, OutreachDb db, CancellationToken ct)
    {
        var session = await db.Set<QuizSession>().AsNoTracking().SingleOrDefaultAsync(each => each.Code == code, ct);
        var slug = code.StartsWith("web:", StringComparison.Ordinal) ? code[4..] : null;
        var material = await db.Set<Material>().AsNoTracking().Include(each => each.Versions).SingleOrDefaultAsync(each => session != null ? each.Id == session.MaterialId : each.Slug == slug, ct);
        if (material is null) return QuizProblems.SessionClosed();
        var key = session?.Code ?? "";
        var counts = await db.Set<QuizCount>().AsNoTracking().Where(count => count.MaterialId == material.Id && count.Session == key).ToListAsync(ct);

        Share Of(IEnumerable<QuizCount> of, QuizPhase phase) => of.Where(count => count.Phase == phase).ToList() is var some ? Share.Wilson(some.Sum(count => count.Right), some.Sum(count => count.Asked)) : null!;
        var sheets = counts.Where(count => count.Question < 0).ToList();
        var (before, after) = (Of(sheets, QuizPhase.Before), Of(sheets, QuizPhase.After));
        var rows = counts.Where(count => count.Question >= 0).GroupBy(count => (count.Version, count.Question)).OrderByDescending(group => group.Key.Version).ThenBy(group => group.Key.Question).Select(group =>
        {
            var (known, later) = (Of(group, QuizPhase.Before), Of(group, QuizPhase.After));
            var text = material.Versions.Single(version => version.Number == group.Key.Version).Content.Questions![group.Key.Question].Text!;
            return new Row(group.Key.Version, group.Key.Question + 1, text, known, later, Gain.Between(known, later));
        });
        return TypedResults.Ok(new Response(code, material.Title, session?.Place, before, after, Gain.Between(before, after), [.. rows]));
    }
}
