using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>撤出联合单位, with the reason: POST /activities/{id}/organisers/{organ}/release.</summary>
internal static class ReleaseOrganiser
{
    public sealed record Request([property: Required(ErrorMessage = "请写为什么撤出。"), StringLength(500, ErrorMessage = "最多500个字。")] string Reason);

    public static async Task<Results<Ok<ActivityView>, ProblemHttpResult>> Handle(Guid id, string organ, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.ActivityAsync(id, ct) is not { } activity) return Readers.NotFound();
        if (activity.Refuses(ActivityAct.Release, caller) is { } shut) return shut.ToProblem();
        if (await db.Set<Organiser>().SingleOrDefaultAsync(each => each.ActivityId == id && each.Organ == organ, ct) is not { } organiser) return Readers.NotFound();
        if (organiser.Release(request.Reason, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "ReleaseOrganiser", caller, now, OutreachLaw.EachOrganTeaches, new { organ, request.Reason }, RecordChain.DigestOf(activity), activity, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ActivityView.OfAsync(db, activity, caller, ct));
    }
}
