using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Xinfang.Insight.Api.Facts;

/// <summary>
/// Writes folded petitions. A row folded from fewer events never replaces one of more: whoever rebuilds while events arrive loses nothing.
/// The months in which something may count differently now are noted in the same transaction.
/// </summary>
internal static class FactTables
{
    private static readonly JsonSerializerOptions Columns = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly string[] OfPetition = [.. typeof(PetitionFact).GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name))];

    private static readonly string[] OfRound = [.. typeof(RoundFact).GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name))];

    private const string Noted = """
        insert into stale_month (basis, month)
        select 0, date_trunc('month', received_on)::date from days where received_on is not null
        union select 1, date_trunc('month', registered_on)::date from days where registered_on is not null
        union select 2, date_trunc('month', exchanged_on)::date from days where exchanged_on is not null
        """;

    // Stale months: those the row counted in before, those it counts in now, and those of the petition that it repeats.
    private static readonly string Put = $"""
        with fresh as materialized (select * from json_populate_recordset(null::petition_fact, @rows)),
        former as (select f.received_on, f.registered_on, f.exchanged_on, f.repeat_of from petition_fact f join fresh using (petition_id)),
        put as (
            insert into petition_fact ({string.Join(", ", OfPetition)}) select {string.Join(", ", OfPetition)} from fresh
            on conflict (petition_id) do update set {string.Join(", ", OfPetition.Where(column => column != "petition_id").Select(column => $"{column} = excluded.{column}"))}
            where petition_fact.events <= excluded.events
            returning petition_id, received_on, registered_on, exchanged_on, repeat_of),
        days as (select received_on, registered_on, exchanged_on from former union all select received_on, registered_on, exchanged_on from put
            union all select received_on, registered_on, exchanged_on from petition_fact where petition_id in (select repeat_of from former union select repeat_of from put)),
        noted as ({Noted})
        select petition_id from put
        """;

    private static readonly string PutRounds = $"""
        insert into round_fact ({string.Join(", ", OfRound)}) select {string.Join(", ", OfRound)} from json_populate_recordset(null::round_fact, @rows)
        """;

    // Rounds count by themselves, so their months are noted beside those of the petitions and of what these repeat.
    private const string Forget = $"""
        with gone as (
            delete from petition_fact f where petition_id = any(@petitions) and not exists (select 1 from told where told.petition_id = f.petition_id)
            returning received_on, registered_on, exchanged_on, repeat_of),
        rounds as (
            delete from round_fact f where petition_id = any(@petitions) and not exists (select 1 from told where told.petition_id = f.petition_id)
            returning received_on, registered_on, exchanged_on),
        days as (select received_on, registered_on, exchanged_on from gone union all select received_on, registered_on, exchanged_on from rounds
            union all select received_on, registered_on, exchanged_on from petition_fact where petition_id in (select repeat_of from gone))
        {Noted}
        """;

    /// <summary>Writes the petitions and their rounds, in the transaction of the connection.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, IReadOnlyList<Story> stories, CancellationToken ct)
    {
        var written = new HashSet<Guid>();
        await using (var put = new NpgsqlCommand(Put, connection) { Parameters = { Json(stories.Select(story => story.Fact)) } })
        await using (var reader = await put.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) written.Add(reader.GetGuid(0));

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("delete from round_fact where petition_id = any(@petitions)") { Parameters = { new("petitions", written.ToArray()) } });
        var rounds = stories.Where(story => written.Contains(story.Fact.PetitionId)).SelectMany(story => story.Rounds).ToList();
        if (rounds.Count > 0) batch.BatchCommands.Add(new(PutRounds) { Parameters = { Json(rounds) } });
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Takes away those of the petitions that the log does not know, with their rounds, in the transaction of the connection.</summary>
    public static async Task ForgetAsync(NpgsqlConnection connection, Guid[] petitions, CancellationToken ct)
    {
        await using var forget = new NpgsqlCommand(Forget, connection) { Parameters = { new("petitions", petitions) } };
        await forget.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Json<T>(IEnumerable<T> rows) => new("rows", NpgsqlDbType.Json) { Value = JsonSerializer.Serialize(rows, Columns) };
}
