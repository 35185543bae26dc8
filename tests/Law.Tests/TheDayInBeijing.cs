using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using static Xinfang.Law.Tests.Given;

namespace Xinfang.Law.Tests;

public class TheDayInBeijing
{
    [Theory]
    [InlineData("2026-03-02T15:59:59Z", "2026-03-02")]
    [InlineData("2026-03-02T16:00:00Z", "2026-03-03")]
    [InlineData("2026-12-31T16:00:00Z", "2027-01-01")]
    [InlineData("2026-03-02T23:30:00-05:00", "2026-03-03")]
    // Summer time was kept from 1986 to 1991.
    [InlineData("1988-07-01T15:30:00Z", "1988-07-02")]
    public void Is_the_day_of_the_act(string at, string day) => Assert.Equal(Day(day), At(at).Date);

    [Fact]
    public void Starts_the_term()
    {
        Assert.Equal(Day("2026-04-30"), At("2026-03-01T15:59:59Z").Due(Terms.Completion, "受理").StrictDueOn);
        Assert.Equal(Day("2026-05-01"), At("2026-03-01T16:00:00Z").Due(Terms.Completion, "受理").StrictDueOn);
    }

    [Fact]
    public void Is_read_once_and_then_stands_still()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-03-02T15:59:59Z", CultureInfo.InvariantCulture));
        var clock = new LegalClock(time, Loaded, Terms.Default);
        var moment = clock.Now();

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((Day("2026-03-02"), Day("2026-03-03")), (moment.Date, clock.Now().Date));
    }

    [Fact]
    public void Is_the_day_a_view_is_of()
    {
        var moment = At("2026-04-16T16:00:00Z");

        Assert.Equal(24, moment.View(moment.Due(Day("2026-03-11"), Terms.Completion, "受理")).RemainingDays);
    }
}
