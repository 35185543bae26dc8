using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>信访人的留言, for the organ that holds the petition: GET /petitions/{id}/messages, newest first. What was said to another organ stays with it.</summary>
internal static class ReadMessages
{
    public sealed record Row(int Number, string Text, DateTimeOffset At, DateOnly ReplyDueOn, bool Overdue, string? Reply, DateTimeOffset? RepliedAt, string? RepliedBy);

    public sealed record Response(string Number, IReadOnlyList<Row> Items);

    public static async Task<IResult> Handle(Guid id, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition || petition.Organ is null || petition.Organ != caller.Organ) return Problems.NotFound();
        var today = clock.Now().Date;
        return TypedResults.Ok(new Response(petition.Number,
        [
            .. (await db.Messages.AsNoTracking().Where(m => m.PetitionId == petition.Id && m.Organ == caller.Organ).OrderByDescending(m => m.Number).ToListAsync(ct)).Select(m => new Row(
                m.Number, people.Decrypt(m.Text, id), m.At, m.ReplyDueOn, m.RepliedAt is null && today > m.ReplyDueOn, m.Reply is null ? null : people.Decrypt(m.Reply, id), m.RepliedAt, m.RepliedBy)),
        ]));
    }
}
