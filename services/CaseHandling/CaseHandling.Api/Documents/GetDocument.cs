using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>
/// A document in full: GET /petitions/{id}/documents/{documentId}. For staff who may see the petition, and for the citizen with a
/// ticket, who sees a notice at once but an extension or an opinion only once it has been served.
/// </summary>
internal static class GetDocument
{
    public sealed record Response(
        Guid Id, DocumentKind Kind, string Title, string Number, DateOnly IssuedOn, DateOnly? ServedOn,
        string Issuer, string Addressee, IReadOnlyList<DocumentParagraph> Paragraphs, IReadOnlyList<string> Basis, string? Remedy);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Guid documentId, HttpRequest request, HttpResponse response, CurrentCaller caller, PetitionTickets tickets,
        Dossiers dossiers, CaseHandlingDb db, CancellationToken ct)
    {
        var (shown, problem) = await ShownDocument.OpenAsync(id, documentId, request, caller, tickets, dossiers, db, ct);
        if (shown is null) return problem!;
        var (document, body, fullName) = shown;
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(
            document.Id, document.Kind, document.Title, document.Number, document.IssuedOn, document.ServedOn,
            Organs.Find(document.Organ)?.Name ?? document.Organ, fullName ?? body.Addressee, body.Paragraphs, body.Basis, body.Remedy));
    }
}
