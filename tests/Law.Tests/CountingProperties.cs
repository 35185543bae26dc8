using CsCheck;
using Xinfang.Testing;
using static Xinfang.Law.Tests.Given;

namespace Xinfang.Law.Tests;

/// <summary>What holds for every date, length and kind, over loaded and provisional years.</summary>
public class CountingProperties
{
    private const int Times = 2000;

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 6 * 365].Select(new DateOnly(2023, 1, 1).AddDays);
    private static readonly Gen<Term> AnyTerm = Gen.Select(Gen.Int[1, 90], Gen.Bool, (days, working) => working ? WorkingDays(days) : CalendarDays(days));
    private static readonly Gen<LegalCalendar> Calendars = Gen.OneOf(Loaded, NoCalendar, Loaded.With([YearFile(2027, "2027-01-01", "+2027-01-02", "2027-02-08")]));

    private static readonly Gen<DueDate> Dues = Gen.Select(
        Calendars, Days, AnyTerm, Gen.Int[0, 30], Gen.Int[0, 10],
        (calendar, from, term, extension, excluded) => calendar.Due(from, term, "受理", extension, excluded));

    private static readonly Gen<(LegalCalendar Calendar, DueDate Due)> CalendarsAndDues = Gen.Select(
        Calendars, Days, AnyTerm, (calendar, from, term) => (calendar, calendar.Due(from, term, "受理")));

    [Fact]
    public void The_strict_date_is_never_after_the_date() => Dues.Sample(due => due.StrictDueOn <= due.DueOn, iter: Times);

    [Fact, Rule("P-02")]
    public void The_date_is_a_working_day_and_the_roll_skips_only_days_off() => CalendarsAndDues.Sample(given =>
    {
        var (calendar, due) = given;
        Assert.True(calendar.IsWorkingDay(due.DueOn));
        for (var day = due.StrictDueOn; day < due.DueOn; day = day.AddDays(1)) Assert.False(calendar.IsWorkingDay(day));
    }, iter: Times);

    [Fact, Rule("P-01")]
    public void The_first_day_is_never_counted() => Dues.Sample(due => due.FirstDay > due.From && due.UsedDays(due.From) == 0, iter: Times);

    [Fact, Rule("P-03")]
    public void The_strict_date_is_the_last_counted_day() => Dues.Sample(due => due.UsedDays(due.StrictDueOn) == due.Days, iter: Times);

    [Fact]
    public void A_longer_term_never_ends_earlier() => Gen.Select(Calendars, Days, AnyTerm).Sample((calendar, from, term) =>
    {
        var longer = term with { Days = term.Days + 1 };
        Assert.True(calendar.Due(from, term, "").StrictDueOn < calendar.Due(from, longer, "").StrictDueOn);
        Assert.True(calendar.Due(from, term, "").DueOn <= calendar.Due(from, longer, "").DueOn);
    }, iter: Times);

    [Fact]
    public void A_later_event_never_ends_a_term_earlier() => Gen.Select(Calendars, Days, AnyTerm).Sample((calendar, from, term) =>
        calendar.Due(from, term, "").DueOn <= calendar.Due(from.AddDays(1), term, "").DueOn, iter: Times);

    [Fact]
    public void Extension_and_length_are_the_same_days() => Gen.Select(Calendars, Days, AnyTerm, Gen.Int[1, 30]).Sample((calendar, from, term, extra) =>
        calendar.Due(from, term, "", extensionDays: extra).DueOn == calendar.Due(from, term with { Days = term.Days + extra }, "").DueOn, iter: Times);

    [Fact]
    public void Working_days_are_what_counting_by_hand_gives() => Gen.Select(Calendars, Days, Gen.Int[1, 60]).Sample((calendar, from, days) =>
    {
        var due = calendar.Due(from, WorkingDays(days), "");
        var byHand = Enumerable.Range(1, due.StrictDueOn.DayNumber - from.DayNumber).Select(from.AddDays).Count(calendar.IsWorkingDay);
        Assert.Equal(days, byHand);
        Assert.False(due.Rolled);
    }, iter: Times);

    [Fact]
    public void The_derivation_adds_up_to_the_date() => Dues.Sample(due =>
    {
        var lines = due.Derivation.ToLookup(line => line.Label);
        int Number(string label) => lines[label].Select(line => int.Parse(string.Concat(line.Text.Where(char.IsAsciiDigit)), null)).FirstOrDefault();

        var length = int.Parse(string.Concat(lines["多少天"].Single().Text.TakeWhile(char.IsAsciiDigit)), null);
        var days = length + Number("不计入") + Number("延期");
        var last = lines["从哪天"].Single().Date!.Value.AddDays(days + Number("跳过"));
        Assert.Equal(due.StrictDueOn, last);
        Assert.Equal(due.StrictDueOn, lines[$"第{days}天"].Single(line => line.Date is not null && line.Date == last).Date);
        Assert.Equal(due.DueOn, lines["最晚"].Single().Date);
        Assert.Equal(due.Rolled, due.Derivation.Any(line => line.Label.StartsWith('遇')));
    }, iter: Times);

    [Fact]
    public void A_line_with_a_date_begins_with_it() => Dues.Sample(due =>
        due.Derivation.All(line => line.Date is not { } day || line.Text.StartsWith(ChineseDates.Full(day), StringComparison.Ordinal)), iter: Times);

    [Fact]
    public void What_is_stored_projects_to_the_same_date() => Gen.Select(Calendars, Days, Gen.OneOf(Terms.Default.All.ToArray()), Gen.Int[0, 30])
        .Sample((calendar, from, term, extension) =>
        {
            var due = calendar.Due(from, term, "受理", extension);
            Assert.Equal(due, due.Facts.Project(calendar, Terms.Default));
        }, iter: Times);

    [Fact]
    public void A_state_is_overdue_exactly_after_the_date() => Gen.Select(Dues, Gen.Int[-20, 150]).Sample((due, offset) =>
    {
        var today = due.From.AddDays(offset);
        Assert.Equal(today > due.DueOn, due.At(today) is TermState.Overdue);
        Assert.Equal(today == due.DueOn, due.At(today) is TermState.DueToday);
        Assert.Equal(today > due.DueOn, due.At(DateOnly.MaxValue, doneOn: today) is TermState.Late);
        Assert.Equal(today >= due.DueSoonFrom && today < due.DueOn, due.At(today) is TermState.DueSoon);
    }, iter: Times);
}
