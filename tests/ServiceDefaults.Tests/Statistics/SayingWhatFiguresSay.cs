using Xinfang.ServiceDefaults.Statistics;

namespace Xinfang.ServiceDefaults.Tests.Statistics;

/// <summary>Against published examples and counting by hand.</summary>
public class SayingWhatFiguresSay
{
    [Theory] // Fisher's tea: three of four cups right or better are 17 of 70.
    [InlineData(3, 4, 4, 8, 17.0 / 70)]
    [InlineData(4, 4, 4, 8, 1.0 / 70)]
    [InlineData(0, 4, 4, 8, 1.0)]
    [InlineData(5, 4, 4, 8, 0.0)]
    [InlineData(2, 2, 2, 600, 1.0 / 179700)]
    public void The_exact_test_is_Fishers(int hits, int drawn, int marked, int all, double chance) => Assert.Equal(chance, ExactTest.AtLeast(hits, drawn, marked, all), 12);

    [Fact]
    public void The_exact_test_holds_for_large_tables() => Assert.Equal(
        200 * 3000.0 / 9000, Enumerable.Range(1, 200).Sum(k => ExactTest.AtLeast(k, 200, 3000, 9000)), 6); // the mean, as the sum of the tail

    [Fact]
    public void Many_questions_are_corrected_as_Benjamini_and_Hochberg_say() =>
        Assert.Equal([0.04, 0.04, 0.04, 0.04, 0.9], FalseDiscovery.Adjust([0.01, 0.02, 0.03, 0.032, 0.9]).Select(each => Math.Round(each, 10)));

    [Theory]
    [InlineData(10, 100, 0.0552, 0.1744)]
    [InlineData(0, 20, 0.0, 0.1611)]
    [InlineData(20, 20, 0.8389, 1.0)]
    [InlineData(0, 0, 0.0, 1.0)]
    public void A_share_has_the_interval_of_Wilson(int part, int all, double low, double high)
    {
        var interval = Interval.Wilson(part, all);
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Fact]
    public void A_change_has_the_interval_of_Newcombe() // 1998, contrast (a), method 10: 56/70 after 48/80
    {
        var interval = Interval.OfChange(48 / 80.0, Interval.Wilson(48, 80), 56 / 70.0, Interval.Wilson(56, 70));
        Assert.Equal((0.0524, 0.3339), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }
}
