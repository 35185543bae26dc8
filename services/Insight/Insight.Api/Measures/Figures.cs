using Npgsql;

namespace Xinfang.Insight.Api.Measures;

/// <summary>All measures of one scope and period.</summary>
internal static class Figures
{
    /// <param name="organ">Null for the whole district.</param>
    /// <param name="today">The day on which what is overdue is judged.</param>
    public static async Task<IReadOnlyList<Figure>> ReadAsync(NpgsqlDataSource database, Period period, string? organ, DateOnly today, CancellationToken ct)
    {
        var counted = await Reading.TotalAsync(database, period, organ, today, ct);
        return [.. Catalogue.All.Select(measure => measure.Of(counted))];
    }
}

/// <summary>A value of a dimension and how many petitions have it.</summary>
/// <param name="Value">Empty where the petition has none.</param>
internal sealed record CountRow(string Value, string Name, long Petitions, long First, long Repeats, long Closed, long Overdue);

/// <summary>Petitions by one dimension.</summary>
internal static class Counts
{
    public static async Task<IReadOnlyList<CountRow>> ReadAsync(NpgsqlDataSource database, Period period, string? organ, Dimension by, DateOnly today, CancellationToken ct) =>
        [.. (await Reading.ByAsync(database, period, organ, by, today, ct)).Select(line => Of(by, line)).OrderByDescending(row => row.Petitions).ThenBy(row => row.Value, StringComparer.Ordinal)];

    private static CountRow Of(Dimension by, Counted line) => new(line.Value, Names.Of(by, line.Value), line["petitions"], line["first"], line["repeats"], line["closed"],
        line["office-overdue"] + line["unanswered-overdue"]);
}
