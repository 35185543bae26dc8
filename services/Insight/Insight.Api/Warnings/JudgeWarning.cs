using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>下结论, whether there was something to warn of; it counts in the precision of the rule: POST /warnings/{id}/verdict.</summary>
internal static class JudgeWarning
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请选结论。"), EnumDataType(typeof(Verdict), ErrorMessage = "没有这个结论。")] Verdict? Verdict,
        [property: Required(ErrorMessage = "请写理由。"), StringLength(500, ErrorMessage = "最多500个字。")] string Reason);

    public static async Task<Results<Ok<WarningView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.WarningAsync(id, caller, ct) is not { } warning) return Readers.NotFound();
        var before = RecordChain.DigestOf(warning);
        if (warning.Judge(request.Verdict!.Value, request.Reason, caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "JudgeWarning", caller, now, InsightLaw.Warning, new { warning.Verdict }, before, warning, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(WarningView.Of(warning, await db.PetitionsOfAsync(warning, caller, ct), caller, now));
    }
}
