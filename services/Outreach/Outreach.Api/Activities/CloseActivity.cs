using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.Outreach.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>办结活动: POST /activities/{id}/closing. Tells what was held.</summary>
internal static class CloseActivity
{
    public static async Task<Results<Ok<ActivityView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.ActivityAsync(id, ct) is not { } activity) return Readers.NotFound();
        var organisers = await db.Set<Organiser>().AsNoTracking().Where(each => each.ActivityId == id).OrderBy(each => each.Organ).ToListAsync(ct);
        var before = RecordChain.DigestOf(activity);
        if (activity.Close(organisers, caller, now.Date) is { } refusal) return refusal.ToProblem();

        var held = await HeldAsync(db, activity, organisers, now, ct);
        db.Publish(id, held);
        await db.NoteAsync(id, "CloseActivity", caller, now, OutreachLaw.EachOrganTeaches, held, before, activity, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ActivityView.OfAsync(db, activity, caller, ct));
    }

    private static async Task<ActivityHeld> HeldAsync(OutreachDb db, Activity activity, List<Organiser> organisers, Moment now, CancellationToken ct) => new()
    {
        ActivityId = activity.Id,
        CampaignId = activity.CampaignId,
        Street = activity.Street,
        HeldOn = activity.HeldOn!.Value,
        Forms = string.Join(',', activity.Forms),
        JointOrgans = string.Join(',', organisers.Where(each => each.Status is OrganiserStatus.Done).Select(each => each.Organ)),
        Topic = activity.Topic,
        Attendance = activity.Attendance ?? 0,
        Consultations = await db.Set<ConsultationCount>().Where(each => each.ActivityId == activity.Id).SumAsync(each => each.Count, ct),
        Materials = await db.Set<MaterialIssue>().Where(each => each.ActivityId == activity.Id).SumAsync(each => each.Issued - each.Returned, ct),
        ClosedAt = now.At,
    };
}
