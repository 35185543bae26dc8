using Xinfang.ServiceDefaults.Statistics;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>Petitions of a street about a content, by weeks back: the first is the last seven days.</summary>
internal sealed record CellWeeks(string Street, string Content, int[] Weeks);

/// <summary>What is asked of the figures before a surge is told. 本区设定.</summary>
/// <param name="FalseShare">At most so much of what is found at one time may be by chance.</param>
/// <param name="LeastCount">Fewer petitions are too few to say.</param>
/// <param name="LeastExcess">So many more than usual, or it is not worth a warning.</param>
/// <param name="LeastRatio">So many times the usual, or it is not either.</param>
/// <param name="LeastWeeks">With a shorter history nothing is said at all.</param>
internal sealed record SurgeRules(double FalseShare = 0.02, int LeastCount = 5, double LeastExcess = 10, double LeastRatio = 2, int LeastWeeks = 26)
{
    /// <summary>Weeks looked at, the last of them today: a steep surge shows in one, a lasting one in three.</summary>
    public IReadOnlyList<int> Windows { get; init; } = [1, 3];

    /// <summary>The permitted error, shared out: one week is by chance three times as often something new as three weeks are, so it gets less (Genovese et al., 2006). One on average.</summary>
    public double WeightOf(int window) => Windows.Count == 1 ? 1 : window == 1 ? 0.3 : 1.7;
}

/// <summary>A week of a cell as it was and as it would usually have been.</summary>
/// <param name="Back">Weeks before the last one.</param>
/// <param name="High">More than this in one of 40 usual weeks only.</param>
internal sealed record SurgeWeek(int Back, int Count, double Expected, int High);

/// <summary>More than a cell's own season explains, with the figures that speak for it.</summary>
/// <param name="Window">Weeks counted together: 1 or 3.</param>
/// <param name="Expected">From the cell's own level and season.</param>
/// <param name="High">Upper bound of what is usual (97.5 %).</param>
/// <param name="Chance">Of so many or more without anything being different.</param>
/// <param name="FalseShare">Expected share of false ones among all found (q value).</param>
internal sealed record Surge(string Street, string Content, int Window, int Count, double Expected, int High, double Chance, double FalseShare, IReadOnlyList<SurgeWeek> Weeks)
{
    public double Ratio => Count / Math.Max(Expected, 0.1);
}

/// <summary>
/// 激增: a street and a content in which the last week, or the last three, hold more petitions than the cell's own season explains. What is
/// usual is its recent level (the last two years, the nearer the heavier, the last three weeks left out so that a surge does not hide itself)
/// times its season (the same weeks of earlier years: that of the content in the district, drawn towards the cell's own the more the cell has).
/// Counts scatter more than chance alone would have them; how much is measured per content (negative binomial). After Farrington et al.
/// (1996) and Noufaily et al. (2013); one correction over all cells and windows of the day (Benjamini and Hochberg).
/// A content that rises by its season every year is no surge; nor is a level that has been high for months.
/// </summary>
internal static class Surges
{
    /// <summary>Weeks of history that are of use: the last year and three seasons before it.</summary>
    public const int History = 234;

    public static IReadOnlyList<Surge> Find(IReadOnlyList<CellWeeks> cells, SurgeRules rules)
    {
        if (cells.Count == 0 || cells[0].Weeks.Length < rules.LeastWeeks) return [];
        var asked = cells.GroupBy(cell => cell.Content).SelectMany(group => Ask([.. group], rules)).ToList();
        // Cells with fewer than the least count are asked too, with the answer "chance": so the correction stays honest.
        var adjusted = FalseDiscovery.Adjust(asked.ConvertAll(each => Math.Min(1, each.Chance / rules.WeightOf(each.Window))));
        return
        [
            .. asked.Select((each, i) => each with { FalseShare = adjusted[i] })
                .Where(each => each.FalseShare <= rules.FalseShare && each.Count >= rules.LeastCount && each.Count - each.Expected >= rules.LeastExcess && each.Ratio >= rules.LeastRatio)
                .GroupBy(each => (each.Street, each.Content)).Select(group => group.MinBy(each => each.Chance)!)
                .OrderBy(each => each.Chance).ThenBy(each => each.Street, StringComparer.Ordinal).ThenBy(each => each.Content, StringComparer.Ordinal),
        ];
    }

    /// <summary>What today's figures show and yesterday's showed already: one loud day that passes is none.</summary>
    public static IReadOnlyList<Surge> Lasting(IReadOnlyList<Surge> today, IReadOnlyList<Surge> yesterday) => [.. today.Where(surge => yesterday.Any(each => each.Street == surge.Street && each.Content == surge.Content))];

    private static IEnumerable<Surge> Ask(CellWeeks[] cells, SurgeRules rules)
    {
        var loud = cells.Any(cell => rules.Windows.Any(window => Sum(cell.Weeks, window) >= rules.LeastCount));
        var usual = loud ? new Usual(cells) : null;
        for (var c = 0; c < cells.Length; c++)
        {
            foreach (var window in rules.Windows)
            {
                var count = Sum(cells[c].Weeks, window);
                if (usual is null || count < rules.LeastCount)
                {
                    yield return new(cells[c].Street, cells[c].Content, window, count, 0, 0, 1, 1, []);
                    continue;
                }
                var expected = usual.Expected(c, window);
                var size = usual.Size(c, window);
                var chance = Tail.NegativeBinomial(count, expected, size);
                yield return new(cells[c].Street, cells[c].Content, window, count, expected, Tail.UpperBound(expected, size, 0.025), chance, 1, chance < rules.FalseShare ? usual.Weeks(c) : []);
            }
        }
    }

    private static int Sum(int[] weeks, int window)
    {
        var sum = 0;
        for (var week = 0; week < window && week < weeks.Length; week++) sum += weeks[week];
        return sum;
    }
}
