using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

/// <summary>一份报告: GET /reports/{id}, with the version for an edit (ETag).</summary>
internal static class GetReport
{
    public static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, HttpResponse response, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.ReportAsync(id, ct) is not { } report) return Readers.NotFound();
        response.SetETag(db.VersionOf(report));
        return TypedResults.Ok(await ReportView.OfAsync(db, report, caller, clock.Now().Date, ct));
    }
}
