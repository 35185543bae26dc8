using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Exams;

/// <summary>参加考试: POST /exams/{id}/sittings. While an attempt runs it is given again, so a repeat or a second window starts nothing new.</summary>
internal static class StartSitting
{
    public sealed record Response(Guid Id, DateTimeOffset EndsAt);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now().At;
        if (await db.Exams.AsNoTracking().SingleOrDefaultAsync(exam => exam.Id == id && exam.State != ExamState.Draft, ct) is not { } exam) return Refusals.NotFound.ToProblem();
        await db.HandInOverdueAsync(id, caller.Account, now, ct);
        db.ChangeTracker.Clear();
        var earlier = await Of(db, id, caller.Account, ct);
        if (earlier.Find(sitting => sitting.Runs(now)) is { } running) return TypedResults.Ok(new Response(running.Id, running.EndsAt));
        if (exam.Sit(caller.Account, caller.Organ, earlier, now).Refused(out var refusal, out var sitting)) return refusal.ToProblem();

        db.Add(sitting);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The other window was faster; its attempt is this one, too.
            db.ChangeTracker.Clear();
            sitting = (await Of(db, id, caller.Account, ct)).Single(each => each.Attempt == sitting.Attempt);
        }
        return TypedResults.Ok(new Response(sitting.Id, sitting.EndsAt));
    }

    private static Task<List<Sitting>> Of(TrainingDb db, Guid exam, string account, CancellationToken ct) =>
        db.Sittings.AsNoTracking().Where(sitting => sitting.ExamId == exam && sitting.Account == account).OrderBy(sitting => sitting.Attempt).ToListAsync(ct);
}
