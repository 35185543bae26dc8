using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>撤下, with the reason: POST /governance/tasks/{id}/dropping.</summary>
internal static class DropTask
{
    public sealed record Request([property: Required(ErrorMessage = "请写为什么撤下。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Remark);

    public static Task<Results<Ok<TaskView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return db.ActAsync(id, "DropTask", new { request.Remark }, caller, now, task => task.Answer(TaskAct.Drop, request.Remark, caller, now.Date), ct);
    }
}
