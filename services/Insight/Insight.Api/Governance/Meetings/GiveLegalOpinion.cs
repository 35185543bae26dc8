using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Meetings;

/// <summary>登记合法性审查意见: POST /governance/meetings/{id}/opinions.</summary>
internal static class GiveLegalOpinion
{
    public sealed record Request(
        int Point, Legality Finding,
        [property: Required(ErrorMessage = "请写由谁审查。"), StringLength(50, ErrorMessage = "最多50个字。")] string Adviser,
        [property: Required(ErrorMessage = "请写审查意见和依据。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Text);

    public static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (!Enum.IsDefined(request.Finding)) return Acting.Wrong("finding", "没有这种结论，请从名单里选。");
        return await db.ActAsync(db.Set<Meeting>(), id, "GiveLegalOpinion", _ => GovernanceLaw.Legality, request, caller, now,
            meeting => meeting.Opine(request.Point, request.Finding, request.Adviser, request.Text, caller, now.Date), meeting => MeetingView.Of(meeting, caller), ct);
    }
}
