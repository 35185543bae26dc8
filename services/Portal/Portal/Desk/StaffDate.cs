using System.Globalization;

namespace Xinfang.Portal.Desk;

/// <summary>A day as staff type it: 0415, -2, 2026-04-15, 2026年4月15日.</summary>
internal static class StaffDate
{
    public const string Hint = "可以打0415，或者-2（两天前）";

    private static readonly string[] Formats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    public static DateOnly? Read(string typed, DateOnly today)
    {
        var text = typed.Trim();
        if (text is "0" or "今天") return today;
        if (text is ['-', ..] && int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var back) && back < 10000) return today.AddDays(-back);
        if (text.Length == 4 && DateOnly.TryParseExact($"{today.Year}{text}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        return DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? day : null;
    }

    public static string Write(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
