using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Needs;

/// <summary>GET /needs/{id}: with its coaching, and the same share 90 days before and after the decision.</summary>
internal static class GetNeed
{
    public sealed record Line(Guid Id, string Mentor, DateOnly On, decimal Hours, int Cases, string Text);

    public sealed record Response(NeedView Need, IReadOnlyList<Line> Coaching, Effect? Effect);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.NeedsFor(caller).AsNoTracking().SingleOrDefaultAsync(need => need.Id == id, ct) is not { } need) return Refusals.NotFound.ToProblem();
        var coaching = await db.Coaching.Where(entry => entry.NeedId == id).OrderBy(entry => entry.On).ThenBy(entry => entry.Id).Take(200)
            .Select(entry => new Line(entry.Id, entry.Mentor, entry.On, entry.Hours, entry.Cases, entry.Text)).ToListAsync(ct);
        return TypedResults.Ok(new Response(NeedView.Of(need), coaching, await EffectAsync(db, need, clock.Now().Date, ct)));
    }

    /// <summary>Null until somebody has decided.</summary>
    internal static async Task<Effect?> EffectAsync(TrainingDb db, Need need, DateOnly today, CancellationToken ct)
    {
        if (need is not { State: NeedState.Accepted or NeedState.Closed, DecidedOn: { } decided }) return null;
        var until = decided.AddDays(Effect.Days) is var end && end < today ? end : today;
        if (need.Account is { } account)
        {
            var ((mine, rest), (mineAfter, restAfter)) = (OfficerRates.Of(await db.CountOfficersAsync(decided.AddDays(-Effect.Days), decided.AddDays(-1), ct), account, need.Signal), OfficerRates.Of(await db.CountOfficersAsync(decided, until, ct), account, need.Signal));
            return Effect.Of(mine, mineAfter, rest, restAfter, until.DayNumber - decided.DayNumber);
        }
        var before = await db.CountAsync(decided.AddDays(-Effect.Days), decided.AddDays(-1), ct);
        var after = await db.CountAsync(decided, until, ct);
        var ((own, others), (ownAfter, othersAfter)) = (CaseRates.At(before, need.Organ, need.Signal), CaseRates.At(after, need.Organ, need.Signal));
        return Effect.Of(own, ownAfter, others, othersAfter, until.DayNumber - decided.DayNumber);
    }
}
