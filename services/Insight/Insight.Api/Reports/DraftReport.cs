using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Insight.Api.Measures;
using Xinfang.Insight.Api.Reports.Drafts;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

/// <summary>起草: PUT /reports/{id}. Freezes the figures of the period and writes what they say. The same id again answers what is there.</summary>
internal static class DraftReport
{
    /// <param name="Number">Quarter, month or ISO week; left out for a year.</param>
    public sealed record Request(ReportKind Kind, int Year, Span Span = Span.Year, int Number = 1, Basis Basis = Basis.Received);

    public static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, NpgsqlDataSource database, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (id.Version != 7) return Acting.NotVersion7();
        if (await db.ReportAsync(id, ct) is { } known) return TypedResults.Ok(await ReportView.OfAsync(db, known, caller, now.Date, ct));
        var span = new ReportSpan(request.Year, request.Span, request.Number);
        if (span.Wrong(request.Kind) is var (field, message)) return Acting.Wrong(field, message);
        var (period, basis) = (span.Period(request.Basis), ReportKinds.BasisOf(request.Kind));
        if (period.From > now.Date) return ReportRefusals.NotBegun(basis).ToProblem();
        if (await db.Set<Report>().AnyAsync(other => other.Kind == request.Kind && other.From == period.From && other.Until == period.Until && other.Status != ReportStatus.Withdrawn, ct)) return ReportRefusals.Already(span.ToString(), basis).ToProblem();

        var snapshot = await Freezing.TakeAsync(db, database, request.Kind, period, caller, now, ct);
        var report = Report.Draft(id, request.Kind, span, snapshot, Drafting.Of(request.Kind, span, snapshot), caller, now.Date);
        db.AddRange(snapshot, report);
        await db.NoteAsync(id, "DraftReport", caller, now, basis, new { report.Kind, report.From, report.Until, report.Basis, snapshot = snapshot.Id, snapshot.Hash }, null, report, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ReportView.OfAsync(db, report, caller, now.Date, ct));
    }
}
