using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Reports;

/// <summary>报告检查: GET /reports/{id}/findings, as of today.</summary>
internal static class ReadFindings
{
    /// <param name="Blocking">Errors that stand in the way of the approval.</param>
    public sealed record Response(int ToWrite, int Blocking, IReadOnlyList<ReportFinding> Items);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.ReportAsync(id, ct) is not { } report) return Readers.NotFound();
        var found = ReportCheck.Of(report, clock.Now().Date);
        return TypedResults.Ok(new Response(report.Text.ToWrite, found.Count(each => each.Blocks), found));
    }
}
