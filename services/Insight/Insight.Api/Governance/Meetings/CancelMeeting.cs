using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Meetings;

/// <summary>取消会议: POST /governance/meetings/{id}/cancellation.</summary>
internal static class CancelMeeting
{
    public sealed record Request([property: Required(ErrorMessage = "请写为什么取消。"), StringLength(500, ErrorMessage = "最多500个字。")] string Reason);

    public static Task<Results<Ok<MeetingView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct) =>
        db.ActAsync(db.Set<Meeting>(), id, "CancelMeeting", meeting => meeting.Basis, request, caller, clock.Now(), meeting => meeting.Cancel(request.Reason, caller), meeting => MeetingView.Of(meeting, caller), ct);
}
