using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>报节点完成: POST /governance/tasks/{id}/milestones.</summary>
internal static class PassMilestone
{
    public sealed record Request(int Number);

    public static Task<Results<Ok<TaskView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return db.ActAsync(id, "PassMilestone", request, caller, now, task => task.Pass(request.Number, caller, now.Date), ct);
    }
}
