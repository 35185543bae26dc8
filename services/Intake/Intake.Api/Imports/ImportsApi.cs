using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

internal static class ImportsApi
{
    public static void MapImports(this IEndpointRouteBuilder app)
    {
        var imports = app.MapGroup("/imports").WithTags("Imports").RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Registration);
        imports.MapGet("", ListImports.Handle);
        imports.MapGet("/columns", ReadColumns.Handle);
        imports.MapGet("/template.csv", DownloadTemplate.Csv);
        imports.MapGet("/template.xlsx", DownloadTemplate.Xlsx);
        imports.MapPut("/{import:guid}", BeginImport.Handle);
        imports.MapGet("/{import:guid}", ReadImport.Handle);
        imports.MapPut("/{import:guid}/parts/{part:int}", UploadPart.Handle).Accepts<byte[]>("application/octet-stream");
        imports.MapPost("/{import:guid}/check", CheckImport.Handle);
        imports.MapPost("/{import:guid}/start", StartImport.Handle);
        imports.MapPost("/{import:guid}/cancellation", CancelImport.Handle);
        imports.MapGet("/{import:guid}/rows", ReadRows.Handle);
        imports.MapGet("/{import:guid}/report.csv", DownloadReport.Handle);
    }
}
