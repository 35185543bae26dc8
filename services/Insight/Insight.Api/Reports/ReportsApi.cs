using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Measures;
using Xinfang.Insight.Api.Reports.Public;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

internal static class ReportsApi
{
    /// <summary>Whoever reads figures of the whole district, and the clerks, who draft.</summary>
    private static readonly string Readers = Duty.AnyOf(Duty.Oversee, Duty.Supervise, Duty.Lead, Duty.Audit, Duty.Register);

    private static readonly string Writers = Duty.AnyOf(Duty.Register, Duty.Supervise, Duty.Oversee);

    public static void AddReports(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ReportFonts>().AddSingleton<PublishedFiles>();

    /// <summary>报告.</summary>
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup("/reports").WithTags("Reports").RequireAuthorization(Readers).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        reports.MapGet("", ListReports.Handle).ProducesValidationProblem();
        reports.MapGet("/{id:guid}", GetReport.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        reports.MapGet("/{id:guid}/findings", ReadFindings.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        reports.MapGet("/{id:guid}/report.docx", DownloadReport.Word).ProducesProblem(StatusCodes.Status404NotFound);
        reports.MapGet("/{id:guid}/report.pdf", DownloadReport.Pdf).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        reports.MapPut("/{id:guid}", DraftReport.Handle).AddEndpointFilter<WholeFigures>().ProducesProblem(StatusCodes.Status503ServiceUnavailable).RequireAuthorization(Writers).For(InsightLaw.YearlyReport);
        reports.MapPut("/{id:guid}/text", WriteReport.Handle).RequireAuthorization(Writers).For(InsightLaw.YearlyReport).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
        reports.MapPost("/{id:guid}/redrafting", RedraftReport.Handle).AddEndpointFilter<WholeFigures>().ProducesProblem(StatusCodes.Status503ServiceUnavailable).RequireAuthorization(Writers).For(InsightLaw.YearlyReport);
        reports.MapPost("/{id:guid}/approval", ApproveReport.Handle).RequireAuthorization(Duty.Oversee).For(InsightLaw.YearlyReport);
        reports.MapPost("/{id:guid}/sending", SendReport.Handle).RequireAuthorization(Duty.Oversee).For(InsightLaw.RuleOfLawReport);
        reports.MapPost("/{id:guid}/publication", PublishReport.Handle).RequireAuthorization(Duty.Oversee).For(InsightLaw.RuleOfLawReport);
        reports.MapPost("/{id:guid}/withdrawal", WithdrawReport.Handle).RequireAuthorization(Duty.Oversee).For(InsightLaw.YearlyReport);
        app.MapPublicReports();
        app.MapGet("/snapshots/{id:guid}", GetSnapshot.Handle).WithTags("Reports").RequireAuthorization(Readers)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static bool Writes(CurrentCaller caller) => caller.Has(Duty.Register) || caller.Has(Duty.Supervise) || caller.Has(Duty.Oversee);

    public static Task<Report?> ReportAsync(this InsightDb db, Guid id, CancellationToken ct) => db.Set<Report>().SingleOrDefaultAsync(report => report.Id == id, ct);
}
