namespace Xinfang.ServiceDefaults.Statistics;

/// <summary>Benjamini and Hochberg (1995): of many questions asked at once, few of those answered yes are answered so by chance alone.</summary>
public static class FalseDiscovery
{
    /// <summary>The share of false ones among all that are as small as each probability, in the order given.</summary>
    public static double[] Adjust(IReadOnlyList<double> probabilities)
    {
        var order = Enumerable.Range(0, probabilities.Count).OrderByDescending(i => probabilities[i]).ToArray();
        var adjusted = new double[probabilities.Count];
        var least = 1.0;
        for (var place = 0; place < order.Length; place++)
        {
            least = Math.Min(least, probabilities[order[place]] * order.Length / (order.Length - place));
            adjusted[order[place]] = least;
        }
        return adjusted;
    }
}
