using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>联席会议 with agenda and decisions: GET /supervision/meetings/{meeting}.</summary>
internal static class GetMeeting
{
    public static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Handle(
        Guid meeting, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct) =>
        await db.OpenFiledAsync(db.MeetingsFor(caller), meeting, ct) is { } found
            ? TypedResults.Ok(await MeetingView.OfAsync(found, db, caller, clock.Now(), ct))
            : Problems.NotFound();
}
