using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Packages;

/// <summary>包案 in full: GET /supervision/packages/{package}.</summary>
internal static class GetPackage
{
    public static async Task<Results<Ok<PackageView>, ProblemHttpResult>> Handle(
        Guid package, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct) =>
        await db.OpenFiledAsync(db.PackagesFor(caller), package, ct) is { } found
            ? TypedResults.Ok(await PackageView.OfAsync(found, db, caller, clock.Now(), ct))
            : Problems.NotFound();
}
