using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Training.Api.Study;

namespace Xinfang.Training.Api.Drills;

/// <summary>开始演练: POST /drills/{script}/runs. While a run is not finished it is given again, with what was done in it.</summary>
internal static class BeginDrill
{
    public static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(string script, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (DrillScripts.Find(script) is not { } chosen) return Refusals.NotFound.ToProblem();
        if (await RunningAsync(db, script, caller, ct) is { } running) return TypedResults.Ok(DrillView.Of(running));
        var round = await db.DrillRuns.CountAsync(run => run.Account == caller.Account && run.Script == script, ct);
        if (chosen.Make(new(now.Calendar, now.Terms, round)) is not { } made) return Refusals.NotFound.ToProblem();

        await db.EnrolAsync(caller, now.At, ct);
        var begun = new DrillRun { Id = Guid.CreateVersion7(), Account = caller.Account, Organ = caller.Organ, Script = script, Case = made, BegunAt = now.At };
        db.Add(begun);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The other window was faster; its run is this one, too.
            db.ChangeTracker.Clear();
            begun = (await RunningAsync(db, script, caller, ct))!;
        }
        return TypedResults.Ok(DrillView.Of(begun));
    }

    private static Task<DrillRun?> RunningAsync(TrainingDb db, string script, CurrentCaller caller, CancellationToken ct) =>
        db.DrillRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Account == caller.Account && run.Script == script && run.FinishedAt == null, ct);
}
