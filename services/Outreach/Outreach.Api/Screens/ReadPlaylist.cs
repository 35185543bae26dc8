using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.Outreach.Api.Library;
using Xinfang.Outreach.Api.Media;

namespace Xinfang.Outreach.Api.Screens;

/// <summary>
/// What a display shows and when: GET /screen/{key}/playlist. Complete for days ahead, texts and all, so that the display goes on alone while the network is
/// down; the dates within which a text is valid bind it too.
/// </summary>
internal static class ReadPlaylist
{
    /// <param name="From">Milliseconds since 1970, for the display's clock.</param>
    /// <param name="DailyFrom">Minutes of the day in Beijing.</param>
    public sealed record Item(Guid Id, ItemKind Kind, int Version, int Seconds, string Html, long? From, long? Until, int? DailyFrom, int? DailyUntil);

    public sealed record Response(string Name, long Now, IReadOnlyList<Item> Items);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string key, OutreachDb db, PrintDesk desk, LegalClock clock, HttpResponse response, CancellationToken ct)
    {
        if (await db.ByKeyAsync(key, ct) is not { } screen) return ScreenProblems.NotFound();
        var now = clock.Now().At;
        var items = await db.Set<ScreenItem>().AsNoTracking().Where(item => (item.ScreenId == screen.Id || item.ScreenId == null) && (item.Until == null || item.Until > now)).OrderBy(item => item.Place).ThenBy(item => item.Id).ToListAsync(ct);
        var ids = items.Select(item => item.MaterialId).OfType<Guid>().Distinct().ToList();
        var materials = await db.Set<Material>().AsNoTracking().Where(material => ids.Contains(material.Id) && material.Public != null).ToDictionaryAsync(material => material.Id, ct);
        var versions = await db.Set<MaterialVersion>().AsNoTracking().Where(version => ids.Contains(version.MaterialId) && db.Set<Material>().Any(material => material.Id == version.MaterialId && material.Public == version.Number))
            .ToDictionaryAsync(version => version.MaterialId, ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(screen.Name, now.ToUnixTimeMilliseconds(), [.. items.Select(ItemOf).OfType<Item>()]));

        Item? ItemOf(ScreenItem item)
        {
            if (item.MaterialId is not { } id) return new(item.Id, item.Kind, 0, item.Seconds, Slide.Urgent(item.Title!, item.Words!), Ms(item.From), Ms(item.Until), null, null);
            if (!materials.TryGetValue(id, out var material) || !versions.TryGetValue(id, out var version)) return null;
            var (from, until) = (Midnight(material.ValidFrom), Midnight(material.ValidUntil?.AddDays(1)));
            return new(item.Id, item.Kind, version.Number, item.Seconds, Slide.Body(desk.Of(material, version, true)), Ms(item.From > from ? item.From : from), Ms(until is null || item.Until < until ? item.Until : until),
                item.DailyFrom, item.DailyUntil);
        }
    }

    private static long? Ms(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();

    private static DateTimeOffset? Midnight(DateOnly? day) => day is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.FromHours(8)) : null;
}
