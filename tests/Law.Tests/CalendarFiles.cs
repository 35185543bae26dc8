using static Xinfang.Law.Tests.Given;

namespace Xinfang.Law.Tests;

public class CalendarFiles
{
    [Fact]
    public void Three_years_come_with_the_program()
    {
        Assert.Equal([2024, 2025, 2026], Loaded.Years.Order());
        Assert.Equal(Day("2026-12-31"), Loaded.LoadedUntil);
        Assert.Null(NoCalendar.LoadedUntil);
    }

    [Fact]
    public void An_empty_file_leaves_the_year_provisional()
    {
        var calendar = Loaded.With([YearFile(2027)]);

        Assert.True(calendar.IsProvisional(Day("2027-05-01")));
        Assert.Equal(Loaded, calendar);
    }

    [Fact]
    public void A_corrected_notice_replaces_its_year_and_changes_the_version()
    {
        var corrected = Loaded.With([YearFile(2026, "2026-01-01")]);

        Assert.True(corrected.IsWorkingDay(Day("2026-02-17")));
        Assert.NotEqual(Loaded.Version, corrected.Version);
        Assert.False(corrected.IsWorkingDay(Day("2025-10-01")));
    }

    [Fact]
    public void The_same_data_have_the_same_version()
    {
        var one = LegalCalendar.Load([YearFile(2027, "2027-01-01", "2027-02-05")]);
        var other = LegalCalendar.Load([YearFile(2027, "2027-02-05", "2027-01-01")]);

        Assert.Equal((one, one.Version, one.GetHashCode()), (other, other.Version, other.GetHashCode()));
    }

    [Fact]
    public void A_make_up_day_may_lie_in_the_year_before() =>
        Assert.True(LegalCalendar.Load([YearFile(2027, "+2026-12-26", "2027-01-01")]).IsMakeUpDay(Day("2026-12-26")));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"year":2027}""")]
    [InlineData("""{"year":2027,"days":[{"name":"元旦","date":"2027-13-01","isOffDay":true}]}""")]
    [InlineData("""{"year":2027,"days":[{"name":"元旦","date":"2027-01-01"}]}""")]
    [InlineData("""{"year":2027,"days":[{"name":"元旦","date":"2031-01-01","isOffDay":true}]}""")]
    public void A_malformed_file_is_not_half_read(string file) => Assert.Throws<InvalidDataException>(() => LegalCalendar.Load([Text(file)]));

    [Fact]
    public void A_year_or_a_day_cannot_come_twice()
    {
        Assert.Throws<InvalidDataException>(() => LegalCalendar.Load([YearFile(2027, "2027-01-01"), YearFile(2027, "2027-01-02")]));
        Assert.Throws<InvalidDataException>(() => LegalCalendar.Load([YearFile(2027, "2027-01-01", "2027-01-01")]));
    }
}
