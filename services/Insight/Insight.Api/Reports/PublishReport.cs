using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Contracts.Insight.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

/// <summary>公开: POST /reports/{id}/publication. From then on everybody reads; of other kinds it says that they were published elsewhere. R-1 by 1 April, R-3 by 31 January; later is recorded as late.</summary>
internal static class PublishReport
{
    public sealed record Request(DateOnly On);

    public static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.ReportAsync(id, ct) is not { } report) return Readers.NotFound();
        var before = RecordChain.DigestOf(report);
        if (report.Publish(caller, request.On, now.Date) is { } refusal) return refusal.ToProblem();
        if (await db.NoteInCalendarAsync(NotingInCalendar.OfPublication(report.Kind), report, request.On, $"本网站“公开的报告”（/reports/{id}）", caller, now, ct) is { } closed) return closed.ToProblem();

        await db.NoteAsync(id, "PublishReport", caller, now, report.Article, new { report.PublishedOn, report.PublishedLate }, before, report, ct);
        if (ReportKinds.Public.Contains(report.Kind)) db.Publish(id, new ReportPublished { ReportId = id, Kind = report.Kind.ToString(), Year = report.Year, PublishedOn = request.On, InTime = !report.PublishedLate, NotedAt = now.At });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ReportView.OfAsync(db, report, caller, now.Date, ct));
    }
}
