using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>撤销预警, with the reason: POST /warnings/{id}/dropping.</summary>
internal static class DropWarning
{
    public sealed record Request([property: Required(ErrorMessage = "请写为什么撤销。"), StringLength(500, ErrorMessage = "最多500个字。")] string Reason);

    public static async Task<Results<Ok<WarningView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.WarningAsync(id, caller, ct) is not { } warning) return Readers.NotFound();
        var before = RecordChain.DigestOf(warning);
        if (warning.Drop(request.Reason, caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "DropWarning", caller, now, InsightLaw.Warning, new { warning.Rule }, before, warning, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(WarningView.Of(warning, await db.PetitionsOfAsync(warning, caller, ct), caller, now));
    }
}
