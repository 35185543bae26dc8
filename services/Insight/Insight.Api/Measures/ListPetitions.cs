using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Measures;

/// <summary>
/// The petitions that a counter counts: GET /petitions?counter=unanswered-overdue. Accusations kept secret (art. 30) are in the figures and not in this list.
/// </summary>
internal static class ListPetitions
{
    private sealed record Key(DateOnly On, Guid Id);

    /// <param name="Organ">Which has it, or whose turn is counted.</param>
    public sealed record Item(Guid Id, string? Number, DateOnly? ReceivedOn, string? Organ, string OrganName, string? Street, string StreetName, string? Content, string ContentName, string? Channel, DateOnly? DueOn, bool Repeat, bool Closed);

    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle([AsParameters] Asked asked, [AsParameters] PetitionFilter filter, CurrentCaller caller, NpgsqlDataSource database, LegalClock clock,
        CancellationToken ct, string? counter = null, string? after = null, int? limit = null)
    {
        if (Books.Holding(counter ?? "petitions") is not { } book) return Acting.Wrong("counter", "没有这个计数。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var today = clock.Now().Date;
        if (!asked.TryRead(caller, today, out var period, out var organ, out var problem)) return problem;
        var most = Cursor.Limit(limit);
        await using var command = database.CreateCommand(Sql(book, book[counter ?? "petitions"], period.Basis, organ, filter, last));
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new("from", period.From), new("until", period.Until), new("today", today), new("organ", organ ?? ""), new("on", last?.On ?? default), new("id", last?.Id ?? default), new("most", most + 1),
            new("street", filter.Street ?? ""), new("content", filter.Content ?? ""), new("channel", filter.Channel ?? ""), new("category", filter.Category ?? ""),
        });
        var rows = new List<(Key Key, Item Item)>();
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) rows.Add((new(reader.GetFieldValue<DateOnly>(0), reader.GetGuid(1)), Read(reader)));
        var page = Page<(Key Key, Item Item)>.Of(rows, most, row => row.Key);
        return TypedResults.Ok(new Page<Item>([.. page.Items.Select(row => row.Item)], page.Next));
    }

    // Conditions are added only for what is asked, so that the index of the day serves; every value is a parameter.
    private static string Sql(Book book, Counter counter, Basis basis, string? organ, PetitionFilter filter, Key? last)
    {
        var day = Book.DayOf(basis);
        string[] conditions =
        [
            $"f.{day} >= @from and f.{day} < @until and ({counter.Counted})", organ is null ? "" : "f.organ = @organ", filter.Street is null ? "" : "f.street = @street",
            filter.Content is null ? "" : "f.content = @content", filter.Channel is null ? "" : "f.channel = @channel", filter.Category is null ? "" : "f.category = @category",
            last is null ? "" : $"(f.{day}, f.petition_id) > (@on, @id)",
        ];
        // An organ may have had several turns with one petition.
        return $"""
            select {(book == Books.Rounds ? "distinct" : "")} c.day, c.petition_id, p.number, p.received_on, c.organ, p.street, p.content, p.channel, p.due_on, p.repeat, p.closed
            from (select f.{day} as day, f.petition_id, f.organ from {book.Table} f where {string.Join(" and ", conditions.Where(condition => condition.Length > 0))}) c
            join petition_fact p on p.petition_id = c.petition_id and not p.sealed
            order by 1, 2 limit @most
            """;
    }

    private static Item Read(NpgsqlDataReader reader)
    {
        string? Text(int place) => reader.IsDBNull(place) ? null : reader.GetString(place);
        DateOnly? Day(int place) => reader.IsDBNull(place) ? null : reader.GetFieldValue<DateOnly>(place);
        var (organ, street, content) = (Text(4), Text(5), Text(6));
        return new(reader.GetGuid(1), Text(2), Day(3), organ, Names.Of(Dimension.Organ, organ ?? ""), street, Names.Of(Dimension.Street, street ?? ""), content, Names.Of(Dimension.Content, content ?? ""), Text(7),
            Day(8), reader.GetBoolean(9), reader.GetBoolean(10));
    }
}
