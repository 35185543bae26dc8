using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.Outreach.Api.Activities;
using Xinfang.Outreach.Api.Watching;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>Counts the cases every hour and proposes what the last three whole months show. What somebody has decided on is not proposed again for half a year.</summary>
internal sealed class Recommending : IWatch
{
    /// <summary>Months looked at, and months a decision stands. 本区设定.</summary>
    public const int Window = 3, Silence = 6;

    private const string Justice = "120104-sfj";

    private static readonly HotSpotRules Rules = new();

    public async Task<int> ScanAsync(IServiceScopeFactory scopes, Moment now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await FindAsync(scope.ServiceProvider.GetRequiredService<OutreachDb>(), now, ct);
    }

    /// <summary>Counts and looks once; how many were proposed.</summary>
    public static async Task<int> FindAsync(OutreachDb db, Moment now, CancellationToken ct)
    {
        await HeatMap.RefreshAsync(db, now.Date, ct);
        var until = new DateOnly(now.Date.Year, now.Date.Month, 1);
        var from = until.AddMonths(-Window);
        var spots = HotSpots.Find(await HeatMap.ReadAsync(db, from, until, ct), Rules);
        if (spots.Count == 0) return 0;
        var since = until.AddMonths(1 - Silence);
        var known = await db.Set<Recommendation>().AsNoTracking().Where(each => each.WindowUntil >= since && each.WindowUntil <= until).Select(each => new { each.Signal, each.Street, each.Category }).ToListAsync(ct);
        var past = await HeatMap.ReadAsync(db, from.AddYears(-1), until.AddYears(-1), ct);
        var found = 0;
        foreach (var spot in spots.Where(spot => !known.Any(each => each.Signal == spot.Signal && each.Street == spot.Street && each.Category == spot.Category)))
        {
            var proposed = Recommendation.Of(spot, from, until, YearBefore(past, spot), await FormsAsync(db, spot, now.Date, ct), await AudienceAsync(db, spot, from, until, ct), await PartnerAsync(db, spot, from, until, ct), now.Date);
            db.Add(proposed);
            await db.NoteAsync(proposed.Id, "Recommend", null, now, OutreachLaw.EachOrganTeaches, spot, null, proposed, ct);
            found++;
        }
        try
        {
            await db.SaveChangesAsync(ct);
            return found;
        }
        catch (DbUpdateException e) when (Watch.LostRace(e))
        {
            return 0; // the other replica has found the same
        }
    }

    /// <summary>What of a cell a signal counts.</summary>
    public static int Counted(Signal signal, Cell cell) => signal switch { Signal.Many => cell.Matters, Signal.Repeated => cell.Repeats, _ => cell.Declined + cell.Diverted };

    private static int? YearBefore(IReadOnlyList<Cell> past, HotSpot spot) =>
        past.Count == 0 ? null : past.Where(each => each.Street == spot.Street && each.Category == spot.Category).Sum(each => Counted(spot.Signal, each));

    /// <summary>Two forms that suit the signal; those the street has had least of in the last year first (form diversity, O-2).</summary>
    private static async Task<IReadOnlyList<string>> FormsAsync(OutreachDb db, HotSpot spot, DateOnly today, CancellationToken ct)
    {
        string[] fitting = spot.Signal switch
        {
            Signal.Many => ["Consultation", "Lecture", "NoticeBoard", "Leaflet", "Exhibition", "Screen"],
            Signal.Repeated => ["Cases", "Lecture", "Consultation", "Leaflet"],
            _ => ["Consultation", "Leaflet", "Poster", "NoticeBoard", "Screen", "Online"],
        };
        var since = today.AddYears(-1);
        var had = await db.Set<Activity>().AsNoTracking().Where(each => each.Street == spot.Street && each.HeldOn >= since).Select(each => each.Forms).ToListAsync(ct);
        return [.. fitting.OrderBy(form => had.Count(forms => forms.Contains(form))).Take(2)];
    }

    private static async Task<string> AudienceAsync(OutreachDb db, HotSpot spot, DateOnly from, DateOnly until, CancellationToken ct)
    {
        var channels = await Facts(db, spot.Category, from, until).Where(fact => fact.Street == spot.Street).GroupBy(fact => fact.Channel).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var most = channels.MaxBy(each => each.Count);
        return most is null || most.Count * 2 <= channels.Sum(each => each.Count) ? "Residents" : most.Key switch { "Visit" => "Visitors", "Online" => "NetUsers", _ => "Residents" };
    }

    /// <summary>Who joins: for wrong roads the organ of public legal services, else the organ that most of these petitions went to.</summary>
    private static async Task<string?> PartnerAsync(OutreachDb db, HotSpot spot, DateOnly from, DateOnly until, CancellationToken ct)
    {
        if (spot.Signal is Signal.Misdirected) return Justice;
        var most = await Facts(db, spot.Category, from, until).Where(fact => fact.Organ != null && fact.Organ != spot.Street && fact.Organ != Organs.Office)
            .GroupBy(fact => fact.Organ!).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => group.Key).FirstOrDefaultAsync(ct);
        return Organs.Find(most)?.Code;
    }

    private static IQueryable<PetitionFact> Facts(OutreachDb db, string category, DateOnly from, DateOnly until) =>
        db.Set<PetitionFact>().AsNoTracking().Where(fact => !fact.Sealed && fact.Category == category && fact.ReceivedOn >= from && fact.ReceivedOn < until);
}
