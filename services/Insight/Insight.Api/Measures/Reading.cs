using Npgsql;
using NpgsqlTypes;

namespace Xinfang.Insight.Api.Measures;

/// <summary>The counts of one value of a dimension: those of petitions and those of the organs' turns.</summary>
internal sealed record Counted(string Value, long[] Petitions, long[] Rounds)
{
    public static Counted Empty(string value) => new(value, new long[Books.Petitions.Counters.Count], new long[Books.Rounds.Counters.Count]);

    public long this[string counter] => Books.Petitions.Has(counter) ? Books.Petitions.Read(Petitions, counter) : Books.Rounds.Read(Rounds, counter);

    public void Add(Book book, long[] counts)
    {
        var into = book == Books.Petitions ? Petitions : Rounds;
        for (var place = 0; place < into.Length; place++) into[place] += counts[place];
    }
}

/// <summary>Adds up counts of a period: whole months from the cells, other days from the facts by the same formulas.</summary>
internal static class Reading
{
    private const string OfMonths = """
        select book, value, counts from cell
        where basis = @basis and organ = @organ and dimension = @dimension and month >= @from and month < @until and (@only is null or value = @only)
        """;

    /// <summary>All together; zeros where nothing was counted.</summary>
    public static async Task<Counted> TotalAsync(NpgsqlDataSource database, Period period, string? organ, DateOnly today, CancellationToken ct) =>
        // What an organ has in all is the line of the organ among those of the district.
        (await ReadAsync(database, period, null, organ is null ? null : Dimension.Organ, organ, today, ct)).SingleOrDefault() ?? Counted.Empty(organ ?? "");

    /// <summary>By a dimension; values nobody has are left out.</summary>
    public static Task<IReadOnlyList<Counted>> ByAsync(NpgsqlDataSource database, Period period, string? organ, Dimension by, DateOnly today, CancellationToken ct) =>
        by is Dimension.Organ ? ReadAsync(database, period, null, by, organ, today, ct) : ReadAsync(database, period, organ, by, null, today, ct);

    /// <summary>Month by month, without the empty ones.</summary>
    public static async Task<IReadOnlyDictionary<DateOnly, Counted>> MonthsAsync(NpgsqlDataSource database, Period period, string? organ, CancellationToken ct)
    {
        var months = new Dictionary<DateOnly, Counted>();
        await using var command = database.CreateCommand("""
            select month, book, counts from cell where basis = @basis and organ = '' and dimension = @dimension and value = @value and month >= @from and month < @until
            """);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new("basis", (int)period.Basis), new("dimension", organ is null ? -1 : (int)Dimension.Organ), new("value", organ ?? ""), new("from", period.From), new("until", period.Until),
        });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var month = reader.GetFieldValue<DateOnly>(0);
            if (!months.TryGetValue(month, out var counted)) months[month] = counted = Counted.Empty("");
            counted.Add(BookOf(reader.GetString(1)), reader.GetFieldValue<long[]>(2));
        }
        return months;
    }

    private static Book BookOf(string name) => Books.All.Single(book => book.Name == name);

    /// <param name="organ">Of what is with this organ.</param>
    /// <param name="by">Null: all together.</param>
    /// <param name="only">Of the dimension only this value.</param>
    private static async Task<IReadOnlyList<Counted>> ReadAsync(NpgsqlDataSource database, Period period, string? organ, Dimension? by, string? only, DateOnly today, CancellationToken ct)
    {
        var lines = new SortedDictionary<string, Counted>(StringComparer.Ordinal);
        if (period.IsMonths)
        {
            await using var command = database.CreateCommand(OfMonths);
            command.Parameters.AddRange(new NpgsqlParameter[]
            {
                new("basis", (int)period.Basis), new("organ", organ ?? ""), new("dimension", by is { } dimension ? (int)dimension : -1), new("from", period.From), new("until", period.Until),
                new("only", NpgsqlDbType.Text) { Value = (object?)only ?? DBNull.Value },
            });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) Add(BookOf(reader.GetString(0)), reader.GetString(1), reader.GetFieldValue<long[]>(2));
            return [.. lines.Values];
        }
        foreach (var book in Books.All)
        {
            await using var command = database.CreateCommand(book.LiveSql(period.Basis, by, organ is not null, only is not null));
            command.Parameters.AddRange(new NpgsqlParameter[] { new("from", period.From), new("until", period.Until), new("today", today) });
            if (organ is not null) command.Parameters.Add(new("organ", organ));
            if (only is not null) command.Parameters.Add(new("only", only));
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) Add(book, reader.GetString(0), reader.GetFieldValue<long[]>(1));
        }
        return [.. lines.Values];

        void Add(Book book, string value, long[] counts)
        {
            if (!lines.TryGetValue(value, out var line)) lines[value] = line = Counted.Empty(value);
            line.Add(book, counts);
        }
    }
}
