using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Exams;

/// <summary>我的试卷: GET /sittings/{id}. What was saved is there again after a crash, with the time that is left.</summary>
internal static class GetSitting
{
    public static async Task<Results<Ok<SittingView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, TrainingDb db, Remembered remembered, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now().At;
        if (await Mine(db, id, caller, ct) is not { } sitting) return Refusals.NotFound.ToProblem();
        if (sitting.HandedInAt is null && !sitting.Runs(now))
        {
            await db.HandInAsync(id, now, ct);
            db.ChangeTracker.Clear();
            sitting = (await Mine(db, id, caller, ct))!;
        }
        return TypedResults.Ok(await ViewAsync(db, remembered, sitting, now, ct));
    }

    internal static Task<Sitting?> Mine(TrainingDb db, Guid id, CurrentCaller caller, CancellationToken ct) =>
        db.Sittings.AsNoTracking().SingleOrDefaultAsync(sitting => sitting.Id == id && sitting.Account == caller.Account, ct);

    internal static async Task<SittingView> ViewAsync(TrainingDb db, Remembered remembered, Sitting sitting, DateTimeOffset now, CancellationToken ct)
    {
        var exam = await db.Exams.AsNoTracking().SingleAsync(each => each.Id == sitting.ExamId, ct);
        var questions = await remembered.QuestionsAsync(db, [.. sitting.Sheet.Items.Select(item => item.Question)], ct);
        var answers = await db.Answers.AsNoTracking().Where(answer => answer.SittingId == sitting.Id).ToListAsync(ct);
        return SittingView.Of(sitting, exam, questions, answers, now);
    }
}
