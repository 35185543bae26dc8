using System.Text.Json.Serialization;

namespace Xinfang.Law;

/// <summary>How a term stands on a day. Derived, never stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TermState>))]
public enum TermState
{
    /// <summary>Less than three quarters used.</summary>
    Running,
    /// <summary>临期: three quarters used or more.</summary>
    DueSoon,
    /// <summary>Today is the last day.</summary>
    DueToday,
    /// <summary>超期: not done, and <see cref="DueDate.DueOn"/> has passed.</summary>
    Overdue,
    /// <summary>Done up to and including <see cref="DueDate.DueOn"/>.</summary>
    InTime,
    /// <summary>Done after <see cref="DueDate.DueOn"/>.</summary>
    Late,
}

/// <summary>One line of the sum, so that it can be checked with a wall calendar.</summary>
/// <param name="Label">从哪天, 第1天, 多少天, 不计入, 延期, 第60天, 遇周日, 最晚, 暂定 …</param>
/// <param name="Text">The line for people. When <paramref name="Date"/> is set it begins with <see cref="ChineseDates.Full"/> of it.</param>
/// <param name="Date">The date the line starts with, if it names one.</param>
public sealed record DerivationLine(string Label, string Text, DateOnly? Date = null);

/// <summary>
/// The facts a date is a projection of. This is what is stored; the date beside it is a copy that is projected
/// again when <see cref="CalendarVersion"/> is no longer the calendar's.
/// </summary>
/// <param name="Days">Set only where a letter sets the length (交办); otherwise the version in force on <paramref name="From"/> has it.</param>
public sealed record TermFacts(
    string Code, DateOnly From, string FromEvent, int ExtensionDays, int ExcludedDays, string CalendarVersion, int? Days = null)
{
    /// <summary>Counts again, with the term in force on the day of the event.</summary>
    /// <exception cref="KeyNotFoundException">No version of the term was in force on that day.</exception>
    public DueDate Project(LegalCalendar calendar, TermTable terms)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(terms);
        var term = terms.InForce(Code, From);
        return calendar.Due(From, Days is { } days ? term with { Days = days } : term, FromEvent, ExtensionDays, ExcludedDays);
    }
}

/// <summary>A statutory date with everything it was computed from. Made by <see cref="LegalCalendar.Due"/>.</summary>
public sealed record DueDate
{
    private readonly LegalCalendar _calendar;

    internal DueDate(
        LegalCalendar calendar, Term term, DateOnly from, string fromEvent, DateOnly firstDay,
        int extensionDays, int excludedDays, DateOnly strictDueOn, DateOnly dueOn)
    {
        _calendar = calendar;
        (Term, From, FromEvent, FirstDay) = (term, from, fromEvent, firstDay);
        (ExtensionDays, ExcludedDays, StrictDueOn, DueOn) = (extensionDays, excludedDays, strictDueOn, dueOn);
    }

    /// <summary>The version of the term that was counted.</summary>
    public Term Term { get; }

    /// <summary>The day of the event; not counted.</summary>
    public DateOnly From { get; }

    /// <summary>What happened on it: 受理.</summary>
    public string FromEvent { get; }

    /// <summary>Day 1.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Days added by extensions.</summary>
    public int ExtensionDays { get; }

    /// <summary>Days of a hearing, which do not count.</summary>
    public int ExcludedDays { get; }

    /// <summary>Days counted in all, of the term's kind: its length, the extension and the excluded days.</summary>
    public int Days => Term.Days + ExtensionDays + ExcludedDays;

    /// <summary>严格届满日: the last counted day, not rolled. Organs are warned and counted by it.</summary>
    public DateOnly StrictDueOn { get; }

    /// <summary>届满日: rolled to a working day. People are promised it; a breach begins the day after it.</summary>
    public DateOnly DueOn { get; }

    /// <summary>The last day was moved because it was a day off.</summary>
    public bool Rolled => DueOn != StrictDueOn;

    /// <summary>暂定: a day the calendar had to judge lies in a year whose notice is not out.</summary>
    public bool Provisional => ProvisionalYears().Any();

    /// <summary>Which calendar it was projected with.</summary>
    public string CalendarVersion => _calendar.Version;

    /// <summary>What to store.</summary>
    public TermFacts Facts => new(
        Term.Code, From, FromEvent, ExtensionDays, ExcludedDays, CalendarVersion,
        Term.SetByLetter ? Term.Days : null);

    /// <summary>The articles: of the term, of the roll where it rolled, and that the number is the district's where it is.</summary>
    public string Basis =>
        $"{Term.Basis}"
        + (Term.Policy ? $"；{Term.Name}期限{Term.Length}为本区设定" : "")
        + (Term.SetByLetter ? $"；期限{Term.Length}由{SetBy()}规定" : "")
        + (ExcludedDays > 0 ? $"；听证时间不计入依照{PetitionRegulations.RecheckHearing.Short}" : "")
        + (Rolled ? $"；期间末日顺延比照{CivilCode.LastDay}" : "");

    // Who has fixed the length of a term that no rule fixes.
    private string SetBy() => Term.Code == Terms.Redo.Code ? "复查、复核意见"
        : Term.Code == Terms.Enforcement.Code ? "落实计划或者协议"
        : Term.Code == Terms.Adoption.Code ? "答复书"
        : "交办函";

    /// <summary>The sum, line by line.</summary>
    public IReadOnlyList<DerivationLine> Derivation => Derive().ToList();

    /// <summary>Calendar days from this day to <see cref="DueOn"/>; negative once it has passed.</summary>
    public int RemainingDays(DateOnly today) => DueOn.DayNumber - today.DayNumber;

    /// <summary>Working days after this day up to and including <see cref="DueOn"/>; 0 once it has come.</summary>
    public int RemainingWorkingDays(DateOnly today) => _calendar.WorkingDaysBetween(today, DueOn);

    /// <summary>Days of the term's kind from the event up to and including this day.</summary>
    public int UsedDays(DateOnly on) =>
        on <= From ? 0
        : Term.Kind is DayKind.Calendar ? on.DayNumber - From.DayNumber
        : _calendar.WorkingDaysBetween(From, on);

    /// <summary>How the term stands.</summary>
    /// <param name="today">The date in Beijing.</param>
    /// <param name="doneOn">The day the act was done, if it was.</param>
    public TermState At(DateOnly today, DateOnly? doneOn = null) => doneOn switch
    {
        { } done => done <= DueOn ? TermState.InTime : TermState.Late,
        null when today > DueOn => TermState.Overdue,
        null when today == DueOn => TermState.DueToday,
        null when UsedDays(today) * 4 >= Days * 3 => TermState.DueSoon,
        null => TermState.Running,
    };

    /// <summary>The first day on which <see cref="At"/> says DueSoon, or DueOn where the term is too short for it.</summary>
    public DateOnly DueSoonFrom
    {
        get
        {
            var threeQuarters = (Days * 3 + 3) / 4;
            var day = Term.Kind is DayKind.Calendar ? From.AddDays(threeQuarters) : _calendar.NthWorkingDay(From, threeQuarters);
            return day < DueOn ? day : DueOn;
        }
    }

    /// <summary>Done, or still not done, after <see cref="StrictDueOn"/>: late for the appraisal, though a breach only after <see cref="DueOn"/>.</summary>
    public bool StrictlyLate(DateOnly today, DateOnly? doneOn = null) => (doneOn ?? today) > StrictDueOn;

    private IEnumerable<DerivationLine> Derive()
    {
        var working = Term.Kind is DayKind.Working;
        yield return new("从哪天", $"{ChineseDates.Full(From)}{FromEvent}", From);
        yield return new("第1天", $"{ChineseDates.Full(FirstDay)}，{FromEvent}当天不算", FirstDay);
        yield return new("多少天", working ? $"{Term.Length}，节假日不算，调休上班的算" : $"{Term.Length}，自然日，节假日也算");
        if (ExcludedDays > 0) yield return new("不计入", $"听证{ExcludedDays}天");
        if (ExtensionDays > 0) yield return new("延期", working ? $"{ExtensionDays}个工作日" : $"{ExtensionDays}日");
        if (working)
        {
            var skipped = StrictDueOn.DayNumber - From.DayNumber - Days;
            if (skipped > 0) yield return new("跳过", $"不上班的{skipped}天");
            var makeUp = DaysOfTerm().Where(_calendar.IsMakeUpDay).ToList();
            if (makeUp.Count > 0)
                yield return new("调休", $"{string.Join("、", makeUp.Select(day => $"{ChineseDates.MonthDay(day)}（{ChineseDates.Weekday(day)}）"))}上班，算{makeUp.Count}天");
        }
        yield return new($"第{Days}天", $"{ChineseDates.Full(StrictDueOn)}{(working || Rolled ? "" : "，上班日，不用顺延")}", StrictDueOn);
        if (Rolled) yield return new($"遇{_calendar.HolidayOn(StrictDueOn) ?? ChineseDates.Weekday(StrictDueOn)}", "顺延到下一个上班日");
        yield return new("最晚", ChineseDates.Full(DueOn), DueOn);
        if (ProvisionalYears().ToList() is { Count: > 0 } years)
            yield return new("暂定", $"{string.Join("、", years)}年放假安排还没有载入，按周末和法定节假日推算，载入后重算");
    }

    private IEnumerable<DateOnly> DaysOfTerm()
    {
        for (var day = From.AddDays(1); day <= StrictDueOn; day = day.AddDays(1)) yield return day;
    }

    // A calendar-day term asks the calendar about its last days only; a working-day term about each of its days.
    private IEnumerable<int> ProvisionalYears()
    {
        var judged = Term.Kind is DayKind.Working ? From.AddDays(1) : StrictDueOn;
        for (var year = judged.Year; year <= DueOn.Year; year++)
            if (_calendar.IsProvisional(new DateOnly(year, 1, 1))) yield return year;
    }
}
