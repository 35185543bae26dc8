using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>留言和回复, for the petitioner: GET /progress/messages, newest first.</summary>
internal static class ReadOwnMessages
{
    public sealed record Row(int Number, string Organ, string Text, DateTimeOffset At, DateOnly ReplyDueOn, bool Overdue, string? Reply, DateTimeOffset? RepliedAt);

    public sealed record Response(IReadOnlyList<Row> Items);

    public static async Task<IResult> Handle(
        HttpRequest request, HttpResponse response, PetitionTickets tickets, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(request, db, ct) is not { } petition) return Problems.TicketRequired();
        var (today, id) = (clock.Now().Date, petition.Id.Value);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(
        [
            .. (await db.Messages.AsNoTracking().Where(m => m.PetitionId == petition.Id).OrderByDescending(m => m.Number).ToListAsync(ct)).Select(m => new Row(
                m.Number, Names.Of(m.Organ), people.Decrypt(m.Text, id), m.At, m.ReplyDueOn, m.RepliedAt is null && today > m.ReplyDueOn, m.Reply is null ? null : people.Decrypt(m.Reply, id), m.RepliedAt)),
        ]));
    }
}
