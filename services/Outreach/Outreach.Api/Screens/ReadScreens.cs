using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.Outreach.Api.Library;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Outreach.Api.Screens;

/// <summary>GET /screens?after=&amp;limit=</summary>
internal static class ListScreens
{
    /// <param name="SeenAt">When it last reported; null: never.</param>
    public sealed record Item(ScreenView Screen, DateTimeOffset? SeenAt, int Items);

    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(OutreachDb db, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Guid?>(after, out var last)) return Cursor.Invalid();
        var take = Cursor.Limit(limit);
        var found = await db.Set<Screen>().AsNoTracking().Where(screen => last == null || screen.Id > last).OrderBy(screen => screen.Id).Take(take + 1).Select(screen => new
        {
            screen,
            seen = db.Set<Player>().Where(player => player.ScreenId == screen.Id).Max(player => (DateTimeOffset?)player.SeenAt),
            items = db.Set<ScreenItem>().Count(item => item.ScreenId == screen.Id),
        }).ToListAsync(ct);
        var rows = found.Select(row => new Item(ScreenView.Of(row.screen), row.seen, row.items)).ToList();
        return TypedResults.Ok(Page<Item>.Of(rows, take, row => row.Screen.Id));
    }
}

/// <summary>One display with its list: GET /screens/{id}</summary>
internal static class GetScreen
{
    public sealed record Item(Guid Id, ItemKind Kind, Guid? MaterialId, string Title, string? Words, int Seconds, int Place, DateTimeOffset? From, DateTimeOffset? Until, int? DailyFrom, int? DailyUntil, bool Shown);

    /// <param name="Interrupts">Running or to come, on this display or on all.</param>
    public sealed record Response(ScreenView Screen, IReadOnlyList<Item> Items, IReadOnlyList<Item> Interrupts, IReadOnlyList<PlayerView> Players);

    /// <param name="Reported">How many plays are on file without a gap.</param>
    public sealed record PlayerView(string Name, long Reported, long Lost, DateTimeOffset SeenAt);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.Set<Screen>().AsNoTracking().SingleOrDefaultAsync(screen => screen.Id == id, ct) is not { } screen) return ScreenProblems.NotFound();
        var items = await (from item in db.Set<ScreenItem>().AsNoTracking()
                           where item.ScreenId == id || (item.ScreenId == null && item.Until > now.At)
                           join material in db.Set<Material>() on item.MaterialId equals (Guid?)material.Id into texts
                           from text in texts.DefaultIfEmpty()
                           orderby item.Kind, item.Place, item.Id
                           select new { item, text }).ToListAsync(ct);
        var rows = items.Where(row => row.item.Kind is not ItemKind.Emergency || row.item.Until > now.At).Select(row => new Item(row.item.Id, row.item.Kind, row.item.MaterialId, row.item.Title ?? row.text?.Title ?? "", row.item.Words,
            row.item.Seconds, row.item.Place, row.item.From, row.item.Until, row.item.DailyFrom, row.item.DailyUntil, row.text?.IsShown(now.Date) ?? true)).ToList();
        var players = await db.Set<Player>().AsNoTracking().Where(player => player.ScreenId == id).OrderByDescending(player => player.SeenAt).Take(5)
            .Select(player => new PlayerView(player.Name, player.Next - 1, db.Set<Play>().Where(play => play.ScreenId == id && play.Player == player.Name).Sum(play => (long)play.Lost), player.SeenAt)).ToListAsync(ct);
        return TypedResults.Ok(new Response(ScreenView.Of(screen), [.. rows.Where(row => row.Kind is not ItemKind.Emergency)], [.. rows.Where(row => row.Kind is ItemKind.Emergency)], players));
    }
}

/// <summary>播出记录: GET /screens/{id}/plays?day=&amp;after=&amp;limit=, in the order of showing, with the sums of the day.</summary>
internal static class ListPlays
{
    private sealed record PageKey(DateTimeOffset At, string Player, long Seq);

    public sealed record Item(string Player, long Seq, Guid ItemId, int Version, ItemKind Kind, DateTimeOffset StartedAt, int Milliseconds, bool Cut, int Lost);

    public sealed record Sum(Guid ItemId, string Title, ItemKind Kind, int Plays, long Milliseconds);

    public sealed record Response(DateOnly Day, IReadOnlyList<Sum> Sums, IReadOnlyList<Item> Items, string? Next);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, OutreachDb db, LegalClock clock, CancellationToken ct, DateOnly? day = null, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<PageKey>(after, out var last)) return Cursor.Invalid();
        if (!await db.Set<Screen>().AnyAsync(screen => screen.Id == id, ct)) return ScreenProblems.NotFound();
        var date = day ?? clock.Now().Date;
        if (date.Year is < 2000 or > 2200) return Problems.Invalid(new Dictionary<string, string[]> { ["day"] = ["日期不对。"] });
        var from = new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.FromHours(8)).ToUniversalTime();
        var plays = db.Set<Play>().AsNoTracking().Where(play => play.ScreenId == id && play.StartedAt >= from && play.StartedAt < from.AddDays(1));
        if (last is not null) plays = plays.Where(play => EF.Functions.GreaterThan(ValueTuple.Create(play.StartedAt, play.Player, play.Seq), ValueTuple.Create(last.At, last.Player, last.Seq)));
        var take = Cursor.Limit(limit);
        var found = await plays.OrderBy(play => play.StartedAt).ThenBy(play => play.Player).ThenBy(play => play.Seq).Take(take + 1)
            .Select(play => new Item(play.Player, play.Seq, play.ItemId, play.Version, play.Kind, play.StartedAt, play.Milliseconds, play.Cut, play.Lost)).ToListAsync(ct);
        var page = Page<Item>.Of(found, take, play => new PageKey(play.StartedAt, play.Player, play.Seq));
        var sums = await (from sum in db.Set<PlayDay>().AsNoTracking()
                          where sum.ScreenId == id && sum.Day == date
                          join item in db.Set<ScreenItem>() on sum.ItemId equals item.Id into items
                          from item in items.DefaultIfEmpty()
                          join material in db.Set<Material>() on item.MaterialId equals (Guid?)material.Id into texts
                          from text in texts.DefaultIfEmpty()
                          select new Sum(sum.ItemId, item.Title ?? text.Title ?? "已撤的一条", sum.Kind, sum.Plays, sum.Milliseconds)).ToListAsync(ct);
        return TypedResults.Ok(new Response(date, [.. sums.OrderBy(sum => sum.Kind).ThenBy(sum => sum.Title, StringComparer.Ordinal)], page.Items, page.Next));
    }
}
