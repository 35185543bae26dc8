using Xinfang.Outreach.Api.Knowing;

namespace Xinfang.Outreach.Tests.Knowing;

/// <summary>Pure code on drawn figures; every draw has its seed.</summary>
public class FindingHotSpots
{
    private const int Seeds = 100;
    private static readonly DateOnly First = new(2041, 3, 1);
    private static readonly HotSpotRules Rules = new();

    [Fact]
    public void Noise_alone_proposes_something_in_at_most_five_of_a_hundred_draws()
    {
        var alarms = Enumerable.Range(1, Seeds).Count(seed => HotSpots.Find(Draw(seed), Rules).Count > 0);
        Assert.True(alarms <= 5, $"{alarms} false alarms in {Seeds} draws");
    }

    [Fact]
    public void A_season_that_the_whole_district_has_proposes_nothing()
    {
        // Heating: in these months every street has four times as many petitions of this category.
        var alarms = Enumerable.Range(1, Seeds).Count(seed => HotSpots.Find(Draw(seed, rate: (_, category) => category == Category(4) ? 4 : 1), Rules).Count > 0);
        Assert.True(alarms <= 5, $"{alarms} false alarms in {Seeds} draws");
    }

    [Fact]
    public void A_street_with_more_of_everything_is_no_hot_spot()
    {
        var alarms = Enumerable.Range(1, Seeds).Count(seed => HotSpots.Find(Draw(seed, rate: (street, _) => street == Street(2) ? 3 : 1), Rules).Count > 0);
        Assert.True(alarms <= 5, $"{alarms} false alarms in {Seeds} draws");
    }

    [Fact]
    public void A_loud_matter_that_comes_again_and_again_is_not_many_matters() => Assert.DoesNotContain(
        HotSpots.Find([.. Draw(7), new Cell(Street(3), Category(2), First, 40, 39, 0, 0, 0)], Rules), spot => spot.Signal is Signal.Many && spot.Street == Street(3));

    [Fact]
    public void A_planted_hot_topic_is_found_and_nothing_but_it()
    {
        var (found, others) = (0, 0);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var spots = HotSpots.Find(Draw(seed, rate: (street, category) => street == Street(3) && category == Category(7) ? 4 : 1), Rules);
            if (spots.Any(spot => spot is { Signal: Signal.Many } && spot.Street == Street(3) && spot.Category == Category(7))) found++;
            if (spots.Any(spot => spot.Street != Street(3) || spot.Category != Category(7))) others++;
        }
        Assert.True(found >= 95, $"found in {found} of {Seeds} draws");
        Assert.True(others <= 8, $"something else in {others} of {Seeds} draws");
    }

    [Theory]
    [InlineData("Repeated")]
    [InlineData("Misdirected")]
    public void A_planted_share_of_repeats_or_of_wrong_roads_is_found(string planted)
    {
        var signal = Enum.Parse<Signal>(planted);
        double Share(Signal of, string street, string category) => of == signal && street == Street(3) && category == Category(3) ? 0.6 : 0.12;
        var found = Enumerable.Range(1, Seeds).Count(seed => HotSpots.Find(Draw(seed, rate: (_, category) => category == Category(3) ? 3 : 1, share: Share), Rules)
            .Any(spot => spot.Signal == signal && spot.Street == Street(3) && spot.Category == Category(3)));
        Assert.True(found >= 90, $"found in {found} of {Seeds} draws");
    }

    [Fact]
    public void Too_few_say_nothing() =>
        Assert.Empty(HotSpots.Find([new(Street(0), Category(0), First, 9, 0, 0, 0, 0), new(Street(1), Category(1), First, 200, 0, 0, 0, 0), new(Street(0), Category(1), First, 20, 0, 0, 0, 0)], Rules));

    [Fact]
    public void No_petitions_propose_nothing() => Assert.Empty(HotSpots.Find([], Rules));

    private static string Street(int number) => $"1201040{number + 1:00}";

    private static string Category(int number) => $"{number + 1:00}0000";

    /// <summary>Three months of a district: 12 streets and 17 categories of different size, 4 petitions a cell on average.</summary>
    private static List<Cell> Draw(int seed, Func<string, string, double>? rate = null, Func<Signal, string, string, double>? share = null)
    {
        var random = new Random(seed);
        List<Cell> cells = [];
        for (var month = 0; month < 3; month++)
            for (var s = 0; s < 12; s++)
                for (var c = 0; c < 17; c++)
                {
                    var (street, category) = (Street(s), Category(c));
                    var petitions = Poisson(random, 0.3 * (1 + (s % 4)) * (1 + (c % 5)) * (rate?.Invoke(street, category) ?? 1));
                    var repeats = Binomial(random, petitions, share?.Invoke(Signal.Repeated, street, category) ?? 0.12);
                    var diverted = Binomial(random, petitions, share?.Invoke(Signal.Misdirected, street, category) ?? 0.12);
                    cells.Add(new(street, category, First.AddMonths(month), petitions, repeats, 0, 0, diverted));
                }
        return cells;
    }

    private static int Poisson(Random random, double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit) (product, count) = (product * random.NextDouble(), count + 1);
        return count;
    }

    private static int Binomial(Random random, int n, double p) => Enumerable.Range(0, n).Count(_ => random.NextDouble() < p);
}
