using System.Globalization;
using Xinfang.Law;
using Xinfang.Portal.Api;

namespace Xinfang.Portal.Desk.Insight;

/// <summary>Of what days and whose figures a page shows; read from its address and written into the addresses it leads to.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">The first day after it.</param>
/// <param name="Basis">Received, Registered or Exchanged.</param>
/// <param name="Organ">Null: the whole district, or the reader's own organ.</param>
public sealed record FigurePeriod(DateOnly From, DateOnly Until, string Basis, string? Organ)
{
    /// <summary>Which of a petition's days.</summary>
    public static IReadOnlyList<Choice> Bases { get; } = [new("Received", "信访日期"), new("Registered", "登记日期"), new("Exchanged", "交换日期")];

    /// <summary>What one chooses among.</summary>
    public static IReadOnlyList<Choice> Choices { get; } = [new("month", "本月"), new("quarter", "本季度"), new("year", "今年"), new("last-year", "去年"), new("chosen", "自选月份")];

    /// <summary>From an address.</summary>
    /// <param name="ask">A value of the address.</param>
    /// <param name="today">Today.</param>
    /// <param name="seesAll">May choose an organ.</param>
    public static FigurePeriod Read(Func<string, string> ask, DateOnly today, bool seesAll)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var basis = Bases.FirstOrDefault(each => each.Code == ask("basis"))?.Code ?? Bases[0].Code;
        var (from, until) = ask("period") switch
        {
            "chosen" when Month(ask("first")) is { } first && Month(ask("last")) is { } last => first <= last ? (first, last.AddMonths(1)) : (last, first.AddMonths(1)),
            { Length: > 0 } choice when Of(choice, today) is { } known => known,
            _ => Day(ask("from")) is { } a && Day(ask("until")) is { } b ? (a, b) : Of("year", today)!.Value,
        };
        return new(from, until, basis, seesAll && ask("organ") is { Length: > 0 } organ ? organ : null);
    }

    /// <summary>Whole months.</summary>
    public bool IsMonths => From.Day == 1 && Until.Day == 1 && From < Until;

    /// <summary>The last month in it.</summary>
    public DateOnly LastMonth => new(Until.AddDays(-1).Year, Until.AddDays(-1).Month, 1);

    /// <summary>信访日期.</summary>
    public string BasisName => NameOf(Basis);

    public static string NameOf(string basis) => Bases.FirstOrDefault(each => each.Code == basis)?.Name ?? basis;

    /// <summary>Which of the choices it is; empty for other days.</summary>
    public string ChoiceOn(DateOnly today) => Choices.FirstOrDefault(each => Of(each.Code, today) == (From, Until))?.Code ?? (IsMonths ? "chosen" : "");

    /// <summary>The question for the service and for the next page, with what else is asked.</summary>
    public string Query(params IEnumerable<(string Name, object? Value)> more)
    {
        var own = new (string Name, object? Value)[] { ("from", From.ToString("O", CultureInfo.InvariantCulture)), ("until", Until.ToString("O", CultureInfo.InvariantCulture)), ("basis", Basis), ("organ", Organ) };
        var others = more.ToList();
        return IntakeClient.Query([.. own.Where(each => others.TrueForAll(other => other.Name != each.Name)), .. others]);
    }

    /// <summary>2026年第一季度, 2026年1月至4月, 2026年3月5日至3月9日.</summary>
    public string Words => !IsMonths ? OfDays(Until.AddDays(-1))
        : From.Month == 1 && From.AddYears(1) == Until ? $"{From.Year}年"
        : From.Month % 3 == 1 && From.AddMonths(3) == Until ? $"{From.Year}年第{"一二三四"[From.Month / 3]}季度"
        : LastMonth == From ? $"{From.Year}年{From.Month}月"
        : $"{From.Year}年{From.Month}月至{(LastMonth.Year == From.Year ? "" : $"{LastMonth.Year}年")}{LastMonth.Month}月";

    private string OfDays(DateOnly last) => From >= last ? ChineseDates.WithYear(From) : $"{ChineseDates.WithYear(From)}至{(last.Year == From.Year ? ChineseDates.MonthDay(last) : ChineseDates.WithYear(last))}";

    private static (DateOnly From, DateOnly Until)? Of(string choice, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return choice switch
        {
            "month" => (month, month.AddMonths(1)),
            "quarter" => (month.AddMonths(-((month.Month - 1) % 3)), month.AddMonths(1)),
            "year" => (new(today.Year, 1, 1), month.AddMonths(1)),
            "last-year" => (new(today.Year - 1, 1, 1), new(today.Year, 1, 1)),
            _ => null,
        };
    }

    private static DateOnly? Month(string text) => Day(text + "-01");

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100 ? day : null;
}
