namespace Xinfang.Insight.Api.Measures;

/// <summary>Which of a petition's days a period means (live systems offer all three).</summary>
internal enum Basis
{
    /// <summary>信访日期.</summary>
    Received,

    /// <summary>登记日期.</summary>
    Registered,

    /// <summary>交换日期: first forwarded or assigned.</summary>
    Exchanged,
}

/// <summary>Half open: the last day is not included.</summary>
internal readonly record struct Period(DateOnly From, DateOnly Until, Basis Basis = Basis.Received)
{
    /// <summary>Whole months are read from the counted cells; anything else is counted from the petitions.</summary>
    public bool IsMonths => From.Day == 1 && Until.Day == 1;

    /// <summary>The period of the same length before: of whole months so many months, else so many days.</summary>
    public Period Before => IsMonths ? this with { From = From.AddMonths(-MonthCount), Until = From } : this with { From = From.AddDays(From.DayNumber - Until.DayNumber), Until = From };

    /// <summary>同期: a year earlier.</summary>
    public Period YearBefore => this with { From = From.AddYears(-1), Until = Until.AddYears(-1) };

    private int MonthCount => ((Until.Year - From.Year) * 12) + Until.Month - From.Month;
}

/// <summary>Whose figures: null counts the whole district.</summary>
/// <param name="Organ">Those of one organ.</param>
/// <param name="Dimension">Within it, what it is counted by; null for one total.</param>
internal readonly record struct Scope(string? Organ = null, Dimension? Dimension = null);

/// <summary>What petitions are counted by.</summary>
internal enum Dimension { Channel, Street, Category, Content, Organ }
