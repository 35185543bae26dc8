using Xinfang.Intake.Api.Persistence;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>文书的收件人: GET /progress/addressee. Another service that shows the petitioner a document asks for the name under the petitioner's own ticket.</summary>
internal static class ReadAddressee
{
    public sealed record Response(string Name, string Masked, bool Anonymous);

    public static async Task<IResult> Handle(HttpRequest request, HttpResponse response, PetitionTickets tickets, IntakeDb db, PersonalData people, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(request, db, ct) is not { } petition) return Problems.TicketRequired();
        var dossier = await db.AnyDossierAsync(petition, people, ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(petition.Anonymous || dossier.Name is null
            ? new Response("信访人", "信访人", true)
            : new Response(dossier.Name, Masking.Name(dossier.Name), false));
    }
}
