using System.Globalization;

namespace Xinfang.Law;

/// <summary>Numerals as printed in the law: 八十五, 二百零三, 一千二百五十九.</summary>
public static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] Places = ["千", "百", "十", ""];

    /// <summary>Writes 0 to 9999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 0 to 9999.</exception>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        if (number == 0) return "零";

        var written = "";
        var gap = false;
        for (var (place, weight) = (0, 1000); place < 4; place++, weight /= 10)
        {
            var digit = number / weight % 10;
            if (digit == 0) { gap = written.Length > 0; continue; }
            written += (gap ? "零" : "") + Digits[digit] + Places[place];
            gap = false;
        }
        // 10 to 19 are 十…, not 一十….
        return number is >= 10 and < 20 ? written[1..] : written;
    }
}

/// <summary>Dates as people read them. Arabic digits, no leading zeros (GB/T 9704).</summary>
public static class ChineseDates
{
    private const string WeekdayNames = "日一二三四五六";

    /// <summary>2026年3月2日（周一）.</summary>
    public static string Full(DateOnly day) => $"{WithYear(day)}（{Weekday(day)}）";

    /// <summary>2026年3月2日.</summary>
    public static string WithYear(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{MonthDay(day)}");

    /// <summary>3月2日.</summary>
    public static string MonthDay(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");

    /// <summary>周一.</summary>
    public static string Weekday(DateOnly day) => $"周{WeekdayNames[(int)day.DayOfWeek]}";
}
