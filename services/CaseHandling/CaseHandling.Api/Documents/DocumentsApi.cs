using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;

namespace Xinfang.CaseHandling.Api.Documents;

internal static class DocumentsApi
{
    /// <summary>Open to everybody at the door: the handler lets in staff of the organ and the citizen with a ticket, nobody else.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var documents = app.MapGroup("/petitions/{id:guid}/documents").WithTags("Documents").AllowAnonymous()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapGet("/{documentId:guid}", GetDocument.Handle);
        documents.MapGet("/{documentId:guid}.docx", DownloadWord.Handle);
        documents.MapGet("/{documentId:guid}.pdf", DownloadPdf.Handle).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        app.MapGet("/petitions/{id:guid}/bundle", GetBundle.Handle).WithTags("Documents").RequireAuthorization(Staff.Viewers)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The documents of a petition, oldest first (ids are version 7).</summary>
    public static Task<List<Document>> DocumentsOfAsync(this CaseHandlingDb db, PetitionId petition, CancellationToken ct) =>
        db.Documents.Where(document => document.PetitionId == petition).OrderBy(document => document.Id).ToListAsync(ct);

    /// <summary>The newest document of a kind; the state of the petition guarantees that there is one.</summary>
    public static Task<Document> LastDocumentAsync(this CaseHandlingDb db, PetitionId petition, DocumentKind kind, CancellationToken ct) =>
        db.Documents.Where(document => document.PetitionId == petition && document.Kind == kind).OrderByDescending(document => document.Id).FirstAsync(ct);
}
