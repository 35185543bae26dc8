using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>一项任务: GET /governance/tasks/{id}, with the version for an amendment (ETag).</summary>
internal static class GetTask
{
    public static async Task<Results<Ok<TaskView>, ProblemHttpResult>> Handle(Guid id, HttpResponse response, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.TaskAsync(id, caller, ct) is not { } task) return Readers.NotFound();
        response.SetETag(db.VersionOf(task));
        return TypedResults.Ok(TaskView.Of(task, caller, clock.Now().Date) with { Version = db.VersionOf(task) });
    }
}
