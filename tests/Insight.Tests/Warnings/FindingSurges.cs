using CsCheck;
using Xinfang.Insight.Api.Warnings;

namespace Xinfang.Insight.Tests.Warnings;

/// <summary>A surge is more than the season explains, not more than last week.</summary>
public class FindingSurges
{
    private const string Content = "040000";

    private static readonly SurgeRules Rules = new();

    [Fact, Rule("S-24")]
    public void Three_times_as_many_in_one_cell_is_a_surge_with_its_figures()
    {
        var surge = Assert.Single(Surges.Find(District((street, _) => street == 2 ? [15, 14, 14] : []), Rules));
        Assert.Equal(("street2", Content), (surge.Street, surge.Content));
        Assert.InRange(surge.Expected / surge.Window, 2, 6);
        Assert.True(surge.Count > surge.High && surge.Chance < 0.001 && surge.FalseShare <= Rules.FalseShare);
        Assert.Equal(26, surge.Weeks.Count);
    }

    [Fact, Rule("S-24")]
    public void A_season_that_comes_every_year_is_no_surge() =>
        Assert.Empty(Surges.Find(District((_, _) => [], (week, calm) => week % 52 < 8 ? calm * 4 : calm), Rules));

    [Fact]
    public void The_same_rise_in_the_first_year_of_records_is_one_for_there_is_no_season_to_explain_it() =>
        Assert.NotEmpty(Surges.Find(District((_, _) => [16, 16, 16], weeks: 40), Rules));

    [Fact]
    public void Four_petitions_are_too_few_and_a_short_history_says_nothing()
    {
        Assert.Empty(Surges.Find([new("street0", Content, [4, .. new int[200]]), new("street1", Content, new int[201])], Rules));
        Assert.Empty(Surges.Find(District((_, _) => [90, 90, 90], weeks: 25), Rules));
        Assert.Empty(Surges.Find([], Rules));
    }

    [Fact]
    public void What_shows_on_one_day_only_is_not_told()
    {
        var found = Surges.Find(District((street, _) => street is 2 or 5 ? [16, 16, 16] : []), Rules);
        Assert.Equal(["street2"], Surges.Lasting(found, [.. found.Where(surge => surge.Street == "street2")]).Select(surge => surge.Street));
    }

    [Fact]
    public void A_level_that_has_been_high_for_a_year_is_no_surge() => Assert.Empty(Surges.Find(District((_, _) => [], (week, calm) => week < 52 ? calm * 3 : calm), Rules));

    [Fact]
    public void The_more_petitions_the_less_by_chance() => Gen.Select(Gen.Int[0, 11], Gen.Int[5, 60], Gen.Int[1, 20]).Sample((street, count, more) =>
    {
        var (few, many) = (Chance(street, count), Chance(street, count + more));
        return many <= few;
    });

    [Fact]
    public void Other_streets_neither_hide_nor_make_it() => Gen.Int[0, 5].Sample(other =>
    {
        var found = Surges.Find(District((street, _) => street == 11 ? [20, 20, 20] : street == other ? [3, 4, 5] : []), Rules);
        return found.Any(surge => surge.Street == "street11") && found.All(surge => surge.Street == "street11");
    });

    [Fact]
    public void The_tail_is_a_probability_falls_and_meets_poisson() => Gen.Select(Gen.Int[1, 200], Gen.Double[0.05, 80], Gen.Double[0.5, 1000]).Sample((count, mean, size) =>
    {
        var (here, next) = (Tail.NegativeBinomial(count, mean, size), Tail.NegativeBinomial(count + 1, mean, size));
        return here is >= 0 and <= 1 && next <= here && Tail.NegativeBinomial(Tail.UpperBound(mean, size, 0.025) + 1, mean, size) <= 0.025;
    });

    [Theory]
    [InlineData(3, 1.0, 0.0803)]
    [InlineData(10, 3.0, 0.0011)]
    public void Without_scatter_it_is_poisson(int count, double mean, double chance) => Assert.Equal(chance, Tail.NegativeBinomial(count, mean, 1e9), 4);

    [Theory]
    [InlineData(8, 10, 0.5, 0.0547)]
    [InlineData(3, 20, 0.1, 0.3231)]
    public void The_test_of_two_counts_is_exact(int count, int all, double chance, double tail) => Assert.Equal(tail, Tail.Binomial(count, all, chance), 4);

    private static double Chance(int street, int count) =>
        Surges.Find(District((each, _) => each == street ? [count] : []), Rules with { FalseShare = 1, LeastExcess = -1000, LeastRatio = 0, Windows = [1] }).Where(each => each.Street == $"street{street}").Select(each => each.Chance).FirstOrDefault(1);

    // Twelve streets with three to five petitions a week, always the same.
    private static List<CellWeeks> District(Func<int, int, int[]> last, Func<int, int, int>? season = null, int weeks = Surges.History)
    {
        var random = new Random(5);
        return
        [
            .. Enumerable.Range(0, 12).Select(street =>
            {
                var counts = Enumerable.Range(0, weeks).Select(week => random.Next(3, 6) is var calm && season is null ? calm : season!(week, calm)).ToArray();
                var planted = last(street, weeks);
                planted.CopyTo(counts, 0);
                return new CellWeeks($"street{street}", Content, counts);
            }),
        ];
    }
}
