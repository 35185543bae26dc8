using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>回复留言: POST /petitions/{id}/messages/{number}/reply, by the officer of the organ it was left to.</summary>
internal static class AnswerMessage
{
    public sealed record Request(string? Text = null);

    public sealed record Response(int Number, DateTimeOffset RepliedAt, bool InTime);

    public static async Task<IResult> Handle(
        Guid id, int number, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition || petition.Organ is null || petition.Organ != caller.Organ) return Problems.NotFound();
        if (await db.Messages.FindAsync([petition.Id, number], ct) is not { } message || message.Organ != caller.Organ) return Refusals.MessageUnknown.ToProblem();
        if (message.RepliedAt is not null) return Refusals.MessageAnswered.ToProblem();
        if (request.Text?.Trim().Length is not (>= 2 and <= 1000)) return Refusals.MessageLength.ToProblem();

        var now = clock.Now();
        (message.Reply, message.RepliedAt, message.RepliedBy) = (people.Encrypt(request.Text.Trim(), id), now.At, caller.Account);
        await db.RecordAsync(petition, petition.Digest(), "AnswerMessage", caller.Account, caller.Organ, now.At, PetitionRegulations.Diligence,
            new { number, inTime = now.Date <= message.ReplyDueOn }, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(number, now.At, now.Date <= message.ReplyDueOn));
    }
}
