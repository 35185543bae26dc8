using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Insight.Api.Warnings.Rules;

/// <summary>激增: a street and a content above their own season (<see cref="Surges"/>). A confirmed repeat is no further petition here; a sealed one is in no street.</summary>
internal sealed class SurgeRule : IWarningRule
{
    private static readonly SurgeRules Rules = new();

    public WarningRule Rule => WarningRule.Surge;

    public int Silence => 42;

    public async Task<IReadOnlyList<Finding>> FindAsync(InsightDb db, Moment now, CancellationToken ct)
    {
        var today = now.Date;
        var seen = Surges.Find(await CellsAsync(db, today, ct), Rules);
        if (seen.Count == 0) return [];
        var lasting = Surges.Lasting(seen, Surges.Find(await CellsAsync(db, today.AddDays(-1), ct), Rules));
        var found = new List<Finding>();
        foreach (var surge in lasting)
        {
            var from = today.AddDays(1 - (7 * surge.Window));
            var petitions = await db.Petitions.Where(fact => !fact.Sealed && !fact.Repeat && fact.Street == surge.Street && fact.Content == surge.Content && fact.ReceivedOn >= from && fact.ReceivedOn <= today).NewestAsync(ct);
            found.Add(new($"{surge.Street}/{surge.Content}", Window.Of(today), surge.Street, surge.Content, petitions.MostOrgan, Window.DutyOf(petitions.MostOrgan), new()
            {
                From = from, Until = today, Count = surge.Count, Expected = Math.Round(surge.Expected, 2), High = surge.High, Chance = surge.Chance, FalseShare = surge.FalseShare,
                Weeks = [.. surge.Weeks.Select(week => new EvidenceWeek(today.AddDays(-7 * week.Back), week.Count, week.Expected, week.High))], Petitions = petitions.Ids,
            }));
        }
        return found;
    }

    private sealed record Row(string Street, string Content, int Week, int Count);

    private static async Task<IReadOnlyList<CellWeeks>> CellsAsync(InsightDb db, DateOnly today, CancellationToken ct)
    {
        var from = today.AddDays(1 - (7 * Surges.History));
        var rows = await db.Database.SqlQuery<Row>($"""
            select street, content, ({today} - received_on) / 7 as week, count(*)::int as count from petition_fact
            where not sealed and not repeat and street is not null and content is not null and received_on between {from} and {today}
            group by 1, 2, 3
            """).ToListAsync(ct);
        // The oldest week may have begun before the records did.
        var weeks = rows.Count == 0 ? 0 : Math.Max(0, Math.Min(Surges.History, rows.Max(row => row.Week)));
        var counts = rows.GroupBy(row => (row.Street, row.Content)).ToDictionary(group => group.Key, group => group.ToDictionary(row => row.Week, row => row.Count));
        return
        [
            .. Organs.Streets.SelectMany(street => rows.Select(row => row.Content).Distinct().Select(content => (Street: street.Code, Content: content)))
                .Select(cell => new CellWeeks(cell.Street, cell.Content, [.. Enumerable.Range(0, weeks).Select(week => counts.GetValueOrDefault(cell)?.GetValueOrDefault(week) ?? 0)])),
        ];
    }
}
