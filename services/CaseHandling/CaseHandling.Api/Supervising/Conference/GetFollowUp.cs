using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>落实任务 in full: GET /supervision/tasks/{task}.</summary>
internal static class GetFollowUp
{
    public static async Task<Results<Ok<FollowUpView>, ProblemHttpResult>> Handle(
        Guid task, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct) =>
        await db.OpenFiledAsync(db.FollowUpsFor(caller), task, ct) is { } found
            ? TypedResults.Ok(await FollowUpView.OfAsync(found, db, caller, clock.Now(), ct))
            : Problems.NotFound();
}
