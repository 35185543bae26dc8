using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>修改任务: POST /governance/tasks/{id}/amendment, with the version that was read (If-Match). A new term is reminded of anew.</summary>
internal static class AmendTask
{
    public static async Task<Results<Ok<TaskView>, ProblemHttpResult>> Handle(Guid id, TaskTermsRequest request, HttpRequest http, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.TaskAsync(id, caller, ct) is not { } task) return Readers.NotFound();
        if (task.Refuses(TaskAct.Amend, caller) is { } shut) return shut.ToProblem();
        if (request.Wrong() is { } wrong) return wrong;
        if (ETags.Refuses(http, db.VersionOf(task)) is { } stale) return stale;
        var before = RecordChain.DigestOf(task);
        if (task.Amend(request.Terms(), caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "AmendTask", caller, now, task.Basis, request.Terms(), before, task, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TaskView.Of(task, caller, now.Date) with { Version = db.VersionOf(task) });
    }
}
