using Xinfang.Testing;
using static Xinfang.Law.Tests.Given;

namespace Xinfang.Law.Tests;

/// <summary>Hand-worked dates over Spring Festival, National Day, make-up days, year ends and 29 February.</summary>
public class CountingDays
{
    [Theory, Rule("P-01"), Rule("P-02"), Rule("P-03")]
    [InlineData("2024-01-25", 15, "2024-02-09", "2024-02-09")]
    [InlineData("2024-01-25", 30, "2024-02-24", "2024-02-26")]
    [InlineData("2024-01-25", 60, "2024-03-25", "2024-03-25")]
    [InlineData("2024-09-16", 15, "2024-10-01", "2024-10-08")]
    [InlineData("2024-09-16", 30, "2024-10-16", "2024-10-16")]
    [InlineData("2024-09-16", 60, "2024-11-15", "2024-11-15")]
    [InlineData("2024-12-17", 15, "2025-01-01", "2025-01-02")]
    [InlineData("2024-12-17", 30, "2025-01-16", "2025-01-16")]
    [InlineData("2024-12-17", 60, "2025-02-15", "2025-02-17")]
    [InlineData("2025-01-20", 15, "2025-02-04", "2025-02-05")]
    [InlineData("2025-01-20", 30, "2025-02-19", "2025-02-19")]
    [InlineData("2025-01-20", 60, "2025-03-21", "2025-03-21")]
    [InlineData("2025-09-16", 15, "2025-10-01", "2025-10-09")]
    [InlineData("2025-09-16", 30, "2025-10-16", "2025-10-16")]
    [InlineData("2025-09-16", 60, "2025-11-15", "2025-11-17")]
    [InlineData("2026-02-09", 15, "2026-02-24", "2026-02-24")]
    [InlineData("2026-02-09", 30, "2026-03-11", "2026-03-11")]
    [InlineData("2026-02-09", 60, "2026-04-10", "2026-04-10")]
    [InlineData("2026-04-16", 15, "2026-05-01", "2026-05-06")]
    [InlineData("2026-04-16", 30, "2026-05-16", "2026-05-18")]
    [InlineData("2026-04-16", 60, "2026-06-15", "2026-06-15")]
    [InlineData("2026-09-25", 15, "2026-10-10", "2026-10-10")]
    [InlineData("2026-09-25", 30, "2026-10-25", "2026-10-26")]
    [InlineData("2026-09-25", 60, "2026-11-24", "2026-11-24")]
    [InlineData("2026-03-11", 60, "2026-05-10", "2026-05-11")]
    [InlineData("2024-02-14", 15, "2024-02-29", "2024-02-29")]
    [InlineData("2024-01-30", 30, "2024-02-29", "2024-02-29")]
    [InlineData("2025-02-13", 15, "2025-02-28", "2025-02-28")]
    [InlineData("2026-09-17", 30, "2026-10-17", "2026-10-19")]
    public void A_term_of_calendar_days(string from, int days, string strict, string due)
    {
        var counted = Loaded.Due(Day(from), CalendarDays(days), "收到");

        Assert.Equal((Day(strict), Day(due)), (counted.StrictDueOn, counted.DueOn));
        Assert.False(counted.Provisional);
    }

    [Theory, Rule("P-06")]
    [InlineData("2024-01-25", "2024-02-01", "2024-02-07")]
    [InlineData("2024-09-16", "2024-09-24", "2024-09-30")]
    [InlineData("2024-12-17", "2024-12-24", "2024-12-31")]
    [InlineData("2025-01-20", "2025-01-26", "2025-02-08")]
    [InlineData("2025-09-16", "2025-09-23", "2025-09-29")]
    [InlineData("2026-02-09", "2026-02-14", "2026-02-28")]
    [InlineData("2026-04-16", "2026-04-23", "2026-04-30")]
    [InlineData("2026-09-25", "2026-10-09", "2026-10-15")]
    public void A_term_of_working_days(string from, string five, string ten)
    {
        Assert.Equal(Day(five), Loaded.Due(Day(from), WorkingDays(5), "收到").DueOn);
        Assert.Equal(Day(ten), Loaded.Due(Day(from), WorkingDays(10), "收到").DueOn);
    }

    [Fact, Rule("A-14")]
    public void A_petition_received_on_Friday_and_registered_on_Monday_counts_from_Friday()
    {
        var due = Loaded.Due(Day("2026-03-06"), Terms.Forwarding, "收到");

        Assert.Equal((Day("2026-03-07"), Day("2026-03-21"), Day("2026-03-23")), (due.FirstDay, due.StrictDueOn, due.DueOn));
    }

    [Fact, Rule("A-23")]
    public void The_fifth_working_day_to_contest_may_be_a_make_up_Sunday()
    {
        var due = Loaded.Due(Day("2025-01-20"), Terms.Contest, "收到");

        Assert.Equal(Day("2025-01-26"), due.DueOn);
        Assert.Equal(TermState.DueToday, due.At(Day("2025-01-26")));
        Assert.Equal(TermState.Overdue, due.At(Day("2025-01-27")));
    }

    [Fact, Rule("A-42")]
    public void A_reply_served_on_17_September_can_be_taken_to_review_until_19_October() =>
        Assert.Equal(Day("2026-10-19"), Loaded.Due(Day("2026-09-17"), Terms.ReviewRequest, "您签收").DueOn);

    [Fact, Rule("A-45")]
    public void A_hearing_of_four_days_makes_a_recheck_thirty_four_days()
    {
        var due = Loaded.Due(Day("2026-03-26"), Terms.Recheck, "收到申请", excludedDays: 4);

        Assert.Equal((34, Day("2026-04-29")), (due.Days, due.DueOn));
    }

    [Fact, Rule("A-39")]
    public void An_extension_is_counted_from_acceptance_and_rolled_once()
    {
        // Day 60 is Sunday 10 May; the extension starts from there and not from Monday.
        var due = Loaded.Due(Day("2026-03-11"), Terms.Completion, "受理", extensionDays: 30);

        Assert.Equal((Day("2026-06-09"), Day("2026-06-09")), (due.StrictDueOn, due.DueOn));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public void Days_are_never_taken_away(int extension, int excluded) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Loaded.Due(Day("2026-03-11"), Terms.Completion, "受理", extension, excluded));

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_its_working_days(int year, int days) =>
        Assert.Equal(days, Loaded.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Theory]
    [InlineData("2024-02-04"), InlineData("2024-02-18"), InlineData("2024-04-07"), InlineData("2024-04-28")]
    [InlineData("2024-05-11"), InlineData("2024-09-14"), InlineData("2024-09-29"), InlineData("2024-10-12")]
    [InlineData("2025-01-26"), InlineData("2025-02-08"), InlineData("2025-04-27"), InlineData("2025-09-28"), InlineData("2025-10-11")]
    [InlineData("2026-01-04"), InlineData("2026-02-14"), InlineData("2026-02-28"), InlineData("2026-05-09"), InlineData("2026-09-20"), InlineData("2026-10-10")]
    public void A_make_up_day_is_a_working_day(string day) => Assert.True(Loaded.IsMakeUpDay(Day(day)));
}
