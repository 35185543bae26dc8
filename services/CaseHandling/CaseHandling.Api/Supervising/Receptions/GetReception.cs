using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Receptions;

/// <summary>接访日 in full: GET /supervision/reception-days/{day}.</summary>
internal static class GetReception
{
    public static async Task<Results<Ok<ReceptionView>, ProblemHttpResult>> Handle(
        Guid day, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct) =>
        await db.OpenFiledAsync(db.ReceptionsFor(caller), day, ct) is { } found
            ? TypedResults.Ok(await ReceptionView.OfAsync(found, db, caller, clock.Now(), ct))
            : Problems.NotFound();
}
