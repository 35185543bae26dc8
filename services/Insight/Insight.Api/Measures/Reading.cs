using Npgsql;

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
    private const string OfMonths = "select book, value, counts from cell where basis = @basis and organ = @organ and dimension = @dimension and month >= @from and month < @until";

    /// <summary>All together; zeros where nothing was counted.</summary>
    public static async Task<Counted> TotalAsync(NpgsqlDataSource database, Period period, string? organ, DateOnly today, CancellationToken ct) =>
        // What an organ has in all is the line of the organ among those of the district.
        organ is null ? (await ReadAsync(database, period, "", -1, today, ct)).SingleOrDefault() ?? Counted.Empty("")
            : (await ReadAsync(database, period, "", (int)Dimension.Organ, today, ct)).SingleOrDefault(line => line.Value == organ) ?? Counted.Empty(organ);

    /// <summary>By a dimension; values nobody has are left out.</summary>
    public static async Task<IReadOnlyList<Counted>> ByAsync(NpgsqlDataSource database, Period period, string? organ, Dimension by, DateOnly today, CancellationToken ct) =>
        organ is not null && by is Dimension.Organ
            ? [.. (await ReadAsync(database, period, "", (int)by, today, ct)).Where(line => line.Value == organ)]
            : await ReadAsync(database, period, organ ?? "", (int)by, today, ct);

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

    private static async Task<IReadOnlyList<Counted>> ReadAsync(NpgsqlDataSource database, Period period, string organ, int dimension, DateOnly today, CancellationToken ct)
    {
        var lines = new SortedDictionary<string, Counted>(StringComparer.Ordinal);
        foreach (var book in period.IsMonths ? (IReadOnlyList<Book?>)[null] : Books.All)
        {
            await using var command = database.CreateCommand(book is null ? OfMonths : $"select @book, c.value, c.counts from ({book.CountSql(period.Basis)}) c (organ, dimension, value, counts) where c.organ = @organ and c.dimension = @dimension");
            command.Parameters.AddRange(new NpgsqlParameter[] { new("organ", organ), new("dimension", dimension), new("from", period.From), new("until", period.Until) });
            if (book is null) command.Parameters.Add(new("basis", (int)period.Basis));
            else command.Parameters.AddRange(new NpgsqlParameter[] { new("book", book.Name), new("today", today) });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var value = reader.GetString(1);
                if (!lines.TryGetValue(value, out var line)) lines[value] = line = Counted.Empty(value);
                line.Add(BookOf(reader.GetString(0)), reader.GetFieldValue<long[]>(2));
            }
        }
        return [.. lines.Values];
    }
}
