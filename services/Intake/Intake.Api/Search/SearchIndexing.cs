using System.Security.Cryptography;
using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Search;

/// <summary>
/// Puts what is due into the index, the newest first. What is due is a row that was written with it, so nothing is lost and nothing is looked for;
/// two replicas take different rows. At the start, and now and then, whatever lacks in the index without being due is made due: petitions from before the index, and those of a restored copy.
/// </summary>
internal sealed partial class SearchIndexing(NpgsqlDataSource database, SearchKeys keys, PersonalData people, TimeProvider time, ILogger<SearchIndexing> log) : BackgroundService
{
    private const int Batch = 50;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250), Everything = TimeSpan.FromHours(6);

    private sealed record Due(Guid Petition, byte[]? Content, byte[][] Supplements);

    /// <summary>Indexes all that is due; how many that were.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var indexed = 0;
        while (await RunBatchAsync(ct) is var done and > 0) indexed += done;
        return indexed;
    }

    /// <summary>Makes due what is neither indexed nor due.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            insert into search_due (petition_id) select d.petition_id from dossier d
            where not exists (select from search_terms t where t.petition_id = d.petition_id) and not exists (select from search_due due where due.petition_id = d.petition_id)
            order by d.petition_id
            """);
        command.CommandTimeout = 0; // among a million it takes a while
        await command.ExecuteNonQueryAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var swept = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (time.GetUtcNow() - swept > Everything)
                {
                    await SweepAsync(stoppingToken);
                    swept = time.GetUtcNow();
                }
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> RunBatchAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var (taken, due) = await TakeAsync(connection, ct);
        if (taken.Length == 0) return 0;

        await using var batch = new NpgsqlBatch(connection);
        foreach (var one in due.Where(one => one.Content is not null)) batch.BatchCommands.Add(Write(one));
        var delete = new NpgsqlBatchCommand("delete from search_due where id = any ($1)");
        delete.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = taken });
        batch.BatchCommands.Add(delete);
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return taken.Length;
    }

    private static async Task<(long[] Taken, List<Due> Due)> TakeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var take = new NpgsqlCommand("""
            with taken as materialized (select id, petition_id from search_due order by id desc limit $1 for update skip locked)
            select t.petition_id, t.ids, d.content, array(select s.text from supplement s where s.petition_id = t.petition_id order by s.number)
            from (select petition_id, array_agg(id) as ids from taken group by petition_id) t left join dossier d on d.petition_id = t.petition_id
            """, connection);
        take.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Batch });
        List<long> taken = [];
        List<Due> due = [];
        await using var reader = await take.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            taken.AddRange(reader.GetFieldValue<long[]>(1));
            due.Add(new(reader.GetGuid(0), reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[][]>(3)));
        }
        return ([.. taken], due);
    }

    // The dossier may have been sealed meanwhile: then there is nothing to insert.
    private NpgsqlBatchCommand Write(Due due)
    {
        var command = new NpgsqlBatchCommand("""
            insert into search_terms (petition_id, grams) select petition_id, $2 from dossier where petition_id = $1 for key share
            on conflict (petition_id) do update set grams = excluded.grams
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = due.Petition });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = TermsOf(due) });
        return command;
    }

    // A dossier that was changed behind the service's back is found by nothing; its own verification tells of it.
    private int[] TermsOf(Due due)
    {
        try
        {
            var dossier = DossierContent.Decrypted(due.Content!, people, due.Petition);
            return keys.TermsOf(new PetitionId(due.Petition), new(dossier, [.. due.Supplements.Select(text => people.Decrypt(text, due.Petition))]), time.GetUtcNow());
        }
        catch (CryptographicException e)
        {
            LogUnreadable(due.Petition, e);
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Indexing petitions for search failed and is repeated")]
    private partial void LogPostponed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The dossier of petition {Petition} does not open and is not searched")]
    private partial void LogUnreadable(Guid petition, Exception exception);
}
