using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Xinfang.Insight.Api.Reports.Public;

/// <summary>一份公开的报告: GET /published-reports/{id}. Its words and tables, as they are printed.</summary>
internal static class ReadPublishedReport
{
    /// <param name="Period">2026年.</param>
    /// <param name="Note">How its figures were counted, and the snapshot in which they are frozen.</param>
    /// <param name="Law">Under which article it is published.</param>
    public sealed record Response(Guid Id, ReportKind Kind, string KindName, string Title, string Period, DateOnly PublishedOn, string Opening, IReadOnlyList<Section> Sections, string Note, string Law);

    public sealed record Section(string Heading, IReadOnlyList<Paragraph> Paragraphs);

    /// <param name="Heading">（一）…, or null.</param>
    public sealed record Paragraph(string? Heading, string Text, ReportTable? Table);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, InsightDb db, CancellationToken ct)
    {
        if (await db.PublishedReports().SingleOrDefaultAsync(report => report.Id == id, ct) is not { } report) return Readers.NotFound();
        var snapshot = await db.Set<Snapshot>().AsNoTracking().SingleAsync(each => each.Id == report.SnapshotId, ct);
        return TypedResults.Ok(new Response(report.Id, report.Kind, ReportKinds.Name(report.Kind), report.Text.Title, report.SpanOf.ToString(), report.PublishedOn!.Value, report.Text.Opening,
            [.. report.Text.Sections.Select(section => new Section(section.Heading, [.. section.Paragraphs.Select(paragraph => new Paragraph(paragraph.Heading, paragraph.Text, paragraph.Table))]))],
            ReportPaper.NoteOf(report, snapshot), report.Article.ToString()));
    }
}
