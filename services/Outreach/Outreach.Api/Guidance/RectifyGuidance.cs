using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Guidance;

/// <summary>登记整改结果: POST /guidance/{id}/rectification.</summary>
internal static class RectifyGuidance
{
    public sealed record Request([property: Required(ErrorMessage = "请写改了什么、拿什么证明。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Result);

    public static async Task<Results<Ok<GuidanceView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.Set<GuidanceEntry>().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } entry) return Readers.NotFound();
        var before = RecordChain.DigestOf(entry);
        if (entry.Rectify(request.Result, caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "RectifyGuidance", caller, now, GuidanceRefusals.Guidance, new { entry.Result }, before, entry, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GuidanceView.Of(entry, caller, now.Date));
    }
}
