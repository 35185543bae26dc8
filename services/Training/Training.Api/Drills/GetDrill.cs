using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Drills;

/// <summary>GET /drill-runs/{id}: the caller's own run, with every step taken so far.</summary>
internal static class GetDrill
{
    public static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, TrainingDb db, CancellationToken ct) =>
        await db.MyDrillAsync(id, caller, ct) is { } run ? TypedResults.Ok(DrillView.Of(run)) : Refusals.NotFound.ToProblem();

    internal static Task<DrillRun?> MyDrillAsync(this TrainingDb db, Guid id, CurrentCaller caller, CancellationToken ct) =>
        db.DrillRuns.SingleOrDefaultAsync(run => run.Id == id && run.Account == caller.Account, ct);
}
