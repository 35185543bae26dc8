using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Meetings;

/// <summary>一次会议: GET /governance/meetings/{id}.</summary>
internal static class GetMeeting
{
    public static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, InsightDb db, CancellationToken ct) =>
        await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } meeting ? TypedResults.Ok(MeetingView.Of(meeting, caller)) : Readers.NotFound();
}
