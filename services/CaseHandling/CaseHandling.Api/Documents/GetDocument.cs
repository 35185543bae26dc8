using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.ServiceDefaults.Http;
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
        var citizen = request.Headers.ContainsKey(PetitionTickets.Header);
        if (citizen ? tickets.Read(request) is null : caller.Account.Length == 0) return citizen ? Problems.TicketRequired() : Problems.Unauthorized();
        if (citizen && tickets.Read(request) != id) return Problems.NotFound();

        var petition = new PetitionId(id);
        if (!citizen && !await db.Petitions.VisibleTo(caller).AnyAsync(p => p.Id == petition, ct)) return Problems.NotFound();
        if (await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId && d.PetitionId == petition, ct) is not { } document
            || (citizen && document.ServedOn is null && Signatories.Of(document.Kind).ServedToSee))
            return Problems.NotFound();

        var body = db.BodyOf(document);
        var addressee = citizen ? await dossiers.AddresseeAsync(request, ct) : null;
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(
            document.Id, document.Kind, document.Title, document.Number, document.IssuedOn, document.ServedOn,
            Organs.Find(document.Organ)?.Name ?? document.Organ, addressee ?? body.Addressee, body.Paragraphs, body.Basis, body.Remedy));
    }
}
