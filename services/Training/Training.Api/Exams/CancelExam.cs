using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Exams;

/// <summary>取消考试: POST /exams/{id}/cancellation. Nobody can begin it any more; who has begun may finish, and results stay.</summary>
internal static class CancelExam
{
    public static async Task<Results<Ok<ExamView>, ProblemHttpResult>> Handle(Guid id, TrainingDb db, CancellationToken ct)
    {
        if (await db.Exams.SingleOrDefaultAsync(each => each.Id == id, ct) is not { } exam) return Refusals.NotFound.ToProblem();
        exam.State = ExamState.Cancelled;
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ExamView.Of(exam));
    }
}
