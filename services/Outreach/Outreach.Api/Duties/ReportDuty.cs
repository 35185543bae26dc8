using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Duties;

/// <summary>上报完成情况 by the organ itself: POST /duties/{id}/report.</summary>
internal static class ReportDuty
{
    public sealed record Request([property: Required(ErrorMessage = "请写做了什么、拿什么证明。"), StringLength(2000, ErrorMessage = "最多2000个字。")] string Text);

    public static async Task<Results<Ok<DutyView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.DutyAsync(id, caller, ct) is not { } item) return Readers.NotFound();
        var before = RecordChain.DigestOf(item);
        if (item.ReportDone(request.Text, caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "ReportDuty", caller, now, OutreachLaw.EachOrganTeaches, new { item.Report }, before, item, ct);
        db.Tell(item, now);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await DutyView.WithActivitiesAsync(db, item, caller, now.Date, ct));
    }
}
