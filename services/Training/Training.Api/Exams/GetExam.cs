using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Exams;

/// <summary>GET /exams/{id}, with how many sat it and how many of its questions have been retired since.</summary>
internal static class GetExam
{
    public static async Task<Results<Ok<ExamView>, ProblemHttpResult>> Handle(Guid id, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        await db.HandInOverdueAsync(id, null, clock.Now().At, ct);
        if (await db.Exams.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } exam) return Refusals.NotFound.ToProblem();
        var sittings = db.Sittings.Where(sitting => sitting.ExamId == id);
        var handedIn = sittings.Where(sitting => sitting.HandedInAt != null);
        var questions = exam.Papers.Of.SelectMany(paper => paper.Items).Select(item => item.Question).Distinct().ToList();
        return TypedResults.Ok(ExamView.Of(exam, await sittings.CountAsync(ct), await handedIn.CountAsync(ct), await handedIn.CountAsync(sitting => sitting.Percent == null, ct),
            await db.Questions.CountAsync(question => questions.Contains(question.Id) && question.State == QuestionState.Retired, ct)));
    }
}
