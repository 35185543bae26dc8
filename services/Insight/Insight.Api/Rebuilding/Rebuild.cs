using System.Diagnostics;
using Npgsql;
using Xinfang.Insight.Api.Events;
using Xinfang.Insight.Api.Facts;
using Xinfang.Insight.Api.Measures;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Rebuilding;

/// <summary>
/// Folds every petition of the log again, in place and in batches of its key, while events keep arriving: a row is replaced only by one folded from at least as
/// many events, so whichever of both comes last, the newer stays. Petitions that the log does not know are taken away with their rounds, and counted no more. Nobody waits for it.
/// </summary>
internal sealed class Rebuild(NpgsqlDataSource database, Keeping keeping, Counting counting, LegalClock clock)
{
    private const int Batch = 2_000;

    /// <summary>Petitions whose turns are held at once: the server's table of locks is not large, and shared.</summary>
    private const int Turns = 256;

    private const string Next = "select distinct petition_id from told where petition_id > @last and (type like 'Intake.%' and type <> all (@others) or type like 'CaseHandling.%') order by petition_id limit @batch";

    private const string Unknown = "select petition_id from (select petition_id from petition_fact union select petition_id from round_fact) f where not exists (select 1 from told where told.petition_id = f.petition_id)";

    /// <param name="Petitions">How many were folded.</param>
    /// <param name="Months">Months counted again.</param>
    public sealed record Done(long Petitions, int Months, TimeSpan Took);

    /// <param name="progress">Told after each batch how many are done.</param>
    public async Task<Done> RunAsync(IProgress<long>? progress, CancellationToken ct)
    {
        var (began, petitions, last) = (Stopwatch.GetTimestamp(), 0L, Guid.Empty);
        await using var connection = await database.OpenConnectionAsync(ct);
        while (await NextAsync(connection, last, ct) is { Length: > 0 } batch)
        {
            var stories = await keeping.ReadAsync(connection, batch, ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await FactTables.WriteAsync(connection, stories, ct);
            await transaction.CommitAsync(ct);
            (petitions, last) = (petitions + batch.Length, batch[^1]);
            progress?.Report(petitions);
        }
        await using (var unknown = new NpgsqlCommand(Unknown, connection) { CommandTimeout = 600 })
            foreach (var some in (await ReadAsync(unknown, ct)).Chunk(Turns)) await Keeping.ForgetAsync(connection, some, ct);
        var months = await counting.CountAsync(clock.Now().Date, ct);
        return new(petitions, months, Stopwatch.GetElapsedTime(began));
    }

    private static async Task<Guid[]> NextAsync(NpgsqlConnection connection, Guid last, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Next, connection) { Parameters = { new("last", last), new("batch", Batch), new("others", Keeping.Others) }, CommandTimeout = 300 };
        return await ReadAsync(command, ct);
    }

    private static async Task<Guid[]> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var petitions = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) petitions.Add(reader.GetGuid(0));
        return [.. petitions];
    }
}
