using System.Globalization;
using System.Text;
using Xinfang.Law;

namespace Xinfang.Law.Tests;

/// <summary>Words the tests share.</summary>
internal static class Given
{
    public static readonly LegalCalendar Loaded = LegalCalendar.Default;
    public static readonly LegalCalendar NoCalendar = LegalCalendar.Load([]);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Term CalendarDays(int days) => new("any", "办", days, DayKind.Calendar, PetitionRegulations.Completion, PetitionRegulations.InForceFrom);

    public static Term WorkingDays(int days) => new("any", "办", days, DayKind.Working, PetitionRegulations.Contest, PetitionRegulations.InForceFrom);

    /// <summary>A year file with days off, and days on marked with a plus.</summary>
    public static Stream YearFile(int year, params string[] days) =>
        Text($$"""{"year":{{year}},"days":[{{string.Join(',', days.Select(day => $$"""{"name":"节","date":"{{day.TrimStart('+')}}","isOffDay":{{(day[0] == '+' ? "false" : "true")}}}"""))}}]}""");

    public static Stream Text(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static Moment At(string iso, LegalCalendar? calendar = null, TermTable? terms = null) =>
        new(DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture), calendar ?? Loaded, terms ?? Terms.Default);
}
