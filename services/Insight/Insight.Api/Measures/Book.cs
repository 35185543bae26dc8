using System.Security.Cryptography;
using System.Text;

namespace Xinfang.Insight.Api.Measures;

/// <summary>Something that can be counted of each row.</summary>
/// <param name="Name">In addresses and in the measures' formulas.</param>
/// <param name="Label">In Chinese.</param>
/// <param name="Sql">A condition on the row, or with <paramref name="Sums"/> a number to add up. @today is the day it is counted on.</param>
/// <param name="Sums">Adds up a number instead of counting rows.</param>
internal sealed record Counter(string Name, string Label, string Sql, bool Sums = false)
{
    /// <summary>Adds up the column that holds it of each row.</summary>
    public string Aggregate(string column) => Sums ? $"coalesce(sum({column}), 0)" : $"count(*) filter (where {column})";

    /// <summary>The rows that are in the figure.</summary>
    public string Counted => Sums ? $"({Sql}) > 0" : Sql;
}

/// <summary>A table of facts and what is counted of its rows, all at once and by one statement, be it for a month ahead or for any days.</summary>
internal sealed class Book(string name, string table, IReadOnlyList<Counter> counters)
{
    /// <summary>Total, each dimension, the organs, and each dimension within each organ.</summary>
    private const string Sets = "(), (channel), (street), (category), (content), (organ), (organ, channel), (organ, street), (organ, category), (organ, content)";

    // Which of (channel, street, category, content, organ) a row is grouped by, as grouping() says: a bit for each that it is not.
    private const string Keys = """
        case when (mask & 1) = 0 and mask <> 30 then coalesce(organ, '') else '' end,
        case mask | 1 when 15 then 0 when 23 then 1 when 27 then 2 when 29 then 3 else case when mask = 30 then 4 else -1 end end,
        case mask | 1 when 15 then coalesce(channel, '') when 23 then coalesce(street, '') when 27 then coalesce(category, '') when 29 then coalesce(content, '')
            else case when mask = 30 then coalesce(organ, '') else '' end end
        """;

    private readonly Dictionary<string, int> _places = counters.Select((counter, place) => (counter.Name, place)).ToDictionary(StringComparer.Ordinal);

    public string Name => name;

    public string Table => table;

    public IReadOnlyList<Counter> Counters => counters;

    /// <summary>Changes with every formula.</summary>
    public string Formulas { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sets + string.Join('\n', counters))))[..16];

    public bool Has(string counter) => _places.ContainsKey(counter);

    public Counter this[string counter] => counters[_places[counter]];

    public long Read(long[] counts, string counter) => counts[_places[counter]];

    /// <summary>Column of the day that a basis means.</summary>
    public static string DayOf(Basis basis) => basis switch { Basis.Registered => "registered_on", Basis.Exchanged => "exchanged_on", _ => "received_on" };

    /// <summary>
    /// Counts into cells what lies in [@from, @until): (organ, dimension, value, counts). Each condition is tried once for each row, behind a fence (offset 0); within the
    /// grouping it would be tried for each of the ten sets, and those that look for later petitions take most of the time.
    /// </summary>
    public string CountSql(Basis basis) => $"""
        select {Keys}, counts from (
            select channel, street, category, content, organ, grouping(channel, street, category, content, organ) as mask, {Totals} as counts
            from (select channel, street, category, content, organ, {Conditions}
                from {table} f where {DayOf(basis)} >= @from and {DayOf(basis)} < @until offset 0) f
            group by grouping sets ({Sets})) g
        where not ((mask & 1) = 0 and mask <> 30 and organ is null)
        """;

    /// <summary>
    /// Counts what lies in [@from, @until) by one dimension, or all together: (value, counts), the same figures as <see cref="CountSql"/> makes cells of, without those that nobody asked for.
    /// </summary>
    /// <param name="ofOrgan">Only what is with @organ.</param>
    /// <param name="one">Only the value @only.</param>
    public string LiveSql(Basis basis, Dimension? by, bool ofOrgan, bool one)
    {
        var value = by is { } dimension ? dimension.ToString().ToLowerInvariant() : null;
        return $"""
            select {(value is null ? "''" : $"coalesce({value}, '')")}, {Totals}
            from (select {(value is null ? "" : $"{value}, ")}{Conditions}
                from {table} f where {DayOf(basis)} >= @from and {DayOf(basis)} < @until{(ofOrgan ? " and organ = @organ" : "")}{(one ? $" and {value} = @only" : "")} offset 0) f
            {(value is null ? "" : "group by 1")}
            """;
    }

    private string Totals => $"array[{string.Join(", ", counters.Select((counter, place) => counter.Aggregate($"c{place}")))}]::bigint[]";

    private string Conditions => string.Join(", ", counters.Select((counter, place) => $"{counter.Sql} as c{place}"));
}
