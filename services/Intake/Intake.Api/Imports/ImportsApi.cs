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
        imports.MapPut("/{id:guid}", BeginImport.Handle);
        imports.MapGet("/{id:guid}", ReadImport.Handle);
        imports.MapPut("/{id:guid}/parts/{number:int}", UploadPart.Handle).Accepts<byte[]>("application/octet-stream");
        imports.MapPost("/{id:guid}/check", CheckImport.Handle);
        imports.MapPost("/{id:guid}/start", StartImport.Handle);
        imports.MapPost("/{id:guid}/cancellation", CancelImport.Handle);
        imports.MapGet("/{id:guid}/rows", ReadRows.Handle);
        imports.MapGet("/{id:guid}/report.csv", DownloadReport.Handle);
    }
}
