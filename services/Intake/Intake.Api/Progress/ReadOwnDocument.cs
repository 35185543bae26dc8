using Xinfang.Intake.Api.Persistence;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>文书, for the petitioner: GET /progress/documents/{id}. Receipt and forwarding notices, with the full name.</summary>
internal static class ReadOwnDocument
{
    public static async Task<IResult> Handle(
        Guid id, HttpRequest request, HttpResponse response, PetitionTickets tickets, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(request, db, ct) is not { } petition) return Problems.TicketRequired();
        response.Headers.CacheControl = "no-store";
        return await db.ReadDocumentAsync(petition, id, forPetitioner: true, people, clock.Now(), ct) is { } content
            ? TypedResults.Ok(content)
            : Problems.Of("document.not-found", "没有这份文书。", StatusCodes.Status404NotFound);
    }
}
