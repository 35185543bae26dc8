using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>报完成 by the organ itself: POST /governance/tasks/{id}/report.</summary>
internal static class ReportTask
{
    public sealed record Request([property: Required(ErrorMessage = "请写做了什么、拿什么证明。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Evidence);

    public static Task<Results<Ok<TaskView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return db.ActAsync(id, "ReportTask", new { request.Evidence }, caller, now, task => task.ReportDone(request.Evidence, caller, now.Date), ct);
    }
}
