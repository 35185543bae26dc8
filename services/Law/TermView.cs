namespace Xinfang.Law;

/// <summary>A term on the wire: every date in an HTTP answer has this shape, and pages only format it.</summary>
/// <param name="Code">Which term.</param>
/// <param name="Name">What must be done: 作出处理意见.</param>
/// <param name="Days">Counted in all: length, extension and excluded days.</param>
/// <param name="Kind">Which days count.</param>
/// <param name="From">The day of the event.</param>
/// <param name="FromEvent">What happened on it.</param>
/// <param name="StrictDueOn">Not rolled; for organs.</param>
/// <param name="DueOn">Rolled; for people.</param>
/// <param name="Provisional">暂定.</param>
/// <param name="Policy">本区设定.</param>
/// <param name="State">As of the day of the answer.</param>
/// <param name="DoneOn">When it was done, if it was.</param>
/// <param name="UsedDays">Of the term's kind, up to the day of the answer or of doing it; the ruler's filled part.</param>
/// <param name="RemainingDays">Of the term's kind, 0 on the last day and when done; when overdue the calendar days since, negative.</param>
/// <param name="RemainingText">还剩24天, 还剩3个工作日, 今天, 超2天, 按期，用6天.</param>
/// <param name="Basis">The articles, for people.</param>
/// <param name="Derivation">The sum.</param>
public sealed record TermView(
    string Code, string Name, int Days, DayKind Kind, DateOnly From, string FromEvent,
    DateOnly StrictDueOn, DateOnly DueOn, bool Provisional, bool Policy,
    TermState State, DateOnly? DoneOn, int UsedDays, int RemainingDays, string RemainingText,
    string Basis, IReadOnlyList<DerivationLine> Derivation)
{
    /// <summary>The view of a term on a day.</summary>
    /// <param name="due">The date.</param>
    /// <param name="today">The date in Beijing.</param>
    /// <param name="doneOn">The day the act was done, if it was.</param>
    /// <param name="calendar">Counts the remaining working days; the calendar in use now, where the date may be an older projection.</param>
    public static TermView Of(DueDate due, DateOnly today, DateOnly? doneOn, LegalCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(due);
        ArgumentNullException.ThrowIfNull(calendar);
        var working = due.Term.Kind is DayKind.Working;
        var state = due.At(today, doneOn);
        var used = due.UsedDays(doneOn ?? today);
        var remaining = state switch
        {
            TermState.InTime or TermState.Late or TermState.DueToday => 0,
            TermState.Overdue => due.RemainingDays(today),
            _ => working ? calendar.WorkingDaysBetween(today, due.DueOn) : due.RemainingDays(today),
        };
        var unit = working ? "个工作日" : "天";
        var text = state switch
        {
            TermState.InTime => used == 0 ? "按期，当天" : $"按期，用{used}{unit}",
            TermState.Late => $"超{-due.RemainingDays(doneOn ?? today)}天，用{used}{unit}",
            TermState.Overdue => $"超{-remaining}天",
            TermState.DueToday => "今天",
            _ => $"还剩{remaining}{unit}",
        };
        return new TermView(
            due.Term.Code, due.Term.Name, due.Days, due.Term.Kind, due.From, due.FromEvent,
            due.StrictDueOn, due.DueOn, due.Provisional, due.Term.Policy,
            state, doneOn, used, remaining, text, due.Basis, due.Derivation);
    }
}
