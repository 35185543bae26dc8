using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Drills;

/// <summary>走一步: PUT /drill-runs/{id}/steps/{number}. As in earnest, what is done is not undone; sent again it is done once.</summary>
internal static class TakeStep
{
    public sealed record Request([property: StringLength(80, MinimumLength = 1, ErrorMessage = "请选一步。")] string Move, DateOnly On);

    public static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(Guid id, int number, Request request, CurrentCaller caller, TrainingDb db, CancellationToken ct)
    {
        if (await db.MyDrillAsync(id, caller, ct) is not { } run) return Refusals.NotFound.ToProblem();
        if (run.Take(number, new(request.Move, request.On)) is { } refusal) return refusal.ToProblem();
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DrillView.Of(run));
    }
}
