using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Exams;

/// <summary>开放考试: POST /exams/{id}/opening. The papers are drawn from what is in use now, and stay.</summary>
internal static class OpenExam
{
    public static async Task<Results<Ok<ExamView>, ProblemHttpResult>> Handle(Guid id, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Exams.SingleOrDefaultAsync(each => each.Id == id, ct) is not { } exam) return Refusals.NotFound.ToProblem();
        var competencies = exam.Plan.Blueprint.Select(line => line.Competency).Distinct().ToList();
        var bank = await db.Questions.AsNoTracking().Where(question => question.State == QuestionState.Active && competencies.Contains(question.Competency)).OrderBy(question => question.Id)
            .Select(question => new Drawable(question.Id, question.Series, question.Competency, question.Difficulty, question.Kind)).ToListAsync(ct);
        if (exam.Open(bank, clock.Now().At) is { } refusal) return refusal.ToProblem();
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ExamView.Of(exam));
    }
}
