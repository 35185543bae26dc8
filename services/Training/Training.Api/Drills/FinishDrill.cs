using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Training.Api.Study;

namespace Xinfang.Training.Api.Drills;

/// <summary>办完了: POST /drill-runs/{id}/completion. The law engine judges the steps; who has passed has the hours of it once a year and script.</summary>
internal static class FinishDrill
{
    /// <summary>学时 of a drill that was passed (本区设定).</summary>
    public const decimal Hours = 0.5m;

    public static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // A second window waits here and finds it judged.
        if (await db.DrillRuns.FromSql($"select *, xmin from drill_run where id = {id} and account = {caller.Account} for update").ToListAsync(ct) is not [{ } run]) return Refusals.NotFound.ToProblem();
        if (run.FinishedAt is not null) return TypedResults.Ok(DrillView.Of(run));
        var passed = run.Finish(now).Passed;
        await db.SaveChangesAsync(ct);
        if (passed) await EnterHoursAsync(db, run, now, ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(DrillView.Of(run));
    }

    private static Task<int> EnterHoursAsync(TrainingDb db, DrillRun run, Moment now, CancellationToken ct)
    {
        var script = DrillScripts.Find(run.Script)!;
        return db.Database.ExecuteSqlAsync($"""
            insert into hour_entry (id, account, organ, year, mode, topic, hours, "on", source, reference, title, entered_at, entered_by)
            values ({Guid.CreateVersion7()}, {run.Account}, {run.Organ}, {now.Date.Year}, {nameof(StudyMode.Online)}, {script.Topic}, {Hours}, {now.Date}, {nameof(HourSource.Drill)}, {$"{script.Code}|{now.Date.Year}"}, {$"案例演练：{script.Title}"}, {now.At}, {run.Account})
            on conflict (account, source, reference) do nothing
            """, ct);
    }
}
