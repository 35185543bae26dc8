using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Exams;

/// <summary>题目统计: GET /exams/{id}/items, from first attempts that are marked to the end; a second attempt is another paper. Counted where the answers are.</summary>
internal static class GetItems
{
    public sealed record Row(Guid Question, string Stem, QuestionKind Kind, string Competency, int Estimated, int Sittings, double? Difficulty, double? Discrimination, string? Remark);

    public sealed record Response(Guid ExamId, int Sittings, int Least, IReadOnlyList<Row> Items);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Exams.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } exam) return Refusals.NotFound.ToProblem();
        await db.HandInOverdueAsync(id, null, clock.Now().At, ct);
        var counted = await db.Database.SqlQuery<ItemSums>($"""
            with marked as (select id from sitting where exam_id = {id} and attempt = 1 and percent is not null),
                 total as (select sitting_id, sum(points)::float8 as points from sitting_answer where sitting_id in (select id from marked) group by sitting_id)
            select question_id as question, count(*)::int as sittings, avg(answer.points)::float8 as mean, corr(answer.points::float8, total.points - answer.points::float8) as correlation
            from sitting_answer answer join total using (sitting_id) group by question_id
            """).ToDictionaryAsync(each => each.Question, ct);
        var worth = exam.Papers.Of.Take(1).SelectMany(paper => paper.Items).ToDictionary(item => item.Question, item => item.Points);
        var questions = await db.Questions.AsNoTracking().Where(question => worth.Keys.Contains(question.Id)).ToDictionaryAsync(question => question.Id, ct);
        var rows = worth.Select(item =>
        {
            var (statistic, question) = (ItemStatistic.Of(counted.GetValueOrDefault(item.Key), (double)item.Value), questions[item.Key]);
            return new Row(question.Id, question.Content.Stem, question.Kind, Competencies.NameOf(question.Competency), question.Difficulty, statistic.Sittings, statistic.Difficulty, statistic.Discrimination, statistic.Remark);
        });
        return TypedResults.Ok(new Response(id, counted.Count == 0 ? 0 : counted.Values.Max(each => each.Sittings), ItemStatistic.Least, [.. rows.OrderBy(row => row.Discrimination ?? 2)]));
    }
}
