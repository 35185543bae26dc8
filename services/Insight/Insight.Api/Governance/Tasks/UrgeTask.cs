using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>过问、督促, an entry of the log: POST /governance/tasks/{id}/urging.</summary>
internal static class UrgeTask
{
    public sealed record Request(UrgingWay Way, [property: Required(ErrorMessage = "请写问了什么、要求什么。"), StringLength(500, ErrorMessage = "最多500个字。")] string Words);

    public static async Task<Results<Ok<TaskView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (!Enum.IsDefined(request.Way)) return Acting.Wrong("way", "没有这种方式，请从名单里选。");
        return await db.ActAsync(id, "UrgeTask", request, caller, now, task => task.Urge(request.Way, request.Words, caller, now.Date), ct);
    }
}
