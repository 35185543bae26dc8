using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>核实，确认完成: POST /governance/tasks/{id}/confirmation.</summary>
internal static class ConfirmTask
{
    public sealed record Request([property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Remark = null);

    public static Task<Results<Ok<TaskView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return db.ActAsync(id, "ConfirmTask", new { request.Remark }, caller, now, task => task.Answer(TaskAct.Confirm, request.Remark, caller, now.Date), ct);
    }
}
