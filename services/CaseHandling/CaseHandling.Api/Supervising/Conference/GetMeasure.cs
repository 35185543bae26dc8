using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>措施 in full: GET /supervision/measures/{measure}.</summary>
internal static class GetMeasure
{
    public static async Task<Results<Ok<MeasureView>, ProblemHttpResult>> Handle(
        Guid measure, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct) =>
        await db.OpenFiledAsync(db.MeasuresFor(caller), measure, ct) is { } found
            ? TypedResults.Ok(await MeasureView.OfAsync(found, db, caller, clock.Now(), ct))
            : Problems.NotFound();
}
