using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Progress;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Notices;

/// <summary>改通知方式: POST /progress/contact, by the petitioner. Holds for what comes; what already went out stays where it went.</summary>
internal static class ChooseContact
{
    public sealed record Request(NoticeWay Way, string? Phone = null, string? Address = null);

    public static async Task<IResult> Handle(
        Request request, HttpContext http, PetitionTickets tickets, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(http.Request, db, ct) is not { } petition) return Problems.TicketRequired();
        if (await Contacts.OfAsync(db, petition, people, ct) is not ({ } contact, var stored)) return Refusals.ContactAnonymous.ToProblem();
        if (!Enum.IsDefined(request.Way)) return Refusals.ContactWay.ToProblem();
        var former = Addressee.Decrypted(contact.Addressee, people, petition.Id.Value);
        var phone = string.IsNullOrWhiteSpace(request.Phone) ? former.Phone : Form.Phone(request.Phone);
        var address = string.IsNullOrWhiteSpace(request.Address) ? former.Address : request.Address.Trim();
        if (request.Way is NoticeWay.Sms ? !Form.IsMobile(phone) : phone is null && !string.IsNullOrWhiteSpace(request.Phone)) return Refusals.ContactMobile.ToProblem();
        if (address?.Length is < 2 or > 200 || (request.Way is NoticeWay.Post && address is null)) return Refusals.ContactAddress.ToProblem();

        var now = clock.Now();
        if (!stored) db.Add(contact);
        (contact.Way, contact.Addressee, contact.ChosenAt) = (request.Way, (former with { Phone = phone ?? former.Phone, Address = address }).Encrypted(people, petition.Id.Value), now.At);
        await db.RecordAsync(petition, petition.Digest(), "ChooseContact", Recording.Petitioner, "", now.At, PetitionRegulations.Notice, new { way = request.Way }, ct);
        await db.SaveChangesAsync(ct);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await ReadContact.OfAsync(db, petition, people, ct));
    }
}
