using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Insight.Api.Reports.Public;

/// <summary>公开的报告: GET /published-reports?after=&amp;limit=, the latest year first.</summary>
internal static class ListPublishedReports
{
    /// <param name="Period">2026年.</param>
    public sealed record Response(Guid Id, ReportKind Kind, string KindName, string Title, string Period, DateOnly PublishedOn);

    private sealed record Key(DateOnly From, Guid Id);

    public static async Task<Results<Ok<Page<Response>>, ProblemHttpResult>> Handle(InsightDb db, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var reports = db.PublishedReports();
        if (last is not null) reports = reports.Where(report => EF.Functions.LessThan(ValueTuple.Create(report.From, report.Id), ValueTuple.Create(last.From, last.Id)));
        var most = Cursor.Limit(limit);
        var rows = await reports.OrderByDescending(report => report.From).ThenByDescending(report => report.Id).Take(most + 1).ToListAsync(ct);
        var page = Page<Report>.Of(rows, most, report => new Key(report.From, report.Id));
        return TypedResults.Ok(new Page<Response>([.. page.Items.Select(Of)], page.Next));
    }

    private static Response Of(Report report) => new(report.Id, report.Kind, ReportKinds.Name(report.Kind), report.Text.Title, report.SpanOf.ToString(), report.PublishedOn!.Value);
}
