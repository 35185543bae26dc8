using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using static Xinfang.Law.Tests.Given;

namespace Xinfang.Law.Tests;

/// <summary>Ruling on dates 1: an act is never refused because a year is not announced; its date says 暂定.</summary>
public class AYearWithoutACalendar
{
    [Theory]
    [InlineData(2019, "02-04 02-05 02-06 02-07", "04-05", "06-07", "09-13")]
    [InlineData(2020, "01-24 01-25 01-26 01-27", "04-04", "06-25", "10-01")]
    [InlineData(2023, "01-21 01-22 01-23 01-24", "04-05", "06-22", "09-29")]
    [InlineData(2024, "02-09 02-10 02-11 02-12", "04-04", "06-10", "09-17")]
    [InlineData(2025, "01-28 01-29 01-30 01-31", "04-04", "05-31", "10-06")]
    [InlineData(2026, "02-16 02-17 02-18 02-19", "04-05", "06-19", "09-25")]
    [InlineData(2027, "02-05 02-06 02-07 02-08", "04-05", "06-09", "09-15")]
    [InlineData(2028, "01-25 01-26 01-27 01-28", "04-04", "05-28", "10-03")]
    public void Has_the_statutory_days(int year, string springFestival, string clearAndBright, string dragonBoat, string midAutumn)
    {
        var fixedDays = new[] { "01-01", "05-01", "05-02", "10-01", "10-02", "10-03" };
        var expected = springFestival.Split(' ').Concat([clearAndBright, dragonBoat, midAutumn]).Concat(fixedDays)
            .Select(day => Day($"{year}-{day}")).Distinct().Order();

        var actual = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(day => day.Year == year && NoCalendar.HolidayOn(day) is not null);

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Counts_weekends_and_statutory_days_as_days_off()
    {
        Assert.False(NoCalendar.IsWorkingDay(Day("2027-01-01")));
        Assert.False(NoCalendar.IsWorkingDay(Day("2027-02-05")));
        Assert.False(NoCalendar.IsWorkingDay(Day("2027-02-21")));
        Assert.True(NoCalendar.IsWorkingDay(Day("2027-02-09")));
    }

    [Theory]
    [InlineData("1600-05-01")]
    [InlineData("2300-05-01")]
    public void Answers_even_beyond_the_lunar_tables(string day) => Assert.False(Loaded.IsWorkingDay(Day(day)));

    [Fact]
    public void Marks_a_date_that_ends_in_it()
    {
        var due = Loaded.Due(Day("2026-11-24"), Terms.Completion, "受理");

        Assert.Equal((Day("2027-01-23"), Day("2027-01-25")), (due.StrictDueOn, due.DueOn));
        Assert.True(due.Provisional);
        Assert.Equal("2027年放假安排还没有载入，按周末和法定节假日推算，载入后重算", due.Derivation.Single(line => line.Label == "暂定").Text);
    }

    [Fact]
    public void Marks_a_working_day_term_that_passes_through_it()
    {
        Assert.False(Loaded.Due(Day("2026-12-24"), WorkingDays(5), "收到").Provisional);
        Assert.True(Loaded.Due(Day("2026-12-25"), WorkingDays(5), "收到").Provisional);
    }

    [Fact]
    public void Before_the_first_file_is_provisional_too()
    {
        Assert.True(Loaded.Due(Day("2023-06-01"), Terms.Notice, "收到").Provisional);
        Assert.False(Loaded.Due(Day("2023-12-20"), Terms.Notice, "收到").Provisional);
        Assert.True(Loaded.Due(Day("2023-12-20"), WorkingDays(15), "收到").Provisional);
    }

    [Fact]
    public void Loading_it_moves_all_and_only_the_dates_that_touch_it()
    {
        var loaded = Loaded.With([YearFile(2027, "2027-01-01", "2027-01-25", "+2027-01-23")]);
        var facts = Enumerable.Range(0, 120).Select(offset => Loaded.Due(Day("2026-09-01").AddDays(offset), Terms.Completion, "受理").Facts).ToList();

        var moved = facts.Where(fact => fact.Project(Loaded, Terms.Default).DueOn != fact.Project(loaded, Terms.Default).DueOn).ToList();

        Assert.All(moved, fact => Assert.True(fact.Project(Loaded, Terms.Default).Provisional));
        // Accepted on 24, 25 and 26 November: the make-up Saturday takes the first, the new day off moves the other two.
        Assert.Equal([Day("2026-11-24"), Day("2026-11-25"), Day("2026-11-26")], moved.Where(fact => fact.From.Month == 11).Select(fact => fact.From));
        Assert.All(facts, fact => Assert.NotEqual(loaded.Version, fact.CalendarVersion));
        Assert.All(facts, fact => Assert.False(fact.Project(loaded, Terms.Default).Provisional));
    }

    [Theory]
    [InlineData("2026-11-24T08:00:00+08:00", false)]
    [InlineData("2026-12-14T23:59:59+08:00", false)]
    [InlineData("2026-12-15T00:00:00+08:00", true)]
    [InlineData("2027-03-01T08:00:00+08:00", true)]
    public void Raises_an_alarm_from_15_December(string now, bool alarm)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        var today = new LegalClock(time, Loaded, Terms.Default).Now().Date;

        var text = Loaded.MissingYearAlarm(today);

        Assert.Equal(alarm, text is not null);
        if (alarm) Assert.Contains("2027年", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Raises_an_alarm_as_soon_as_a_running_term_reaches_it()
    {
        Assert.Null(Loaded.MissingYearAlarm(Day("2026-11-24"), latestDueOn: Day("2026-12-31")));
        Assert.NotNull(Loaded.MissingYearAlarm(Day("2026-11-24"), latestDueOn: Day("2027-01-25")));
    }

    [Fact]
    public void The_alarm_stops_when_the_file_is_loaded()
    {
        var loaded = Loaded.With([YearFile(2027, "2027-01-01")]);

        Assert.Null(loaded.MissingYearAlarm(Day("2026-12-15"), latestDueOn: Day("2027-02-01")));
        Assert.Equal(Day("2027-12-31"), loaded.LoadedUntil);
    }
}
