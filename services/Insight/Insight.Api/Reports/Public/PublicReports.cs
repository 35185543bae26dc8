using Microsoft.EntityFrameworkCore;

namespace Xinfang.Insight.Api.Reports.Public;

/// <summary>What everybody may read: published reports of the kinds that the law wants published. Who drafted and who approved is not among it.</summary>
internal static class PublicReports
{
    public static void MapPublicReports(this IEndpointRouteBuilder app)
    {
        var published = app.MapGroup("/published-reports").WithTags("PublishedReports").AllowAnonymous();
        published.MapGet("", ListPublishedReports.Handle);
        published.MapGet("/{id:guid}", ReadPublishedReport.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        published.MapGet("/{id:guid}/report.docx", DownloadPublishedReport.Word).ProducesProblem(StatusCodes.Status404NotFound);
        published.MapGet("/{id:guid}/report.pdf", DownloadPublishedReport.Pdf).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    public static IQueryable<Report> PublishedReports(this InsightDb db) =>
        db.Set<Report>().AsNoTracking().Where(report => report.Status == ReportStatus.Published && ReportKinds.Public.Contains(report.Kind));
}
