using System.Globalization;

namespace Xinfang.Law;

/// <summary>The 13 days of 《全国年节及纪念日放假办法》 (revised 2024-11-10), for years whose notice is not out.</summary>
internal static class StatutoryHolidays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The days off of a year by name. Outside 1902–2100 the lunar ones cannot be computed and are left out.</summary>
    public static IEnumerable<KeyValuePair<DateOnly, string>> Of(int year)
    {
        yield return new(new(year, 1, 1), "元旦");
        yield return new(new(year, 5, 1), "劳动节");
        yield return new(new(year, 5, 2), "劳动节");
        for (var day = 1; day <= 3; day++) yield return new(new(year, 10, day), "国庆节");
        if (year is < 1902 or > 2100) yield break;

        // 除夕 is the eve of the new year, whether the old one ended on its 29th or its 30th day.
        var newYear = LunarDay(year, 1, 1);
        for (var day = -1; day <= 2; day++) yield return new(newYear.AddDays(day), "春节");
        yield return new(new(year, 4, ClearAndBright(year)), "清明节");
        yield return new(LunarDay(year, 5, 5), "端午节");
        // 中秋 may fall on 国庆 (2028, 2031); the day is off once.
        var midAutumn = LunarDay(year, 8, 15);
        if (midAutumn is not { Month: 10, Day: <= 3 }) yield return new(midAutumn, "中秋节");
    }

    // The usual interpolation of the sun's longitude of 15°: the day in April, from the two-digit year.
    private static int ClearAndBright(int year)
    {
        var inCentury = year % 100;
        return (int)(inCentury * 0.2422 + (year < 2000 ? 5.59 : 4.81)) - inCentury / 4;
    }

    private static DateOnly LunarDay(int year, int month, int day)
    {
        // In a leap year the calendar numbers 13 months; GetLeapMonth says which of them is the doubled one.
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }
}
