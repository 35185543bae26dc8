namespace Xinfang.Outreach.Api.Knowing;

/// <summary>What may be said of an effect.</summary>
internal enum Finding
{
    /// <summary>数量太少，说不准.</summary>
    TooFew,

    /// <summary>The interval holds no change: nothing is shown.</summary>
    NotShown,

    /// <summary>Fewer than the other streets let expect.</summary>
    Fewer,

    /// <summary>More.</summary>
    More,
}

/// <summary>A street's petitions on a topic, in as many months before as after.</summary>
internal sealed record StreetChange(string Street, bool Reached, int Before, int After);

/// <summary>The change in streets reached against the change in streets not reached.</summary>
/// <param name="Difference">Difference in differences: petitions per street and month; with its 95 % interval.</param>
/// <param name="Ratio">Ratio of the changes: 0.7 says 30 % fewer than without; with its 95 % interval. Null where too few.</param>
/// <param name="Spread">How much more the other streets' changes scatter than chance alone would let them (1: not at all).</param>
internal sealed record EffectEstimate(
    Finding Finding, int Months, int Reached, int NotReached, int ReachedBefore, int ReachedAfter, int OtherBefore, int OtherAfter,
    double? Difference, double? DifferenceLow, double? DifferenceHigh, double? Ratio, double? Low, double? High, double? Spread);

/// <summary>
/// Difference in differences on rates. Season and what the whole district lives through move both groups and cancel. The interval takes
/// its width from the counts and from how much the streets that were not reached change by themselves, so that what is common among streets
/// is not taken for an effect.
/// </summary>
internal static class Effect
{
    /// <summary>本区设定: fewer petitions than this in a group, or fewer streets to compare with, and nothing is said.</summary>
    public const int LeastPetitions = 10, LeastStreets = 3;

    private static readonly double[] FewDegrees = [12.706, 4.303, 3.182, 2.776];

    public static EffectEstimate Of(IReadOnlyList<StreetChange> streets, int months)
    {
        var (reached, other) = (streets.Where(each => each.Reached).ToList(), streets.Where(each => !each.Reached).ToList());
        int rb = reached.Sum(each => each.Before), ra = reached.Sum(each => each.After), ob = other.Sum(each => each.Before), oa = other.Sum(each => each.After);
        var bare = new EffectEstimate(Finding.TooFew, months, reached.Count, other.Count, rb, ra, ob, oa, null, null, null, null, null, null, null);
        if (months < 1 || reached.Count == 0 || other.Count < LeastStreets || rb + ra < LeastPetitions || ob + oa < LeastPetitions || rb == 0 || ob == 0 || oa == 0) return bare;

        var spread = Spread(other, ob, oa);
        var t = Student(other.Count - 1);
        // Half a count where none is left (Haldane), so that a full success has an interval, too.
        var after = Math.Max(ra, 0.5);
        var log = Math.Log(after / rb) - Math.Log((double)oa / ob);
        var error = Math.Sqrt(spread * ((1.0 / rb) + (1 / after) + (1.0 / ob) + (1.0 / oa)));
        var (low, high) = (Math.Exp(log - (t * error)), Math.Exp(log + (t * error)));

        double here = reached.Count * months, there = other.Count * months;
        var difference = ((ra - rb) / here) - ((oa - ob) / there);
        var width = t * Math.Sqrt(spread * (((ra + rb) / (here * here)) + ((oa + ob) / (there * there))));
        var finding = high < 1 ? Finding.Fewer : low > 1 ? Finding.More : Finding.NotShown;
        return bare with { Finding = finding, Difference = difference, DifferenceLow = difference - width, DifferenceHigh = difference + width, Ratio = Math.Exp(log), Low = low, High = high, Spread = spread };
    }

    /// <summary>Pearson's dispersion of the other streets around their common change; never below 1 (quasi-Poisson, McCullagh and Nelder 1989, 6.2.3).</summary>
    private static double Spread(List<StreetChange> other, int before, int after)
    {
        var share = (double)after / (before + after);
        var counted = other.Where(each => each.Before + each.After > 0).ToList();
        if (counted.Count < 2) return 1;
        var sum = counted.Sum(each =>
        {
            var n = each.Before + each.After;
            var off = each.After - (n * share);
            return off * off / (n * share * (1 - share));
        });
        return Math.Max(1, sum / (counted.Count - 1));
    }

    /// <summary>97.5 % point of Student's t (Abramowitz and Stegun 26.7.5 beyond four degrees; within 0.2 %).</summary>
    internal static double Student(int degrees)
    {
        const double z = 1.959964;
        if (degrees <= FewDegrees.Length) return FewDegrees[degrees - 1];
        double n = degrees, z2 = z * z;
        return z + (z * (z2 + 1) / (4 * n)) + (z * ((((5 * z2) + 16) * z2) + 3) / (96 * n * n)) + (z * ((((((3 * z2) + 19) * z2) + 17) * z2) - 15) / (384 * n * n * n));
    }
}
