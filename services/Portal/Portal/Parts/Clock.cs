using System.Globalization;
using Xinfang.Law;

namespace Xinfang.Portal.Parts;

/// <summary>What a page may ask the clock: today's date for its head, and how to write a time of day. Terms come from the services.</summary>
public sealed class Clock(LegalClock clock)
{
    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The date in Beijing.</summary>
    public DateOnly Today => clock.Now().Date;

    /// <summary>演练时间: the day has been moved forward for a rehearsal.</summary>
    public bool Rehearsing => clock.MovedDays > 0;

    /// <summary>9:42, in Beijing.</summary>
    public static string TimeOfDay(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Beijing).ToString("H:mm", CultureInfo.InvariantCulture);
}
