using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Retention;
using Xinfang.Law;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>
/// Takes away what nobody handed in, and what a crash has left: uploads past their time, files that no row names, files that never arrived whole.
/// Looks again at what the scanner could not tell. Everything is seen from rows and files, so a run that was broken off goes on and two do no harm.
/// </summary>
internal sealed partial class AttachmentSweep(
    NpgsqlDataSource database, FileStore store, Blobs blobs, IScanner scanner, AttachmentSettings settings, RetentionJob retention, LegalClock clock, TimeProvider time, ILogger<AttachmentSweep> log) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1), Abandoned = TimeSpan.FromHours(1);

    /// <summary>How much was taken away.</summary>
    public async Task<int> RunAsync(Moment now, CancellationToken ct)
    {
        var removed = store.RemoveAbandoned(time.GetUtcNow().UtcDateTime - Abandoned);
        var expired = await ExpireAsync(now.At - settings.UnboundKept, ct);
        await retention.NoteAsync(RetentionPolicies.Uploads, expired, now, ct);
        removed += expired;
        foreach (var part in store.All().Chunk(Batch)) removed += await OrphansAsync(part, ct);
        await ScanAgainAsync(ct);
        return removed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunAsync(clock.Now(), stoppingToken) is > 0 and var removed) LogRemoved(removed);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or InvalidOperationException or UnauthorizedAccessException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Rows first: a file without a row is taken away by the next step, a row without a file by nobody.
    private async Task<int> ExpireAsync(DateTimeOffset before, CancellationToken ct)
    {
        var expired = await AddressesAsync("delete from attachment where petition_id is null and uploaded_at < $1 returning address", before, ct);
        foreach (var address in expired) await blobs.CollectAsync(address, ct);
        return expired.Count;
    }

    private async Task<int> OrphansAsync(byte[][] there, CancellationToken ct)
    {
        var removed = 0;
        var orphans = await AddressesAsync("select f.address from unnest($1::bytea[]) as f(address) where not exists (select from attachment a where a.address = f.address)", there, ct);
        foreach (var address in orphans)
            if (await blobs.CollectAsync(address, ct)) removed++;
        return removed;
    }

    private async Task ScanAgainAsync(CancellationToken ct)
    {
        if (settings.Scanner is null) return;
        foreach (var address in (await AddressesAsync("select address from attachment where state = $1", nameof(AttachmentState.Unscannable), ct)).DistinctBy(Convert.ToHexString))
        {
            if (!store.Has(address)) continue; // its row has gone meanwhile
            var state = await scanner.ScanAsync(async (to, stop) =>
            {
                using var reader = await store.OpenAsync(address, stop);
                await reader.CopyToAsync(to, stop);
            }, ct);
            if (state is AttachmentState.Unscannable) continue;
            await using var command = database.CreateCommand("update attachment set state = $1 where address = $2 and state = 'Unscannable'");
            command.Parameters.Add(new() { Value = state.ToString() });
            command.Parameters.Add(new() { Value = address });
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task<List<byte[]>> AddressesAsync(string sql, object value, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = value });
        List<byte[]> found = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found.Add((byte[])reader[0]);
        return found;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Files} uploads and files that nobody handed in were removed")]
    private partial void LogRemoved(int files);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweeping attachments failed and is repeated")]
    private partial void LogPostponed(Exception exception);
}
