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
        Assert.Contains(lines[$"第{days}天"], line => line.Date == last);
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
    public void A_further_holiday_never_makes_a_date_earlier_and_a_make_up_day_never_later() => Gen.Select(Days, AnyTerm, Gen.Int[0, 150], Gen.Bool).Sample((from, term, offset, off) =>
    {
        var day = from.AddDays(offset);
        var before = Loaded.Due(from, term, "");
        var after = Changed(Loaded, day, off).Due(from, term, "");
        Assert.True(off ? after.DueOn >= before.DueOn && after.StrictDueOn >= before.StrictDueOn : after.DueOn <= before.DueOn && after.StrictDueOn <= before.StrictDueOn);
        if (term.Kind is DayKind.Calendar) Assert.Equal(before.StrictDueOn, after.StrictDueOn);
    }, iter: 500);

    [Fact]
    public void Only_dates_that_the_changed_day_concerns_move() => Gen.Select(Days, AnyTerm, Gen.Int[-30, 150], Gen.Bool).Sample((from, term, offset, off) =>
    {
        var day = from.AddDays(offset);
        var before = Loaded.Due(from, term, "");
        var after = Changed(Loaded, day, off).Due(from, term, "");
        var concerns = term.Kind is DayKind.Working ? day > from && day <= before.DueOn || day > from && day <= after.DueOn : day >= before.StrictDueOn && (day <= before.DueOn || day <= after.DueOn);
        if (!concerns) Assert.Equal((before.StrictDueOn, before.DueOn), (after.StrictDueOn, after.DueOn));
    }, iter: 500);

    [Fact]
    public void Extensions_of_any_sizes_end_on_one_date_that_is_rolled_once() => Gen.Select(Days, Gen.Int[0, 15], Gen.Int[0, 15]).Sample((from, one, two) =>
        Assert.Equal(from.AddDays(60 + one + two), Loaded.Due(from, Terms.Completion, "受理", one + two).StrictDueOn), iter: Times);

    [Fact]
    public void Looking_into_the_prefix_sums_gives_what_counting_day_by_day_gives() => Gen.Select(Calendars, Days, Gen.Int[0, 400]).Sample((calendar, from, days) =>
    {
        var until = from.AddDays(days);
        Assert.Equal(Enumerable.Range(1, days).Count(n => calendar.IsWorkingDay(from.AddDays(n))), calendar.WorkingDaysBetween(from, until));
        Assert.Equal(Enumerable.Range(0, 60).Select(until.AddDays).First(calendar.IsWorkingDay), calendar.WorkingDayFrom(until));
    }, iter: Times);

    [Fact]
    public void The_warning_begins_on_the_first_day_that_is_due_soon() => Dues.Sample(due =>
    {
        var first = Enumerable.Range(0, due.DueOn.DayNumber - due.From.DayNumber + 1).Select(due.From.AddDays).First(day => day >= due.DueOn || due.UsedDays(day) * 4 >= due.Days * 3);
        Assert.Equal(first, due.DueSoonFrom);
    }, iter: Times);

    /// <summary>The loaded calendar with one day of another kind.</summary>
    private static LegalCalendar Changed(LegalCalendar calendar, DateOnly day, bool off)
    {
        var (iso, kind) = (day.ToString("O", System.Globalization.CultureInfo.InvariantCulture), off ? "true" : "false");
        var years = calendar.Write().Select(year => System.Text.RegularExpressions.Regex.Replace(year, $"{{[^{{}}]*\"{iso}\"[^{{}}]*}},?", "").Replace(",]", "]", StringComparison.Ordinal)).ToList();
        var at = years.FindIndex(year => year.Contains($"\"year\":{day.Year},", StringComparison.Ordinal));
        if (at < 0) return calendar; // a year without a notice stays provisional
        years[at] = years[at].Replace("\"days\":[", $"\"days\":[{{\"name\":\"示例\",\"date\":\"{iso}\",\"isOffDay\":{kind}}},", StringComparison.Ordinal);
        return LegalCalendar.Read(years);
    }

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
