namespace Xinfang.Law;

/// <summary>One reading of the clock, taken once per act and handed to the domain as a value.</summary>
public readonly record struct Moment(DateTimeOffset At, LegalCalendar Calendar, TermTable Terms)
{
    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The date in Beijing.</summary>
    public DateOnly Date => DateIn(At);

    /// <summary>A term that starts today.</summary>
    /// <param name="code">Looked up in the version in force today.</param>
    /// <param name="fromEvent">What happened, for the derivation: 受理.</param>
    public DueDate Due(string code, string fromEvent) => Due(Date, code, fromEvent);

    /// <summary>
    /// A term that starts today, in the version of its code in force today. A term whose length a letter sets
    /// (<c>Terms.AssignmentReport with { Days = 45 }</c>) is taken as it stands.
    /// </summary>
    public DueDate Due(Term term, string fromEvent) => Due(Date, term, fromEvent);

    /// <summary>A term that started on an earlier day, in the version in force on that day.</summary>
    public DueDate Due(DateOnly from, string code, string fromEvent, int extensionDays = 0, int excludedDays = 0) =>
        Calendar.Due(from, Terms.InForce(code, from), fromEvent, extensionDays, excludedDays);

    /// <inheritdoc cref="Due(Term, string)"/>
    public DueDate Due(DateOnly from, Term term, string fromEvent, int extensionDays = 0, int excludedDays = 0) =>
        Calendar.Due(from, term.SetByLetter ? term : Terms.Find(term.Code, from) ?? term, fromEvent, extensionDays, excludedDays);

    /// <summary>The term as people and programs read it, as of today.</summary>
    public TermView View(DueDate due, DateOnly? doneOn = null) => TermView.Of(due, Date, doneOn, Calendar);

    /// <summary>The date in Beijing of an instant.</summary>
    public static DateOnly DateIn(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Beijing).DateTime);
}

/// <summary>The only thing that reads time.</summary>
public sealed class LegalClock(TimeProvider time, LegalCalendar calendar, TermTable terms)
{
    /// <summary>Reads the clock; call it once per act.</summary>
    public Moment Now() => new(time.GetUtcNow(), calendar, terms);
}
