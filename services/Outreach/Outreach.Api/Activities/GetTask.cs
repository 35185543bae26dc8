using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>本单位的一项任务: GET /tasks/{activity}.</summary>
internal static class GetTask
{
    public static async Task<Results<Ok<TaskView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, OutreachDb db, CancellationToken ct) =>
        await db.TaskAsync(id, caller, ct) is { } task && await db.ActivityAsync(id, ct) is { } activity ? TypedResults.Ok(TaskView.Of(task, activity, caller)) : Readers.NotFound();
}
