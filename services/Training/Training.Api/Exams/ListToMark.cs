using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Exams;

/// <summary>待评的简答题: GET /exams/{id}/to-mark?limit=. Whose answer it is, is not told: a person marks the text.</summary>
internal static class ListToMark
{
    public sealed record Row(Guid Sitting, int Number, string Stem, string Model, string Text, decimal Points);

    public sealed record Response(IReadOnlyList<Row> Items, int Waiting);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, TrainingDb db, LegalClock clock, CancellationToken ct, int? limit = null)
    {
        if (!await db.Exams.AnyAsync(exam => exam.Id == id, ct)) return Refusals.NotFound.ToProblem();
        await db.HandInOverdueAsync(id, null, clock.Now().At, ct);
        var waiting = db.Answers.Where(answer => answer.Points == null && db.Sittings.Any(sitting => sitting.Id == answer.SittingId && sitting.ExamId == id && sitting.HandedInAt != null));
        // By question, so that one person marks all answers to it by one measure; within it by id, which says nothing of a person.
        var rows = await waiting.AsNoTracking().OrderBy(answer => answer.QuestionId).ThenBy(answer => answer.SittingId).Take(Cursor.Limit(limit)).ToListAsync(ct);
        var (questions, sittings) = (rows.Select(row => row.QuestionId).ToList(), rows.Select(row => row.SittingId).ToList());
        var asked = await db.Questions.AsNoTracking().Where(question => questions.Contains(question.Id)).ToDictionaryAsync(question => question.Id, ct);
        var sheets = await db.Sittings.AsNoTracking().Where(sitting => sittings.Contains(sitting.Id)).ToDictionaryAsync(sitting => sitting.Id, sitting => sitting.Sheet, ct);
        return TypedResults.Ok(new Response(
            [.. rows.Select(row => new Row(row.SittingId, row.Number, asked[row.QuestionId].Content.Stem, asked[row.QuestionId].Content.Model ?? "", row.Given.Text ?? "", sheets[row.SittingId].Items[row.Number - 1].Points))],
            await waiting.CountAsync(ct)));
    }
}
