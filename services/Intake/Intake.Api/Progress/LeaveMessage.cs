using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>留言: POST /progress/messages, from the petitioner to the officer.</summary>
internal static class LeaveMessage
{
    public sealed record Request(string? Text = null);

    public sealed record Response(int Number, DateTimeOffset LeftAt, TermView Reply);

    public static async Task<IResult> Handle(
        Request request, HttpContext http, PetitionTickets tickets, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(http.Request, db, ct) is not { } petition) return Problems.TicketRequired();

        var (now, before) = (clock.Now(), petition.Digest());
        var unanswered = await db.Messages.CountAsync(m => m.PetitionId == petition.Id && m.Organ == petition.Organ && m.RepliedAt == null, ct);
        if (petition.Message(request.Text, unanswered, now).Refused(out var refusal, out var messaged)) return refusal.ToProblem();

        db.Messages.Add(new Message
        {
            PetitionId = petition.Id,
            Number = messaged.Number,
            Organ = messaged.Organ,
            Text = people.Encrypt(request.Text!.Trim(), petition.Id.Value),
            At = messaged.At,
            ReplyStrictDueOn = messaged.Reply.StrictDueOn,
            ReplyDueOn = messaged.Reply.DueOn,
        });
        await db.RecordAsync(petition, before, "Message", Recording.Petitioner, "", messaged.At, Flow.Basis(Act.Message),
            new { number = messaged.Number, organ = messaged.Organ, replyDueOn = messaged.Reply.DueOn }, ct);
        db.Publish(petition.Id.Value, new MessageLeft
        {
            PetitionId = petition.Id.Value,
            Organ = messaged.Organ,
            MessageNumber = messaged.Number,
            LeftAt = messaged.At,
            ReplyDueOn = messaged.Reply.DueOn,
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(messaged.Number, messaged.At, now.View(messaged.Reply)));
    }
}
