using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Xinfang.Documents.Rendering;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Insight.Api.Reports.Public;

/// <summary>公开的报告 as a file: GET /published-reports/{id}/report.docx and /published-reports/{id}/report.pdf.</summary>
internal static class DownloadPublishedReport
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Word(Guid id, InsightDb db, PublishedFiles files, CancellationToken ct)
    {
        if (await db.PublishedReports().SingleOrDefaultAsync(report => report.Id == id, ct) is not { } report) return Readers.NotFound();
        return TypedResults.File(await files.OfAsync(id, WordFile.ContentType, async () => WordFile.Of(await PaperAsync(db, report, ct))), WordFile.ContentType, "report.docx");
    }

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Pdf(Guid id, InsightDb db, PublishedFiles files, ReportFonts fonts, CancellationToken ct)
    {
        if (await db.PublishedReports().SingleOrDefaultAsync(report => report.Id == id, ct) is not { } report) return Readers.NotFound();
        if (fonts.Faces() is not { } faces) return Problems.Of("document.fonts-missing", "这台服务器没有装中文字体，暂时不能生成PDF。", StatusCodes.Status503ServiceUnavailable);
        return TypedResults.File(await files.OfAsync(id, PdfFile.ContentType, async () => PdfFile.Of(await PaperAsync(db, report, ct), faces)), PdfFile.ContentType, "report.pdf");
    }

    private static async Task<Paper> PaperAsync(InsightDb db, Report report, CancellationToken ct) =>
        ReportPaper.Of(report, await db.Set<Snapshot>().AsNoTracking().SingleAsync(snapshot => snapshot.Id == report.SnapshotId, ct));
}

/// <summary>Keeps the last files that were made: everybody may ask for them, and a published report never changes.</summary>
internal sealed class PublishedFiles : IDisposable
{
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = 32 * 1024 * 1024 });

    /// <param name="make">Called where the file is not kept.</param>
    public async Task<byte[]> OfAsync(Guid report, string type, Func<Task<byte[]>> make)
    {
        if (_kept.TryGetValue((report, type), out byte[]? kept)) return kept!;
        var made = await make();
        return _kept.Set((report, type), made, new MemoryCacheEntryOptions { Size = made.Length });
    }

    public void Dispose() => _kept.Dispose();
}
