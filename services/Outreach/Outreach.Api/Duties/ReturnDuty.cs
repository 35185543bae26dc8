using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Duties;

/// <summary>退回补充 what an organ has reported; it is owed again: POST /duties/{id}/return.</summary>
internal static class ReturnDuty
{
    public sealed record Request([property: Required(ErrorMessage = "请写哪里不够。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Remark);

    public static async Task<Results<Ok<DutyView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.DutyAsync(id, caller, ct) is not { } item) return Readers.NotFound();
        var before = RecordChain.DigestOf(item);
        if (item.Answer(DutyAct.Return, request.Remark, caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "ReturnDuty", caller, now, OutreachLaw.EachOrganTeaches, new { item.Remark }, before, item, ct);
        db.Tell(item, now);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await DutyView.WithActivitiesAsync(db, item, caller, now.Date, ct));
    }
}
