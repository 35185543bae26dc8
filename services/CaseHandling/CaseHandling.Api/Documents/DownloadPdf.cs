using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Documents.Rendering;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>A document as a PDF with its fonts inside: GET /petitions/{id}/documents/{documentId}.pdf</summary>
internal static class DownloadPdf
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, Guid documentId, HttpRequest request, HttpResponse response, CurrentCaller caller, PetitionTickets tickets, Dossiers dossiers, CaseHandlingDb db,
        DocumentFonts fonts, CancellationToken ct)
    {
        var (shown, problem) = await ShownDocument.OpenAsync(id, documentId, request, caller, tickets, dossiers, db, ct);
        if (shown is null) return problem!;
        if (fonts.Faces() is not { } faces) return DocumentFonts.Missing();
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(PdfFile.Of(PaperOf.Of(shown.Document, shown.Body, shown.FullName), faces), PdfFile.ContentType, $"{shown.Document.Title}.pdf");
    }
}
