using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Training.Api.Exams;

/// <summary>成绩: GET /exams/{id}/results, by organ, each person counted with the best attempt.</summary>
internal static class GetResults
{
    /// <param name="Mean">Of the best attempts, percent; null while none is marked.</param>
    public sealed record Row(string Organ, string Name, int People, int Marked, int Passed, decimal? Mean);

    public sealed record Response(Guid ExamId, string Title, int PassPercent, Row All, IReadOnlyList<Row> Organs);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Exams.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } exam) return Refusals.NotFound.ToProblem();
        await db.HandInOverdueAsync(id, null, clock.Now().At, ct);
        var best = await db.Sittings.Where(sitting => sitting.ExamId == id && sitting.HandedInAt != null)
            .GroupBy(sitting => new { sitting.Organ, sitting.Account }).Select(group => new { group.Key.Organ, Best = group.Max(sitting => sitting.Percent) })
            .GroupBy(person => person.Organ)
            .Select(group => new { Organ = group.Key, People = group.Count(), Marked = group.Count(person => person.Best != null), Passed = group.Count(person => person.Best >= exam.Plan.PassPercent), Sum = group.Sum(person => person.Best) })
            .ToListAsync(ct);
        var rows = best.Select(each => new Row(each.Organ, Organs.Find(each.Organ)?.ShortName ?? each.Organ, each.People, each.Marked, each.Passed, Mean(each.Sum, each.Marked))).OrderBy(row => row.Organ, StringComparer.Ordinal).ToList();
        var all = new Row("", "全部", best.Sum(each => each.People), best.Sum(each => each.Marked), best.Sum(each => each.Passed), Mean(best.Sum(each => each.Sum), best.Sum(each => each.Marked)));
        return TypedResults.Ok(new Response(id, exam.Plan.Title, exam.Plan.PassPercent, all, rows));
    }

    private static decimal? Mean(decimal? sum, int many) => many == 0 || sum is null ? null : Math.Round(sum.Value / many, 1);
}
