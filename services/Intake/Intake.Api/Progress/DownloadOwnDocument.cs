using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Printing;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>文书 as a file, for the petitioner: GET /progress/documents/{id}.docx and .pdf, with the ticket.</summary>
internal static class DownloadOwnDocument
{
    public static Task<IResult> Word(
        Guid id, HttpRequest request, HttpResponse response, PetitionTickets tickets, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct) =>
        SendAsync(id, request, tickets, db, people, clock, content => Printed.Word(content, response), ct);

    public static Task<IResult> Pdf(
        Guid id, HttpRequest request, HttpResponse response, PetitionTickets tickets, IntakeDb db, PersonalData people, PrintFonts fonts, LegalClock clock, CancellationToken ct) =>
        SendAsync(id, request, tickets, db, people, clock, content => Printed.Pdf(content, response, fonts), ct);

    private static async Task<IResult> SendAsync(
        Guid id, HttpRequest request, PetitionTickets tickets, IntakeDb db, PersonalData people, LegalClock clock, Func<DocumentContent, IResult> print, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(request, db, ct) is not { } petition) return Problems.TicketRequired();
        return await db.ReadDocumentAsync(petition, id, forPetitioner: true, people, clock.Now(), ct) is { } content
            ? print(content)
            : Problems.Of("document.not-found", "没有这份文书。", StatusCodes.Status404NotFound);
    }
}
