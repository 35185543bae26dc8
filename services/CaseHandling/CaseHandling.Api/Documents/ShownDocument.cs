using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Reviews;
using Xinfang.CaseHandling.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>A document that this caller may see: on the page and as a file, the same rule and the same name on it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Body">Its text.</param>
/// <param name="FullName">The petitioner's full name, on the petitioner's own copy.</param>
internal sealed record ShownDocument(Document Document, DocumentBody Body, string? FullName)
{
    /// <summary>
    /// Staff who may see the petition or a review of it, and the citizen with its ticket, who sees a notice at once, an extension or an opinion only once it
    /// has been served, and never what organs write to each other.
    /// </summary>
    public static async Task<(ShownDocument? Shown, ProblemHttpResult? Problem)> OpenAsync(
        Guid id, Guid documentId, HttpRequest request, CurrentCaller caller, PetitionTickets tickets, Dossiers dossiers, CaseHandlingDb db, CancellationToken ct)
    {
        var citizen = request.Headers.ContainsKey(PetitionTickets.Header);
        if (citizen ? tickets.Read(request) is null : caller.Account.Length == 0) return (null, citizen ? Problems.TicketRequired() : Problems.Unauthorized());
        if (citizen && tickets.Read(request) != id) return (null, Problems.NotFound());

        var petition = new PetitionId(id);
        if (!citizen && !await db.VisiblePetitions(caller).AnyAsync(p => p.Id == petition, ct)
            && !await db.VisibleReviews(caller).AnyAsync(review => review.PetitionId == petition, ct)) return (null, Problems.NotFound());
        if (await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId && d.PetitionId == petition, ct) is not { } document
            || (citizen && (Signatories.Of(document.Kind).Internal || (document.ServedOn is null && Signatories.Of(document.Kind).ServedToSee))))
            return (null, Problems.NotFound());

        var body = db.BodyOf(document);
        return (new(document, body, citizen ? await dossiers.AddresseeAsync(request, ct) : null), null);
    }
}
