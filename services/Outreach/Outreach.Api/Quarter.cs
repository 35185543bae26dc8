using System.Globalization;

namespace Xinfang.Outreach.Api;

/// <summary>A quarter of a year: 2026Q2.</summary>
internal readonly record struct Quarter(int Year, int Number)
{
    public DateOnly From => new(Year, (Number * 3) - 2, 1);

    /// <summary>The first day after it.</summary>
    public DateOnly Until => From.AddMonths(3);

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>Reads 2026Q2; null for anything else.</summary>
    public static Quarter? Read(string? text) =>
        text is { Length: 6 } && text[4] is 'Q' && text[5] is >= '1' and <= '4' && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && Years.Known(year)
            ? new(year, text[5] - '0')
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Number}");
}

/// <summary>Years that can be meant.</summary>
internal static class Years
{
    /// <summary>From the year in which the Regulation came into force.</summary>
    public const int First = 2022, Last = 2099;

    public static bool Known(int year) => year is >= First and <= Last;
}
