using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

/// <summary>批准: POST /reports/{id}/approval, by another account than the one that drafted it; not while the checks find errors or something is still to be written.</summary>
internal static class ApproveReport
{
    public static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.ReportAsync(id, ct) is not { } report) return Readers.NotFound();
        var before = RecordChain.DigestOf(report);
        if (report.Approve(caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "ApproveReport", caller, now, report.Article, new { snapshot = report.SnapshotId }, before, report, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ReportView.OfAsync(db, report, caller, now.Date, ct));
    }
}
