using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>接手: POST /warnings/{id}/taking.</summary>
internal static class TakeWarning
{
    public static async Task<Results<Ok<WarningView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.WarningAsync(id, caller, ct) is not { } warning) return Readers.NotFound();
        var before = RecordChain.DigestOf(warning);
        if (warning.Take(caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "TakeWarning", caller, now, InsightLaw.Warning, new { warning.DueOn }, before, warning, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(WarningView.Of(warning, await db.PetitionsOfAsync(warning, caller, ct), caller, now));
    }
}
