using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Evaluating;

/// <summary>评价结果: GET /sessions/{id}/evaluation. How many have answered; what they answered once nobody can answer any more, and not below the least number.</summary>
internal static class GetEvaluation
{
    /// <param name="Mean">1 to 5.</param>
    public sealed record Row(EvaluationQuestion Question, string Name, double Mean);

    /// <param name="Until">The averages are told after it.</param>
    /// <param name="Rows">Empty as long as nothing is told.</param>
    public sealed record Response(Guid Session, int Answers, int Least, DateTimeOffset Until, IReadOnlyList<Row> Rows);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, ct) is not { } session) return Refusals.NotFound.ToProblem();
        var counts = await db.EvaluationCounts.AsNoTracking().Where(each => each.SessionId == id).ToListAsync(ct);
        var (answers, until) = (counts.Where(each => each.Question is EvaluationQuestion.Useful).Sum(each => each.Count), Evaluation.Until(session));
        var told = answers >= Evaluation.Least && clock.Now().At > until;
        return TypedResults.Ok(new Response(id, answers, Evaluation.Least, until,
            told ? [.. counts.GroupBy(each => each.Question).OrderBy(group => group.Key).Select(group => new Row(group.Key, NameOf(group.Key), Math.Round((double)group.Sum(each => each.Score * each.Count) / group.Sum(each => each.Count), 1)))] : []));
    }

    private static string NameOf(EvaluationQuestion question) => question switch { EvaluationQuestion.Useful => "对工作有用", EvaluationQuestion.Clear => "讲得清楚", _ => "难易合适" };
}
