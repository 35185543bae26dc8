using Xinfang.ServiceDefaults.Statistics;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>What the petitions of a street about a category show.</summary>
internal enum Signal
{
    /// <summary>More petitions than the district's own share of the same months would bring.</summary>
    Many,

    /// <summary>More of them come again than elsewhere.</summary>
    Repeated,

    /// <summary>More of them take a wrong road: declined, or led to another channel.</summary>
    Misdirected,
}

/// <summary>A cell of the read model: street, category, month.</summary>
/// <param name="Petitions">Registered, whatever came of them.</param>
/// <param name="Repeats">Confirmed repeats among them.</param>
/// <param name="Echoes">Others' petitions about an event already petitioned about.</param>
/// <param name="Declined">不予受理.</param>
/// <param name="Diverted">导入其他渠道.</param>
internal sealed record Cell(string Street, string Category, DateOnly Month, int Petitions, int Repeats, int Echoes, int Declined, int Diverted)
{
    /// <summary>Matters: a second petition on the same is no second matter, so that a loud one does not look like many.</summary>
    public int Matters => Petitions - Repeats - Echoes;
}

/// <summary>Something that is hardly by chance, with the figures that speak for it.</summary>
/// <param name="Count">Seen in the street: matters, repeats or misdirected ones.</param>
/// <param name="Among">Of so many there.</param>
/// <param name="ElsewhereCount">The same in the other streets.</param>
/// <param name="ElsewhereAmong">Of so many there.</param>
/// <param name="Expected">What the share elsewhere would bring.</param>
/// <param name="Ratio">Share here to share elsewhere, with the bounds of its 95 % interval.</param>
/// <param name="FalseShare">Expected share of false ones among all found (q value).</param>
internal sealed record HotSpot(
    Signal Signal, string Street, string Category, int Count, int Among, int ElsewhereCount, int ElsewhereAmong, double Expected, double Ratio, double Low, double High, double FalseShare);

/// <summary>What is asked of the figures before anything is proposed. 本区设定.</summary>
/// <param name="FalseShare">At most so much of what is proposed may be by chance.</param>
/// <param name="LeastCount">Fewer than this is too few to say.</param>
/// <param name="LeastRatio">A smaller excess is not worth an activity.</param>
internal sealed record HotSpotRules(double FalseShare = 0.05, int LeastCount = 10, double LeastRatio = 1.5)
{
    /// <summary>Where less than this is to be expected, nothing is asked at all.</summary>
    public double LeastExpected { get; init; } = 2;
}

/// <summary>
/// Where to act next. Each street and category is compared with the other streets in the same months: season and what the whole district
/// lives through are in both and cancel. Exact tests, because the numbers are small; one correction over all questions asked at once.
/// </summary>
internal static class HotSpots
{
    public static IReadOnlyList<HotSpot> Find(IReadOnlyList<Cell> cells, HotSpotRules rules)
    {
        var asked = Many(cells).Concat(Shares(cells, Signal.Repeated, each => each.Repeats)).Concat(Shares(cells, Signal.Misdirected, each => each.Declined + each.Diverted))
            .Where(each => each.Expected >= rules.LeastExpected).ToList();
        // What is asked depends on the margins of the table alone, never on what stands in the cell: so the tests stay exact.
        var chances = asked.ConvertAll(each => ExactTest.AtLeast(each.Count, each.Among, each.Count + each.ElsewhereCount, each.Among + each.ElsewhereAmong));
        var adjusted = FalseDiscovery.Adjust(chances);
        return
        [
            .. asked.Select((each, i) => each with { FalseShare = adjusted[i] })
                .Where(each => each.FalseShare <= rules.FalseShare && each.Count >= rules.LeastCount && each.Ratio >= rules.LeastRatio)
                .OrderBy(each => each.FalseShare).ThenByDescending(each => each.Ratio).ThenBy(each => each.Street, StringComparer.Ordinal).ThenBy(each => each.Category, StringComparer.Ordinal),
        ];
    }

    /// <summary>Of a street's matters, how many are of this category; and of the other streets'.</summary>
    private static IEnumerable<HotSpot> Many(IReadOnlyList<Cell> cells)
    {
        var all = cells.Sum(each => each.Matters);
        var streets = cells.GroupBy(each => each.Street).ToDictionary(group => group.Key, group => group.Sum(each => each.Matters));
        var categories = cells.GroupBy(each => each.Category).ToDictionary(group => group.Key, group => group.Sum(each => each.Matters));
        var counts = cells.GroupBy(each => (each.Street, each.Category)).ToDictionary(group => group.Key, group => group.Sum(each => each.Matters));
        foreach (var (street, ofStreet) in streets)
            foreach (var (category, ofCategory) in categories)
            {
                var count = counts.GetValueOrDefault((street, category));
                yield return Of(Signal.Many, street, category, count, ofStreet, ofCategory - count, all - ofStreet);
            }
    }

    /// <summary>Of a street's petitions of this category, how many are such; and of the other streets' of the same category.</summary>
    private static IEnumerable<HotSpot> Shares(IReadOnlyList<Cell> cells, Signal signal, Func<Cell, int> such)
    {
        foreach (var category in cells.GroupBy(each => each.Category))
        {
            var (all, suchAll) = (category.Sum(each => each.Petitions), category.Sum(such));
            foreach (var street in category.GroupBy(each => each.Street))
            {
                var (own, suchOwn) = (street.Sum(each => each.Petitions), street.Sum(such));
                yield return Of(signal, street.Key, category.Key, suchOwn, own, suchAll - suchOwn, all - own);
            }
        }
    }

    private static HotSpot Of(Signal signal, string street, string category, int count, int among, int elsewhere, int elsewhereAmong)
    {
        // By the margins: what the row would hold if the column were spread evenly.
        var expected = among + elsewhereAmong == 0 ? 0 : (double)among * (count + elsewhere) / (among + elsewhereAmong);
        // Katz et al. (1978), with half a count added where one is missing.
        var (a, b) = (Math.Max(count, 0.5), Math.Max(elsewhere, 0.5));
        var ratio = among == 0 || elsewhereAmong == 0 ? 1 : a / among / (b / elsewhereAmong);
        var error = Math.Sqrt(Math.Max(0, (1 / a) - (1.0 / Math.Max(among, 1)) + (1 / b) - (1.0 / Math.Max(elsewhereAmong, 1))));
        return new(signal, street, category, count, among, elsewhere, elsewhereAmong, expected, ratio, ratio * Math.Exp(-1.96 * error), ratio * Math.Exp(1.96 * error), 1);
    }
}
