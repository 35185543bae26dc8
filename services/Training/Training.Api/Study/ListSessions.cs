using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Study;

/// <summary>培训安排: GET /sessions?past=&amp;after=&amp;limit=. Coming ones, the nearest first; with past the held ones, the last first. An organ sees what it is invited to.</summary>
internal static class ListSessions
{
    public sealed record Key(DateTimeOffset At, Guid Id);

    public static async Task<Results<Ok<Page<SessionView>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct, bool past = false, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var (now, size) = (clock.Now().At, Cursor.Limit(limit));
        // A session of a day is coming until it is a day old: whoever is late still finds the sign-in.
        var since = now.AddDays(-1);
        var asked = db.Sessions.FromSql($"select *, xmin from session where {caller.Trains()} or jsonb_array_length(plan->'organs') = 0 or plan->'organs' ? {caller.Organ}").AsNoTracking();
        asked = past ? asked.Where(session => session.StartsAt <= since) : asked.Where(session => session.StartsAt > since);
        if (last is { } key)
            asked = past
                ? asked.Where(session => EF.Functions.LessThan(ValueTuple.Create(session.StartsAt, session.Id), ValueTuple.Create(key.At, key.Id)))
                : asked.Where(session => EF.Functions.GreaterThan(ValueTuple.Create(session.StartsAt, session.Id), ValueTuple.Create(key.At, key.Id)));
        var ordered = past ? asked.OrderByDescending(session => session.StartsAt).ThenByDescending(session => session.Id) : asked.OrderBy(session => session.StartsAt).ThenBy(session => session.Id);
        var page = Page<Session>.Of(await ordered.Take(size + 1).ToListAsync(ct), size, session => new Key(session.StartsAt, session.Id));

        var references = page.Items.Select(session => Ledger.ReferenceOf(session.Id)).ToList();
        var attended = await db.Hours.Where(entry => references.Contains(entry.Reference) && entry.Source == HourSource.Session).GroupBy(entry => entry.Reference)
            .Select(group => new { group.Key, Count = group.Count(), Mine = group.Any(entry => entry.Account == caller.Account) }).ToDictionaryAsync(each => each.Key, ct);
        return TypedResults.Ok(new Page<SessionView>(
            [.. page.Items.Select(session => attended.GetValueOrDefault(Ledger.ReferenceOf(session.Id)) is { } count ? SessionView.Of(session, count.Count, count.Mine) : SessionView.Of(session, 0, false))], page.Next));
    }
}
