using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Progress;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Notices;

/// <summary>通知方式: GET /progress/contact, with the petitioner's ticket: where they are told, and what went out.</summary>
internal static class ReadContact
{
    public sealed record Line(string Cause, string Way, string State, DateTimeOffset At, DateTimeOffset? SentAt, DateOnly? ReceivedOn);

    /// <param name="Way">Null for whoever filed without a name: nobody is told.</param>
    public sealed record Response(NoticeWay? Way, string? Phone, string? Address, IReadOnlyList<Line> Notices);

    public static async Task<IResult> Handle(HttpContext http, PetitionTickets tickets, IntakeDb db, PersonalData people, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(http.Request, db, ct) is not { } petition) return Problems.TicketRequired();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await OfAsync(db, petition, people, ct));
    }

    public static async Task<Response> OfAsync(IntakeDb db, Petition petition, PersonalData people, CancellationToken ct)
    {
        if (await Contacts.OfAsync(db, petition, people, ct) is not ({ } contact, _)) return new(null, null, null, []);
        var addressee = Addressee.Decrypted(contact.Addressee, people, petition.Id.Value);
        var notices = await db.Notices.AsNoTracking().Where(n => n.PetitionId == petition.Id).OrderByDescending(n => n.Id).Take(50).ToListAsync(ct);
        return new(contact.Way, addressee.Phone, addressee.Address,
            notices.ConvertAll(n => new Line(NoticeCauses.Of(n.Cause), NoticeWords.Of(n.Way), NoticeWords.Of(n.State), n.CreatedAt, n.SentAt, n.ReceivedOn)));
    }
}
