using Xinfang.Law;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>How soon a warning must be taken. 本区设定, not law: the Regulation says at once (art. 25) and no number.</summary>
internal static class WarningTerms
{
    /// <summary>Told → somebody has taken it.</summary>
    public static readonly Term Taking = Of("warning-taking", 2);

    /// <summary>The same for an urgent petition that lies.</summary>
    public static readonly Term TakingUrgent = Of("warning-taking-urgent", 1);

    /// <summary>The term of a warning, from the day on which its bell rings.</summary>
    public static DueDate Due(Moment now, WarningRule rule, DateTimeOffset bell) => now.Due(Moment.DateIn(bell), rule is WarningRule.UrgentUnrouted ? TakingUrgent : Taking, "预警");

    private static Term Of(string code, int days) => new(code, "接手预警", days, DayKind.Working, InsightLaw.Warning, PetitionRegulations.InForceFrom, Policy: true);
}

/// <summary>静默时段: nobody is rung out of bed for a figure. What is urgent rings at once. 本区设定.</summary>
internal static class QuietHours
{
    /// <summary>Hours of the day in Beijing.</summary>
    public const int From = 22, Until = 7;

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>Now, or at seven of the next morning on which the office works.</summary>
    public static DateTimeOffset BellAt(Moment now, WarningRule rule)
    {
        var hour = now.At.ToOffset(Beijing).Hour;
        if (rule is WarningRule.UrgentUnrouted || hour is >= Until and < From) return Whole(now.At);
        var day = now.Calendar.WorkingDayFrom(hour >= From ? now.Date.AddDays(1) : now.Date);
        return new DateTimeOffset(day.ToDateTime(new TimeOnly(Until, 0)), Beijing).ToUniversalTime();
    }

    /// <summary>As the database keeps it: whole microseconds, or the record would not fit what is read back.</summary>
    public static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks / 10 * 10, TimeSpan.Zero);
}
