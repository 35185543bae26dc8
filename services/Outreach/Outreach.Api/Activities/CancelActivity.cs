using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>取消活动, with the reason: POST /activities/{id}/cancellation.</summary>
internal static class CancelActivity
{
    public sealed record Request([property: Required(ErrorMessage = "请写为什么取消。"), StringLength(500, ErrorMessage = "最多500个字。")] string Reason);

    public static async Task<Results<Ok<ActivityView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.ActivityAsync(id, ct) is not { } activity) return Readers.NotFound();
        var before = RecordChain.DigestOf(activity);
        if (activity.Cancel(request.Reason, caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "CancelActivity", caller, now, OutreachLaw.EachOrganTeaches, request, before, activity, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ActivityView.OfAsync(db, activity, caller, ct));
    }
}
