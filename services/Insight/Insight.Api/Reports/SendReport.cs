using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

/// <summary>报送 to the government above: POST /reports/{id}/sending. R-1 by 1 March, R-3 by 31 January; later is recorded as late.</summary>
internal static class SendReport
{
    public sealed record Request(DateOnly On);

    public static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.ReportAsync(id, ct) is not { } report) return Readers.NotFound();
        var before = RecordChain.DigestOf(report);
        if (report.Send(caller, request.On, now.Date) is { } refusal) return refusal.ToProblem();
        if (await db.NoteInCalendarAsync(NotingInCalendar.OfSending(report.Kind), report, request.On, ReportPaper.AddresseeOf(report.Kind) ?? "", caller, now, ct) is { } closed) return closed.ToProblem();

        await db.NoteAsync(id, "SendReport", caller, now, report.Article, new { report.SentOn, report.SentLate }, before, report, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ReportView.OfAsync(db, report, caller, now.Date, ct));
    }
}
