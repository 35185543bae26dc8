using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Xinfang.Training.Api.Bank;

/// <summary>GET /questions/counts: what can be drawn, by competency and difficulty, and what waits for review.</summary>
internal static class CountQuestions
{
    public sealed record Row(string Competency, string Name, int Easy, int Middle, int Hard, int Short);

    public sealed record Response(IReadOnlyList<Row> Rows, int Active, int ToReview, int Retired, int Generated);

    public static async Task<Ok<Response>> Handle(TrainingDb db, CancellationToken ct)
    {
        var counts = await db.Questions.GroupBy(question => new { question.State, question.Competency, question.Difficulty, question.Generated, Short = question.Kind == QuestionKind.Short })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var active = counts.Where(each => each.Key.State == QuestionState.Active).ToList();
        int Of(string competency, int difficulty) => active.Where(each => each.Key.Competency == competency && each.Key.Difficulty == difficulty).Sum(each => each.Count);
        return TypedResults.Ok(new Response(
            [.. Competencies.All.Select(each => new Row(each.Code, each.Name, Of(each.Code, 1), Of(each.Code, 2), Of(each.Code, 3), active.Where(count => count.Key.Competency == each.Code && count.Key.Short).Sum(count => count.Count)))],
            active.Sum(each => each.Count), counts.Where(each => each.Key.State == QuestionState.Draft).Sum(each => each.Count),
            counts.Where(each => each.Key.State == QuestionState.Retired).Sum(each => each.Count), active.Where(each => each.Key.Generated).Sum(each => each.Count)));
    }
}
