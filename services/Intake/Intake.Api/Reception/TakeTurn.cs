using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>取号: PUT /reception/turns/{id}, with a version-7 id made by the client; a repeat answers the number that was given.</summary>
internal static class TakeTurn
{
    private static readonly Refusal IdOfAnotherKind = new("turn.id", "取号要用第7版的标识（UUIDv7）。", Kind: RefusalKind.Invalid);

    /// <param name="People">How many have come together.</param>
    public sealed record Request(TurnKind? Kind = null, int People = 1, bool Priority = false);

    /// <param name="Ahead">Numbers that will be called before.</param>
    /// <param name="Advice">Where more have come than may be received together (art. 20).</param>
    public sealed record Response(TurnView Turn, int Ahead, string? Advice);

    public static async Task<IResult> Handle(Guid id, Request request, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        if (id.Version != 7) return IdOfAnotherKind.ToProblem();
        var now = clock.Now();
        if (await db.Turns.FindAsync([id], ct) is { } known)
            return known.Kind == request.Kind && known.People == request.People && known.Priority == request.Priority ? await AnswerAsync(known, 200) : Refusals.TurnExists.ToProblem();

        // The day's row stays locked until the commit: numbers have no gaps.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var number = (await db.Database.SqlQuery<int>($"""
            insert into turn_day (day, last) values ({now.Date}, 1)
            on conflict (day) do update set last = turn_day.last + 1
            returning last as "Value"
            """).ToListAsync(ct))[0];
        if (Turn.Take(id, number, request.Kind ?? default, request.People, request.Priority, now).Refused(out var refusal, out var turn)) return refusal.ToProblem(); // the number goes back with the transaction
        db.Add(turn);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await AnswerAsync(turn, 201);

        async Task<IResult> AnswerAsync(Turn turn, int status) => TypedResults.Json(
            new Response(TurnView.Of(turn, now.At), await Queue.AheadAsync(db, turn, ct),
                turn.People > Form.MostRepresentatives ? "来了超过5人，请推选不超过5名代表进接待室，其他人可以写信或者在网上一起提出。" : null), statusCode: status);
    }
}
