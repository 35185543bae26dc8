using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>一条预警, with what speaks for it: GET /warnings/{id}.</summary>
internal static class GetWarning
{
    public static async Task<Results<Ok<WarningView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct) =>
        await db.WarningAsync(id, caller, ct) is { } warning ? TypedResults.Ok(WarningView.Of(warning, await db.PetitionsOfAsync(warning, caller, ct), caller, clock.Now())) : Readers.NotFound();
}
