namespace Xinfang.Insight.Api.Warnings;

/// <summary>How likely so many or more are by chance.</summary>
internal static class Tail
{
    /// <summary>Negative binomial: counts that scatter more than chance alone would have them. Its variance is mean + mean² ÷ size.</summary>
    /// <param name="count">Seen.</param>
    /// <param name="mean">Expected.</param>
    /// <param name="size">The larger, the closer to Poisson.</param>
    public static double NegativeBinomial(int count, double mean, double size)
    {
        if (count <= 0) return 1;
        if (mean <= 0) return 0;
        var (log, step, below) = (size * Math.Log(size / (size + mean)), Math.Log(mean / (size + mean)), 0.0);
        for (var each = 0; each < count; each++)
        {
            below += Math.Exp(log);
            log += Math.Log((size + each) / (each + 1)) + step;
        }
        if (below < 0.999) return 1 - below;
        // What is left is small: summed from there on, or the subtraction would eat its digits.
        var above = 0.0;
        for (var each = count; ; each++)
        {
            var term = Math.Exp(log);
            above += term;
            if (term <= above * 1e-12 && each > mean) return Math.Min(1, above);
            log += Math.Log((size + each) / (each + 1)) + step;
        }
    }

    /// <summary>Of so many, each with the same chance of being one, at least <paramref name="count"/>: the exact test of two Poisson counts, given their sum.</summary>
    public static double Binomial(int count, int all, double chance)
    {
        if (count <= 0) return 1;
        if (count > all) return 0;
        var (log, odds, sum) = (all * Math.Log(1 - chance), Math.Log(chance / (1 - chance)), 0.0);
        for (var each = 0; each <= all; each++)
        {
            if (each >= count) sum += Math.Exp(log);
            log += Math.Log((double)(all - each) / (each + 1)) + odds;
        }
        return Math.Min(1, sum);
    }

    /// <summary>The smallest count that is seen or exceeded in less than <paramref name="share"/> of all cases: above it the expected band ends.</summary>
    public static int UpperBound(double mean, double size, double share)
    {
        var count = (int)mean;
        while (NegativeBinomial(count + 1, mean, size) > share) count++;
        return count;
    }
}
