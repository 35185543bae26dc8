using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Statistics;

namespace Xinfang.Insight.Api.Warnings.Rules;

/// <summary>重复集中: an organ has more repeats in the last 30 days than its own year before lets expect. Exact test of two Poisson counts given their sum, one correction over all organs.</summary>
internal sealed class RepeatWaveRule : IWarningRule
{
    /// <summary>本区设定. Days looked at and compared with, days there must be to compare with, repeats there must be.</summary>
    public const int Days = 30, Before = 365, LeastBefore = 180, Least = 5;

    private const double FalseShare = 0.01, LeastRatio = 1.5;

    public WarningRule Rule => WarningRule.RepeatWave;

    public int Silence => Days;

    public async Task<IReadOnlyList<Finding>> FindAsync(InsightDb db, Moment now, CancellationToken ct)
    {
        var (today, from) = (now.Date, now.Date.AddDays(1 - Days));
        var start = from.AddDays(-Before);
        if (await db.Petitions.MinAsync(fact => fact.ReceivedOn, ct) is not { } first) return [];
        var before = Math.Min(Before, from.DayNumber - first.DayNumber);
        if (before < LeastBefore) return [];
        var repeats = db.Petitions.Where(fact => fact.Repeat && !fact.Sealed && fact.Organ != null && fact.ReceivedOn <= today);
        var days = await repeats.Where(fact => fact.ReceivedOn >= start).GroupBy(fact => new { fact.Organ, fact.ReceivedOn })
            .Select(group => new { Organ = group.Key.Organ!, On = group.Key.ReceivedOn!.Value, Count = group.Count() }).ToListAsync(ct);
        var organs = days.GroupBy(day => day.Organ).Select(group => (Organ: group.Key, Days: group.ToDictionary(day => day.On, day => day.Count),
            Now: group.Where(day => day.On >= from).Sum(day => day.Count), All: group.Sum(day => day.Count))).ToList();
        var chances = organs.ConvertAll(organ => Tail.Binomial(organ.Now, organ.All, (double)Days / (Days + before)));
        var adjusted = FalseDiscovery.Adjust(chances);
        var found = new List<Finding>();
        for (var i = 0; i < organs.Count; i++)
        {
            var (organ, expected) = (organs[i], (double)(organs[i].All - organs[i].Now) * Days / before);
            if (organ.Now < Least || adjusted[i] > FalseShare || organ.Now < LeastRatio * expected) continue;
            var petitions = await repeats.Where(fact => fact.Organ == organ.Organ && fact.ReceivedOn >= from).NewestAsync(ct);
            found.Add(new(organ.Organ, Window.Of(today), null, null, organ.Organ, Window.DutyOf(organ.Organ), new()
            {
                From = from, Until = today, Count = organ.Now, Expected = Math.Round(expected, 2), High = Tail.UpperBound(expected, 1e6, 0.025), Chance = chances[i], FalseShare = adjusted[i],
                Weeks = Weeks(organ.Days, today, expected * 7 / Days), Petitions = petitions.Ids,
            }));
        }
        return found;
    }

    private static IReadOnlyList<EvidenceWeek> Weeks(Dictionary<DateOnly, int> days, DateOnly today, double expected) =>
    [
        .. Enumerable.Range(0, 26).Select(back => today.AddDays(-7 * back)).Select(until =>
            new EvidenceWeek(until, Enumerable.Range(0, 7).Sum(day => days.GetValueOrDefault(until.AddDays(-day))), Math.Round(expected, 2), Tail.UpperBound(expected, 1e6, 0.025))),
    ];
}
