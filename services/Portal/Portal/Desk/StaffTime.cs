using System.Globalization;

namespace Xinfang.Portal.Desk;

/// <summary>A time of day as staff type it: 1430, 14:30, 9:05. In Beijing.</summary>
internal static class StaffTime
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static TimeOnly? Read(string text)
    {
        var typed = text.Trim().Replace('：', ':');
        if (typed.Length is 3 or 4 && typed.All(char.IsAsciiDigit)) typed = $"{typed[..^2]}:{typed[^2..]}";
        return TimeOnly.TryParseExact(typed, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    /// <summary>14:30.</summary>
    public static string Of(DateTimeOffset at) => at.ToOffset(Beijing).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static DateTimeOffset? At(DateOnly? day, TimeOnly? time) => day is { } on && time is { } at ? new DateTimeOffset(on.ToDateTime(at), Beijing) : null;
}
