using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Documents.Rendering;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Insight.Api.Reports;

/// <summary>The report as a file: GET /reports/{id}/report.docx and /reports/{id}/report.pdf.</summary>
internal static class DownloadReport
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Word(Guid id, HttpResponse response, InsightDb db, CancellationToken ct)
    {
        if (await PaperAsync(db, id, ct) is not { } paper) return Readers.NotFound();
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(WordFile.Of(paper), WordFile.ContentType, "report.docx");
    }

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Pdf(Guid id, HttpResponse response, InsightDb db, ReportFonts fonts, CancellationToken ct)
    {
        if (await PaperAsync(db, id, ct) is not { } paper) return Readers.NotFound();
        if (fonts.Faces() is not { } faces) return Problems.Of("document.fonts-missing", "这台服务器没有装中文字体，暂时不能生成PDF。", StatusCodes.Status503ServiceUnavailable);
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(PdfFile.Of(paper, faces), PdfFile.ContentType, "report.pdf");
    }

    private static async Task<Paper?> PaperAsync(InsightDb db, Guid id, CancellationToken ct) => await db.ReportAsync(id, ct) is { } report
        ? ReportPaper.Of(report, await db.Set<Snapshot>().AsNoTracking().SingleAsync(snapshot => snapshot.Id == report.SnapshotId, ct)) : null;
}

/// <summary>The faces of reports, opened when the first is asked for.</summary>
internal sealed partial class ReportFonts(ILogger<ReportFonts> log) : IDisposable
{
    private SharedFonts? _shared;

    /// <summary>The faces; null when the machine has none.</summary>
    public PaperFonts? Faces() => LazyInitializer.EnsureInitialized(ref _shared, () => new(LogMissing)).Faces();

    public void Dispose() => _shared?.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "No report can be written: the fonts are missing")]
    private partial void LogMissing(Exception exception);
}
