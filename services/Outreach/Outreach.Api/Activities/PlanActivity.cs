using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>安排活动: PUT /activities/{id}. The same id again answers what is there.</summary>
internal static class PlanActivity
{
    public static async Task<Results<Ok<ActivityView>, ProblemHttpResult>> Handle(Guid id, PlanRequest request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (id.Version != 7) return Acting.NotVersion7();
        if (await db.ActivityAsync(id, ct) is { } known) return TypedResults.Ok(await ActivityView.OfAsync(db, known, caller, ct));
        if (await request.WrongAsync(db, ct) is { } wrong) return wrong;
        var activity = Activity.Plan(id, request.Plan);

        db.Add(activity);
        await db.NoteAsync(id, "PlanActivity", caller, now, OutreachLaw.EachOrganTeaches, request, null, activity, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ActivityView.OfAsync(db, activity, caller, ct));
    }
}
