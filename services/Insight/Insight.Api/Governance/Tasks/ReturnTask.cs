using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>退回补充; it is owed again: POST /governance/tasks/{id}/return.</summary>
internal static class ReturnTask
{
    public sealed record Request([property: Required(ErrorMessage = "请写哪里不够。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Remark);

    public static Task<Results<Ok<TaskView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return db.ActAsync(id, "ReturnTask", new { request.Remark }, caller, now, task => task.Answer(TaskAct.Return, request.Remark, caller, now.Date), ct);
    }
}
