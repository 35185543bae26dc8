using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Outreach.Api.Screens;

/// <summary>
/// 播出证明: POST /screen/{key}/plays. A player numbers what it showed 1, 2, 3 … and keeps it until the answer says which number comes next; what comes twice
/// is counted once, whatever was lost on the way comes again.
/// </summary>
internal static class ReportPlays
{
    private const int DaysKept = 90;

    public sealed record Entry(
        [property: Range(1, long.MaxValue)] long Seq, Guid Item, [property: Range(0, int.MaxValue)] int Version, ItemKind Kind, DateTimeOffset StartedAt,
        [property: Range(0, 86_400_000)] int Milliseconds, bool Cut = false, [property: Range(0, 1_000_000)] int Lost = 0);

    public sealed record Request(
        [property: Required, RegularExpression("[0-9a-f]{32}")] string? Player,
        [property: Required, MinLength(1), MaxLength(500), NoNulls] IReadOnlyList<Entry>? Plays);

    /// <param name="Next">The number that is wanted next.</param>
    public sealed record Response(long Next);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string key, Request request, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.ByKeyAsync(key, ct) is not { } screen) return ScreenProblems.NotFound();
        var now = clock.Now().At;
        var plays = request.Plays!.OrderBy(play => play.Seq).ToList();
        if (plays.Index().Any(each => each.Item.Seq != plays[0].Seq + each.Index)) return Problems.Invalid(new Dictionary<string, string[]> { ["plays"] = ["编号要连着。"] });

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var next = await TurnAsync(db, screen.Id, request.Player!, now, ct);
        // A number higher than wanted: this side has forgotten some (a restored backup). Said, not hidden.
        var gap = (int)Math.Clamp(plays[0].Seq - next, 0, 1_000_000);
        var fresh = plays.Where(play => play.Seq >= next).ToList();
        foreach (var (i, play) in fresh.Index())
            db.Add(new Play
            {
                ScreenId = screen.Id, Player = request.Player!, Seq = play.Seq, ItemId = play.Item, Version = play.Version, Kind = play.Kind, StartedAt = play.StartedAt.ToUniversalTime(),
                Milliseconds = play.Milliseconds, Cut = play.Cut, Lost = play.Lost + (i == 0 ? gap : 0),
            });
        await db.SaveChangesAsync(ct);
        foreach (var sum in fresh.GroupBy(play => (Day: Moment.DateIn(play.StartedAt), play.Item, play.Kind)))
            await db.Database.ExecuteSqlAsync($"""
                insert into play_day (screen_id, day, item_id, kind, plays, milliseconds) values ({screen.Id}, {sum.Key.Day}, {sum.Key.Item}, {sum.Key.Kind.ToString()}, {sum.Count()}, {sum.Sum(play => (long)play.Milliseconds)})
                on conflict (screen_id, day, item_id, kind) do update set plays = play_day.plays + excluded.plays, milliseconds = play_day.milliseconds + excluded.milliseconds
                """, ct);
        next = Math.Max(next, plays[^1].Seq + 1);
        await db.Set<Player>().Where(player => player.ScreenId == screen.Id && player.Name == request.Player).ExecuteUpdateAsync(set => set.SetProperty(player => player.Next, next), ct);
        await db.Set<Play>().Where(play => play.ScreenId == screen.Id && play.StartedAt < now.AddDays(-DaysKept)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(next));
    }

    /// <summary>Locks the player's row, making it first; the number wanted next.</summary>
    private static async Task<long> TurnAsync(OutreachDb db, Guid screen, string player, DateTimeOffset now, CancellationToken ct) => (await db.Database.SqlQuery<long>($"""
        insert into player (screen_id, name, next, seen_at) values ({screen}, {player}, 1, {now})
        on conflict (screen_id, name) do update set seen_at = greatest(player.seen_at, excluded.seen_at) returning next as "Value"
        """).ToListAsync(ct))[0];
}
