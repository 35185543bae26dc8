using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Guidance;

/// <summary>记一条上级指导意见: PUT /guidance/{id}. The same id again answers what is there.</summary>
internal static class NoteGuidance
{
    public sealed record Request(
        DateOnly On,
        [property: Required(ErrorMessage = "请写由谁指导。"), StringLength(50, ErrorMessage = "最多50个字。")] string By,
        GuidanceWay Way,
        [property: Required(ErrorMessage = "请写指导意见。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Opinion,
        [property: StringLength(100, ErrorMessage = "最多100个字。")] string? Owner = null,
        DateOnly? DueOn = null);

    public static async Task<Results<Ok<GuidanceView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (id.Version != 7) return Acting.NotVersion7();
        if (await db.Set<GuidanceEntry>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } known) return TypedResults.Ok(GuidanceView.Of(known, caller, now.Date));
        if (!Enum.IsDefined(request.Way)) return Acting.Wrong("way", "没有这种指导方式，请从名单里选。");
        if (!Years.Known(request.On.Year)) return Acting.Wrong("on", "日期不对。");
        if (request.DueOn is { } due && !Years.Known(due.Year)) return Acting.Wrong("dueOn", "日期不对。");
        if (GuidanceEntry.Note(id, new(request.On, request.By, request.Way, request.Opinion, request.Owner, request.DueOn), now.Date).Refused(out var refusal, out var noted)) return refusal.ToProblem();

        db.Add(noted);
        await db.NoteAsync(id, "NoteGuidance", caller, now, GuidanceRefusals.Guidance, request, null, noted, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GuidanceView.Of(noted, caller, now.Date));
    }
}
