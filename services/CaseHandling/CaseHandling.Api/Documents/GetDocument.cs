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
        var (document, body) = (shown.Document, shown.Body.For(shown.FullName ?? shown.Body.Addressee));
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(
            document.Id, document.Kind, document.Title, document.Number, document.IssuedOn, document.ServedOn,
            Organs.Find(document.Organ)?.Name ?? document.Organ, body.Addressee, [.. Read(body)], body.Basis, body.Remedy));
    }

    /// <summary>As a page reads it: the rows of a form and the signatures of an agreement as paragraphs.</summary>
    private static IEnumerable<DocumentParagraph> Read(DocumentBody body) =>
    [
        .. (body.Rows ?? []).Select(row => new DocumentParagraph(row.Label, row.Value.Length == 0 ? "　" : row.Value)),
        .. body.Paragraphs,
        .. (body.Attachments ?? []).Select((name, i) => new DocumentParagraph(i == 0 ? "附件" : null, name)),
        .. (body.Parties ?? []).Select(party => new DocumentParagraph(null, $"{party}（签名）：")),
    ];
}
