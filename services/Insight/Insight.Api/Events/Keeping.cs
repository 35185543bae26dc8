using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Xinfang.Insight.Api.Facts;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Insight.Api.Events;

/// <summary>
/// Writes events to the log and the petitions they tell of to the models, in one transaction. Petitions take turns (advisory locks in one
/// order), so that of two events of one petition the second to commit sees the first.
/// </summary>
internal sealed class Keeping(NpgsqlDataSource database, MessageTypes types, LegalClock clock)
{
    private const int Turn = 7601;

    /// <summary>Of Intake, and about no petition.</summary>
    internal static readonly string[] Others = ["Intake.V1.VisitorCounselled", "Intake.V1.HotTopicFound"];

    private const string TakeTurns = "select pg_advisory_xact_lock(@turn, h) from (select distinct hashtext(x::text) as h from unnest(@petitions) x order by h) s";

    private const string Append = """
        insert into told (message_id, petition_id, sent_at, type, body) select * from unnest(@ids, @subjects, @sent, @types, @bodies) on conflict do nothing
        """;

    /// <summary>The stories of petitions, those of one petition together and in order.</summary>
    internal const string Stories = "select petition_id, type, body from told where petition_id = any(@petitions) order by petition_id, sent_at, position";

    public async Task KeepAsync(IReadOnlyList<ToldEvent> told, CancellationToken ct)
    {
        var petitions = told.Where(each => IsOfPetition(each.Type)).Select(each => each.PetitionId).Distinct().ToArray();
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var batch = new NpgsqlBatch(connection, transaction))
        {
            if (petitions.Length > 0) batch.BatchCommands.Add(TurnsOf(petitions));
            batch.BatchCommands.Add(AppendOf(told));
            await batch.ExecuteNonQueryAsync(ct);
        }
        if (petitions.Length > 0) await FactTables.WriteAsync(connection, await ReadAsync(connection, petitions, ct), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Takes away those of the petitions that the log does not know, in one transaction. Their turns come first: an event of one of them that arrives meanwhile is
    /// seen, and the petition stays.
    /// </summary>
    internal static async Task ForgetAsync(NpgsqlConnection connection, Guid[] petitions, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { TurnsOf(petitions) } }) await batch.ExecuteNonQueryAsync(ct);
        await FactTables.ForgetAsync(connection, petitions, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Reads and folds petitions from the log.</summary>
    internal async Task<List<Story>> ReadAsync(NpgsqlConnection connection, Guid[] petitions, CancellationToken ct)
    {
        var now = clock.Now();
        var stories = new List<Story>(petitions.Length);
        await using var command = new NpgsqlCommand(Stories, connection) { Parameters = { new("petitions", petitions) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (current, events) = (Guid.Empty, new List<object>());
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetGuid(0) is var petition && petition != current)
            {
                if (events.Count > 0) stories.Add(Fold(current, events, now));
                (current, events) = (petition, []);
            }
            events.Add(JsonSerializer.Deserialize(reader.GetString(2), types[reader.GetString(1)], MessageTypes.Json)!);
        }
        if (events.Count > 0) stories.Add(Fold(current, events, now));
        return stories;
    }

    /// <summary>Whether a contract tells of a petition; others (a visitor counselled, a course held) are kept and not folded.</summary>
    internal static bool IsOfPetition(string type) =>
        (type.StartsWith("Intake.", StringComparison.Ordinal) && !Others.Contains(type)) || type.StartsWith("CaseHandling.", StringComparison.Ordinal);

    private static Story Fold(Guid petition, List<object> events, Moment now) => Story.Of(petition, events, served => now.Due(served, Terms.RatingWindow, "送达").DueOn);

    private static NpgsqlBatchCommand TurnsOf(Guid[] petitions) => new(TakeTurns) { Parameters = { new("turn", Turn), new("petitions", petitions) } };

    private static NpgsqlBatchCommand AppendOf(IReadOnlyList<ToldEvent> told) => new(Append)
    {
        Parameters =
        {
            new("ids", told.Select(each => each.MessageId).ToArray()),
            new("subjects", told.Select(each => each.PetitionId).ToArray()),
            new("sent", told.Select(each => each.SentAt).ToArray()),
            new("types", told.Select(each => each.Type).ToArray()),
            new("bodies", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = told.Select(each => each.Body).ToArray() },
        },
    };
}
