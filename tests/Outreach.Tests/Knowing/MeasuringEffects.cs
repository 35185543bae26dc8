using Xinfang.Outreach.Api.Knowing;

namespace Xinfang.Outreach.Tests.Knowing;

public class MeasuringEffects
{
    private const int Seeds = 400;

    [Fact]
    public void Where_nothing_has_changed_an_effect_is_claimed_in_about_one_of_twenty_draws()
    {
        var claims = Enumerable.Range(1, Seeds).Count(seed => Effect.Of(Draw(seed), 3).Finding is Finding.Fewer or Finding.More);
        Assert.True(claims <= Seeds * 0.07, $"{claims} of {Seeds}");
    }

    [Fact]
    public void A_district_wide_change_is_no_effect()
    {
        var claims = Enumerable.Range(1, Seeds).Count(seed => Effect.Of(Draw(seed, everywhere: 0.5), 3).Finding is Finding.Fewer or Finding.More);
        Assert.True(claims <= Seeds * 0.07, $"{claims} of {Seeds}");
    }

    [Fact]
    public void Streets_that_change_by_themselves_widen_the_interval()
    {
        // Each street drifts by up to a factor of two, reached or not.
        var claims = Enumerable.Range(1, Seeds).Count(seed => Effect.Of(Draw(seed, drift: 0.7), 3).Finding is Finding.Fewer or Finding.More);
        Assert.True(claims <= Seeds * 0.12, $"{claims} of {Seeds}");
        Assert.True(Effect.Of(Draw(1, drift: 0.7), 3).Spread > 1.5);
    }

    [Fact]
    public void A_halving_in_the_streets_reached_is_seen_and_its_interval_holds_the_truth()
    {
        var estimates = Enumerable.Range(1, Seeds).Select(seed => Effect.Of(Draw(seed, reached: 0.5, each: 60), 3)).ToList();
        Assert.True(estimates.Count(each => each.Finding is Finding.Fewer) >= Seeds * 0.9);
        Assert.InRange(estimates.Count(each => each.Low <= 0.5 && 0.5 <= each.High), Seeds * 0.93, Seeds);
        Assert.All(estimates, each => Assert.True(each.DifferenceLow < each.Difference && each.Difference < each.DifferenceHigh));
    }

    [Fact]
    public void A_street_chosen_because_it_was_high_falls_back_by_itself_so_the_months_that_chose_it_are_not_before()
    {
        var (naive, ours) = (0, 0);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            var streets = Enumerable.Range(0, 12).Select(street => (Name: $"{street}", Before: Poisson(random, 30), Window: Poisson(random, 30), After: Poisson(random, 30))).ToList();
            var chosen = streets.MaxBy(street => street.Window).Name;
            if (Effect.Of([.. streets.Select(street => new StreetChange(street.Name, street.Name == chosen, street.Window, street.After))], 3).Finding is Finding.Fewer) naive++;
            if (Effect.Of([.. streets.Select(street => new StreetChange(street.Name, street.Name == chosen, street.Before, street.After))], 3).Finding is Finding.Fewer or Finding.More) ours++;
        }
        Assert.True(naive > Seeds * 0.05, $"{naive} of {Seeds}"); // twice what a one-sided claim may be wrong
        Assert.True(ours <= Seeds * 0.07, $"{ours} of {Seeds}");
    }

    [Fact]
    public void The_difference_is_per_street_and_month()
    {
        var effect = Effect.Of([new("a", true, 60, 30), new("b", false, 60, 66), new("c", false, 60, 66), new("d", false, 60, 66)], 3);
        Assert.Equal(-12, effect.Difference!.Value, 9); // -10 a month there, +2 elsewhere
        Assert.Equal(0.5 / 1.1, effect.Ratio!.Value, 9);
    }

    [Fact]
    public void A_few_petitions_say_nothing()
    {
        var effect = Effect.Of([new("a", true, 6, 1), new("b", false, 60, 66), new("c", false, 60, 66), new("d", false, 60, 66)], 3);
        Assert.Equal(Finding.TooFew, effect.Finding);
        Assert.Null(effect.Ratio);
    }

    [Fact]
    public void Without_streets_to_compare_with_nothing_is_said() =>
        Assert.Equal(Finding.TooFew, Effect.Of([new("a", true, 60, 10), new("b", true, 60, 10), new("c", false, 60, 60)], 3).Finding);

    [Fact]
    public void Where_none_is_left_the_estimate_still_has_an_interval()
    {
        var effect = Effect.Of([new("a", true, 60, 0), .. Enumerable.Range(1, 11).Select(street => new StreetChange($"{street}", false, 60, 66))], 3);
        Assert.Equal(Finding.Fewer, effect.Finding);
        Assert.True(effect.High < 0.5);
    }

    [Theory]
    [InlineData(3, 3.182)]
    [InlineData(5, 2.571)]
    [InlineData(10, 2.228)]
    [InlineData(30, 2.042)]
    public void The_width_is_Students(int degrees, double point) => Assert.Equal(point, Effect.Student(degrees), point * 0.002);

    /// <summary>Three of twelve streets reached; 30 petitions each before, where nothing else is said.</summary>
    private static List<StreetChange> Draw(int seed, double reached = 1, double everywhere = 1, double drift = 0, double each = 30)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, 12).Select(street =>
            {
                var own = Math.Exp(drift * ((2 * random.NextDouble()) - 1));
                return new StreetChange($"{street}", street < 3, Poisson(random, each), Poisson(random, each * everywhere * own * (street < 3 ? reached : 1)));
            }),
        ];
    }

    private static int Poisson(Random random, double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit) (product, count) = (product * random.NextDouble(), count + 1);
        return count;
    }
}
