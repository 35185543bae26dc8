using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Documents.Rendering;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>A document as a Word file on the grid of GB/T 9704: GET /petitions/{id}/documents/{documentId}.docx</summary>
internal static class DownloadWord
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, Guid documentId, HttpRequest request, HttpResponse response, CurrentCaller caller, PetitionTickets tickets, Dossiers dossiers, CaseHandlingDb db, CancellationToken ct)
    {
        var (shown, problem) = await ShownDocument.OpenAsync(id, documentId, request, caller, tickets, dossiers, db, ct);
        if (shown is null) return problem!;
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(WordFile.Of(PaperOf.Of(shown.Document, shown.Body, shown.FullName)), WordFile.ContentType, $"{shown.Document.Title}.docx");
    }
}
