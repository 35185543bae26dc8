using System.Collections.Frozen;

namespace Xinfang.Law;

/// <summary>One reading of the clock, taken once per act and handed to the domain as a value.</summary>
/// <param name="At">The instant.</param>
/// <param name="Calendar">The calendar in use.</param>
/// <param name="Terms">The periods by effective date.</param>
/// <param name="Known">Calendars that are or were in use, by version.</param>
public readonly record struct Moment(DateTimeOffset At, LegalCalendar Calendar, TermTable Terms, IReadOnlyDictionary<string, LegalCalendar>? Known = null)
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

    /// <summary>The calendar that a date was projected with; the one in use when it is no longer known.</summary>
    public LegalCalendar CalendarOf(string version) => Known is not null && Known.TryGetValue(version, out var calendar) ? calendar : Calendar;

    /// <summary>The term as people and programs read it, as of today.</summary>
    public TermView View(DueDate due, DateOnly? doneOn = null) => TermView.Of(due, Date, doneOn, Calendar);

    /// <summary>The date in Beijing of an instant.</summary>
    public static DateOnly DateIn(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Beijing).DateTime);
}

/// <summary>
/// The only thing that reads time. Its calendar can be corrected while it runs, and in a rehearsal its day can be moved forward;
/// tokens, timers and other technical times do not come from here and stay as they are.
/// </summary>
public sealed class LegalClock(TimeProvider time, LegalCalendar calendar, TermTable terms) : IDisposable
{
    private readonly Lock _changing = new();
    private Reading _now = new(calendar, 0, FrozenDictionary<string, LegalCalendar>.Empty.With(calendar));
    private CancellationTokenSource _change = new();

    /// <summary>The calendar in use.</summary>
    public LegalCalendar Calendar => Volatile.Read(ref _now).Calendar;

    /// <summary>Days by which a rehearsal has moved the day; 0 in earnest.</summary>
    public int MovedDays => Volatile.Read(ref _now).MovedDays;

    /// <summary>Cancelled at the next correction of the calendar or move of the day; ask again after that.</summary>
    public CancellationToken NextChange
    {
        get
        {
            lock (_changing) return _change.Token;
        }
    }

    /// <summary>Reads the clock; call it once per act.</summary>
    public Moment Now()
    {
        var now = Volatile.Read(ref _now);
        return new(time.GetUtcNow().AddDays(now.MovedDays), now.Calendar, terms, now.Known);
    }

    /// <summary>Counts with this calendar from now on; earlier ones stay known, because what is done keeps its dates.</summary>
    /// <returns>False when it is the one in use.</returns>
    public bool Use(LegalCalendar corrected) => Change(now => now.Calendar.Equals(corrected) ? null : now with { Calendar = corrected, Known = now.Known.With(corrected) });

    /// <summary>A calendar that was in use before this process started.</summary>
    public void Remember(LegalCalendar earlier) => Change(now => now.Known.ContainsKey(earlier.Version) ? null : now with { Known = now.Known.With(earlier) }, tell: false);

    /// <summary>Moves the day of a rehearsal. It never goes back: what has been recorded has been recorded.</summary>
    /// <param name="days">From the real day.</param>
    /// <returns>False when the day is already that far.</returns>
    public bool MoveTo(int days) => Change(now => days <= now.MovedDays ? null : now with { MovedDays = days });

    /// <inheritdoc/>
    public void Dispose() => _change.Dispose();

    private bool Change(Func<Reading, Reading?> change, bool tell = true)
    {
        CancellationTokenSource told;
        lock (_changing)
        {
            if (change(_now) is not { } next) return false;
            Volatile.Write(ref _now, next);
            if (!tell) return true;
            (told, _change) = (_change, new());
        }
        told.Cancel();
        told.Dispose();
        return true;
    }

    private sealed record Reading(LegalCalendar Calendar, int MovedDays, FrozenDictionary<string, LegalCalendar> Known);
}

internal static class KnownCalendars
{
    public static FrozenDictionary<string, LegalCalendar> With(this FrozenDictionary<string, LegalCalendar> known, LegalCalendar calendar) =>
        known.Values.Append(calendar).DistinctBy(each => each.Version).ToFrozenDictionary(each => each.Version);
}
