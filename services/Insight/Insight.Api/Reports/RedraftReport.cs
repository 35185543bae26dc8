using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Xinfang.Insight.Api.Reports.Drafts;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

/// <summary>重新起草: POST /reports/{id}/redrafting. A new snapshot; the old one stays. What people have written stays in its place.</summary>
internal static class RedraftReport
{
    public static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, InsightDb db, NpgsqlDataSource database, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.ReportAsync(id, ct) is not { } report) return Readers.NotFound();
        if (report.Refuses(ReportAct.Redraft, caller) is { } refusal) return refusal.ToProblem();
        var before = RecordChain.DigestOf(report);

        var snapshot = await Freezing.TakeAsync(db, database, report.Kind, report.SpanOf.Period(report.Basis), caller, now, ct);
        report.Redraft(snapshot, Drafting.Of(report.Kind, report.SpanOf, snapshot), caller, now.Date);
        db.Add(snapshot);
        await db.NoteAsync(id, "RedraftReport", caller, now, report.Article, new { snapshot = snapshot.Id, snapshot.Hash }, before, report, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ReportView.OfAsync(db, report, caller, now.Date, ct));
    }
}
