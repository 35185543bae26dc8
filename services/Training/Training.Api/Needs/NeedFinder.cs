using Xinfang.ServiceDefaults.Statistics;

namespace Xinfang.Training.Api.Needs;

/// <summary>All that something is compared with, itself included.</summary>
internal sealed record Pool(int Cases, int Wrong);

/// <summary>What was counted: of so many cases of an organ, or answers of an officer, in so many it went wrong.</summary>
/// <param name="Account">Set where it is an officer.</param>
/// <param name="Among">What it is compared with; null for all lines of the signal.</param>
internal sealed record Counted(string Organ, string Signal, int Cases, int Wrong, string? Account = null, Pool? Among = null)
{
    public double Rate => Cases == 0 ? 0 : (double)Wrong / Cases;
}

/// <summary>An organ or officer that is worse than the rest of the district by more than chance explains.</summary>
/// <param name="Others">Rate of all others together.</param>
/// <param name="Low">Lower end of the 95 % interval of the organ's rate (Wilson).</param>
/// <param name="P">Chance of so many or more, if the organ were like the others (Fisher's exact test, one-sided).</param>
internal sealed record FoundNeed(string Organ, string Signal, int Cases, int Wrong, double Rate, double Low, double High, double Others, double P, string? Account = null);

/// <summary>
/// 找出需要帮的单位和人. Each organ, or officer, and signal is compared with the rest of the district by an exact test; because many are compared at once, the procedure of
/// Benjamini and Hochberg holds the share of false alarms: where all are alike, the chance of naming any is at most 5 in 100. Small numbers name nobody.
/// </summary>
internal static class NeedFinder
{
    /// <summary>Fewer cases say nothing of an organ (本区设定).</summary>
    public const int LeastCases = 20;

    /// <summary>Share of false alarms that the procedure is held to (本区设定): half of the 5 % that are promised, so that a run of a hundred looks keeps the promise, too, and not only the long run.</summary>
    public const double FalseAlarms = 0.025;

    /// <summary>Worse by less than this much of the others' rate is not worth a course, however sure (本区设定).</summary>
    public const double LeastExcess = 0.25;

    /// <param name="counted">One line per organ, or officer, and signal; all of a look together.</param>
    public static IReadOnlyList<FoundNeed> Find(IReadOnlyList<Counted> counted)
    {
        var all = counted.GroupBy(line => line.Signal).ToDictionary(group => group.Key, group => new Pool(group.Sum(line => line.Cases), group.Sum(line => line.Wrong)), StringComparer.Ordinal);
        Pool Among(Counted line) => line.Among ?? all[line.Signal];
        var tested = counted.Where(line => line.Cases >= LeastCases && Among(line).Cases > line.Cases).Select(line => Test(line, Among(line).Cases, Among(line).Wrong)).ToList();
        var adjusted = FalseDiscovery.Adjust(tested.ConvertAll(need => need.P));
        return [.. tested.Where((need, i) => adjusted[i] <= FalseAlarms && need.Rate >= need.Others * (1 + LeastExcess)).OrderBy(need => need.P)];
    }

    private static FoundNeed Test(Counted line, int cases, int wrong)
    {
        var (low, high) = Interval.Wilson(line.Wrong, line.Cases);
        return new(line.Organ, line.Signal, line.Cases, line.Wrong, line.Rate, low, high, (double)(wrong - line.Wrong) / (cases - line.Cases), ExactTest.AtLeast(line.Wrong, line.Cases, wrong, cases), line.Account);
    }
}
