using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>报处置情况, what was done: POST /warnings/{id}/answer.</summary>
internal static class AnswerWarning
{
    public sealed record Request([property: Required(ErrorMessage = "请写怎么处置的。"), StringLength(500, ErrorMessage = "最多500个字。")] string Action);

    public static async Task<Results<Ok<WarningView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.WarningAsync(id, caller, ct) is not { } warning) return Readers.NotFound();
        var before = RecordChain.DigestOf(warning);
        if (warning.Answer(request.Action, caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "AnswerWarning", caller, now, InsightLaw.Warning, new { warning.TakenOn }, before, warning, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(WarningView.Of(warning, await db.PetitionsOfAsync(warning, caller, ct), caller, now));
    }
}
