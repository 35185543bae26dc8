using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Insight.Api.Reports;

/// <summary>报告列表: GET /reports?kind=&amp;year=&amp;status=&amp;after=&amp;limit=, the latest period first.</summary>
internal static class ListReports
{
    private sealed record Key(DateOnly From, Guid Id);

    public static async Task<Results<Ok<Page<ReportRow>>, ProblemHttpResult>> Handle(
        InsightDb db, CancellationToken ct, ReportKind? kind = null, int? year = null, ReportStatus? status = null, string? after = null, int? limit = null)
    {
        if (kind is { } asked && !Enum.IsDefined(asked)) return Acting.Wrong("kind", "没有这种报告。");
        if (status is { } wanted && !Enum.IsDefined(wanted)) return Acting.Wrong("status", "没有这个状态。");
        if (year is < ReportSpan.First or > ReportSpan.Last) return Acting.Wrong("year", "年份不对。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var reports = db.Set<Report>().AsNoTracking();
        if (kind is not null) reports = reports.Where(report => report.Kind == kind);
        if (year is not null) reports = reports.Where(report => report.Year == year);
        if (status is not null) reports = reports.Where(report => report.Status == status);
        if (last is not null) reports = reports.Where(report => EF.Functions.LessThan(ValueTuple.Create(report.From, report.Id), ValueTuple.Create(last.From, last.Id)));
        var most = Cursor.Limit(limit);
        var rows = await reports.OrderByDescending(report => report.From).ThenByDescending(report => report.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page<ReportRow>.Of([.. rows.Select(ReportRow.Of)], most, row => new Key(row.From, row.Id)));
    }
}
