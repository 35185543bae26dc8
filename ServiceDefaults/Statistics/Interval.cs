namespace Xinfang.ServiceDefaults.Statistics;

/// <summary>Bounds between which the true value lies in 95 of 100 cases.</summary>
public readonly record struct Interval(double Low, double High)
{
    private const double Z = 1.959964;

    /// <summary>Of a share: Wilson's score interval (1927), right for small numbers and for shares near 0 and 1. Everything where nobody was counted.</summary>
    public static Interval Wilson(int part, int all)
    {
        if (all == 0) return new(0, 1);
        var (n, p, z2) = ((double)all, (double)part / all, Z * Z);
        var middle = (p + (z2 / (2 * n))) / (1 + (z2 / n));
        var half = Z / (1 + (z2 / n)) * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n)));
        return new(Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    /// <summary>Of the change from one share to another, after minus before: Newcombe (1998, method 10), from the two intervals of Wilson.</summary>
    public static Interval OfChange(double before, Interval ofBefore, double after, Interval ofAfter) => new(
        after - before - Math.Sqrt(Math.Pow(after - ofAfter.Low, 2) + Math.Pow(ofBefore.High - before, 2)),
        after - before + Math.Sqrt(Math.Pow(ofAfter.High - after, 2) + Math.Pow(before - ofBefore.Low, 2)));
}
