using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>修改安排: POST /activities/{id}/amendment, with the version that was read (If-Match). A draft is planned by it.</summary>
internal static class AmendActivity
{
    public static async Task<Results<Ok<ActivityView>, ProblemHttpResult>> Handle(
        Guid id, PlanRequest request, HttpRequest http, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.ActivityAsync(id, ct) is not { } activity) return Readers.NotFound();
        if (activity.Refuses(ActivityAct.Amend, caller) is { } shut) return shut.ToProblem();
        if (ETags.Refuses(http, db.VersionOf(activity)) is { } stale) return stale;
        if (await request.WrongAsync(db, ct) is { } wrong) return wrong;
        var before = RecordChain.DigestOf(activity);
        if (activity.Amend(request.Plan, caller) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "AmendActivity", caller, clock.Now(), OutreachLaw.EachOrganTeaches, request, before, activity, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ActivityView.OfAsync(db, activity, caller, ct));
    }
}
