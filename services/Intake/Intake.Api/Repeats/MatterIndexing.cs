using System.Security.Cryptography;
using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Search;
using Xinfang.Intake.Recognition.Matters;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Repeats;

/// <summary>
/// Puts what was filed into the index, behind the submission and not in its way. What lacks is seen from the rows, so a run that was broken
/// off goes on, and two replicas do each other no harm. How rare a gram is, is counted again among the newest petitions once there are many more.
/// </summary>
internal sealed partial class MatterIndexing(NpgsqlDataSource database, Recognizer recognizer, SearchKeys keys, PersonalData people, TimeProvider time, ILogger<MatterIndexing> log) : BackgroundService
{
    private const int Batch = 100, Sample = 3000, FewNew = 50;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1), Lately = TimeSpan.FromHours(1), Everything = TimeSpan.FromHours(6);

    private int _indexedSinceCount;

    /// <summary>Indexes everything that is not yet, from this petition on; how many that were.</summary>
    public async Task<int> RunAsync(Guid from, CancellationToken ct)
    {
        var indexed = 0;
        while (true)
        {
            var found = await ReadAsync(
                "select d.petition_id, d.content from dossier d where d.petition_id > $1 and not exists (select from matter m where m.petition_id = d.petition_id) order by d.petition_id limit $2",
                from, Batch, ct);
            foreach (var (id, dossier) in found)
            {
                await WriteAsync(id, dossier is null ? [] : [.. recognizer.HashedSignature(recognizer.MatterOf(dossier)), keys.OfMonth(new(id), time.GetUtcNow())], ct);
                from = id;
            }
            indexed += found.Count;
            if (found.Count < Batch) return indexed;
        }
    }

    /// <summary>Counts grams among the newest petitions.</summary>
    public async Task CountAsync(CancellationToken ct)
    {
        var newest = await ReadAsync("select petition_id, content from dossier where petition_id > $1 order by petition_id desc limit $2", Guid.Empty, Sample, ct);
        recognizer.Rarity = Rarity.Count(newest.Where(row => row.Dossier is not null).Select(row => Recognizer.WordingOf(row.Dossier!)));
        _indexedSinceCount = 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (counted, lastFull) = (false, DateTimeOffset.MinValue);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!counted || _indexedSinceCount > Math.Max(FewNew, recognizer.Rarity.Texts / 5)) await CountAsync(stoppingToken);
                counted = true;
                var now = time.GetUtcNow();
                // An id may have been made some time before it was used: now and then everything is looked at.
                var full = now - lastFull > Everything;
                _indexedSinceCount += await RunAsync(full ? Guid.Empty : Guid.CreateVersion7(now - Lately), stoppingToken);
                if (full) lastFull = now;
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A dossier that was changed behind the service's back is no clue to anything; its own verification tells of it.
    private async Task<List<(Guid Id, DossierContent? Dossier)>> ReadAsync(string sql, Guid from, int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = from });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        List<(Guid, DossierContent?)> rows = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (id, content) = (reader.GetGuid(0), reader.GetFieldValue<byte[]>(1));
            try
            {
                rows.Add((id, DossierContent.Decrypted(content, people, id)));
            }
            catch (CryptographicException e)
            {
                LogUnreadable(id, e);
                rows.Add((id, null));
            }
        }
        return rows;
    }

    // The dossier may have been sealed meanwhile: then there is nothing to insert.
    private async Task WriteAsync(Guid id, int[] grams, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "insert into matter (petition_id, grams) select petition_id, $2 from dossier where petition_id = $1 for key share on conflict do nothing");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = grams });
        await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Indexing petitions failed and is repeated")]
    private partial void LogPostponed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The dossier of petition {Petition} does not open and is not indexed")]
    private partial void LogUnreadable(Guid petition, Exception exception);
}
