using System.Globalization;
using Xinfang.Insight.Api.Measures;

namespace Xinfang.Insight.Api.Reports.Drafts;

/// <summary>Tables of petitions by one dimension.</summary>
internal static class Tables
{
    /// <summary>The largest rows, the rest together, all.</summary>
    public static ReportTable? Of(Numbers numbers, Dimension by, string caption, string column, int most = 15)
    {
        var rows = numbers.Counts(by);
        if (rows.Sum(row => row.Petitions) is var all && all == 0) return null;
        var (former, before) = (numbers.CountsYearBefore(by), numbers.Content.Before is null ? null : numbers.CountsBefore(by));
        List<IReadOnlyList<string>> lines = [.. rows.Take(most).Select(row => Line(row.Name, row.Petitions, row.Repeats, row.Overdue, Petitions(former, row.Value), before is null ? null : Petitions(before, row.Value)))];
        if (rows.Count > most) lines.Add(Line("其他", rows.Skip(most).Sum(row => row.Petitions), rows.Skip(most).Sum(row => row.Repeats), rows.Skip(most).Sum(row => row.Overdue), null, before is null ? null : 0));
        lines.Add(Line("合计", all, rows.Sum(row => row.Repeats), rows.Sum(row => row.Overdue), former.Sum(row => row.Petitions), before?.Sum(row => row.Petitions)));
        return new(caption, [column, "件次", "占比", .. before is null ? Array.Empty<string>() : ["环比"], "同比", "重复", "超期"], lines);

        IReadOnlyList<string> Line(string name, long petitions, long repeats, long overdue, long? yearBefore, long? earlier) =>
            [name, Number(petitions), Numbers.Percent(petitions, all), .. before is null ? Array.Empty<string>() : [Change(petitions, earlier)], Change(petitions, yearBefore), Number(repeats), Number(overdue)];
    }

    /// <summary>网上400件次，占40.0%；来信…: the largest, in words.</summary>
    public static string Words(Numbers numbers, Dimension by, int most)
    {
        var rows = numbers.Counts(by);
        var all = rows.Sum(row => row.Petitions);
        return string.Join('；', rows.Where(row => row.Petitions > 0 && !string.IsNullOrEmpty(row.Value)).Take(most).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Name}{row.Petitions}件次，占{Numbers.Percent(row.Petitions, all)}")));
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Petitions(IReadOnlyList<CountRow> rows, string? value) => rows.FirstOrDefault(row => row.Value == value)?.Petitions ?? 0;

    private static string Change(long now, long? before) => before is not > 0 ? "—" : now == before ? "持平" : (now > before ? "+" : "-") + Numbers.Percent(Math.Abs(now - before.Value), before.Value);
}
