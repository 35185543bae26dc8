using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>请单位联合举办, with a task of its own: POST /activities/{id}/organisers. The same organ with the same task again changes nothing.</summary>
internal static class AskOrganiser
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请选单位。"), StringLength(20, ErrorMessage = "没有这个单位。")] string Organ,
        [property: Required(ErrorMessage = "请写这个单位的任务。"), StringLength(500, ErrorMessage = "最多500个字。")] string Task);

    public static async Task<Results<Ok<ActivityView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.ActivityAsync(id, ct) is not { } activity) return Readers.NotFound();
        if (activity.Refuses(ActivityAct.Ask, caller) is { } shut) return shut.ToProblem();
        if (Organs.Find(request.Organ) is not { } organ || !Organs.OfDistrict.Contains(organ)) return Acting.Wrong("organ", "没有这个单位，请从名单里选。");
        if (organ.Code == Organs.Office) return ActivityRefusals.OwnOffice.ToProblem();
        var asked = await db.Set<Organiser>().SingleOrDefaultAsync(each => each.ActivityId == id && each.Organ == organ.Code, ct);
        if (asked is not null && asked.Task == request.Task.Trim() && asked.Status is not (OrganiserStatus.Refused or OrganiserStatus.Released)) return TypedResults.Ok(await ActivityView.OfAsync(db, activity, caller, ct));
        if (asked is null) db.Add(Organiser.Ask(id, organ.Code, request.Task, now.Date));
        else if (asked.AskAgain(request.Task, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "AskOrganiser", caller, now, OutreachLaw.EachOrganTeaches, request, RecordChain.DigestOf(activity), activity, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ActivityView.OfAsync(db, activity, caller, ct));
    }
}
