using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Printing;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>文书 as a file, for staff: GET /petitions/{id}/documents/{document}.docx and .pdf. The rule of who may see it is that of the page.</summary>
internal static class DownloadDocument
{
    public static async Task<IResult> Word(
        Guid id, Guid document, HttpResponse response, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct) =>
        await ReadDocument.FindAsync(id, document, caller, db, people, clock, ct) is { } content ? Printed.Word(content, response) : Problems.NotFound();

    public static async Task<IResult> Pdf(
        Guid id, Guid document, HttpResponse response, CurrentCaller caller, IntakeDb db, PersonalData people, PrintFonts fonts, LegalClock clock, CancellationToken ct) =>
        await ReadDocument.FindAsync(id, document, caller, db, people, clock, ct) is { } content ? Printed.Pdf(content, response, fonts) : Problems.NotFound();
}
