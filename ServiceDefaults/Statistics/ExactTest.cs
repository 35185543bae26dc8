namespace Xinfang.ServiceDefaults.Statistics;

/// <summary>Fisher's exact test of a two-by-two table: how likely is so many or more in one cell if rows and columns have nothing to do with each other.</summary>
public static class ExactTest
{
    private static readonly double[] Factorials = Make(1024);

    /// <summary>One-sided probability of at least <paramref name="hits"/>.</summary>
    /// <param name="hits">In the cell.</param>
    /// <param name="drawn">In the row.</param>
    /// <param name="marked">In the column.</param>
    /// <param name="all">In the table.</param>
    public static double AtLeast(int hits, int drawn, int marked, int all)
    {
        var (least, most) = (Math.Max(0, drawn + marked - all), Math.Min(drawn, marked));
        if (hits <= least) return 1;
        if (hits > most) return 0;
        var constant = LogFactorial(drawn) + LogFactorial(all - drawn) + LogFactorial(marked) + LogFactorial(all - marked) - LogFactorial(all);
        var sum = 0.0;
        for (var each = hits; each <= most; each++)
            sum += Math.Exp(constant - LogFactorial(each) - LogFactorial(drawn - each) - LogFactorial(marked - each) - LogFactorial(all - drawn - marked + each));
        return Math.Min(1, sum);
    }

    // Beyond the table Stirling's series is exact to 1e-15 (Abramowitz and Stegun 6.1.41).
    private static double LogFactorial(int n)
    {
        if (n < Factorials.Length) return Factorials[n];
        double x = n + 1.0;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (1 / (12 * x)) - (1 / (360 * x * x * x));
    }

    private static double[] Make(int size)
    {
        var made = new double[size];
        for (var n = 2; n < size; n++) made[n] = made[n - 1] + Math.Log(n);
        return made;
    }
}
