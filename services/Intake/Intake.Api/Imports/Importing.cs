using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Imports;

/// <summary>
/// Works off what clerks have asked for, behind their requests. Which import is whose turn is seen from the rows; a lock of the database session
/// keeps two replicas from the same one and is gone with the process that held it, so another goes on where it stopped.
/// </summary>
internal sealed partial class Importing(
    NpgsqlDataSource database, IServiceScopeFactory scopes, ImportChecking checking, ImportRunning running, TimeProvider time, ILogger<Importing> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1), Sweep = TimeSpan.FromHours(1);

    /// <summary>A long run keeps nobody's dry run waiting: each has a loop of its own.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(ct => WorkAsync(ImportState.Checking, checking.RunAsync, ct), Every, stoppingToken),
        RepeatAsync(ct => WorkAsync(ImportState.Running, (import, stop) => running.RunAsync(import.Id, stop), ct), Every, stoppingToken),
        RepeatAsync(SweepAsync, Sweep, stoppingToken));

    /// <summary>Drops what nobody went on with, and reports that are old; how many.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand("""
            delete from import where state = 'Uploading' and changed_at < $1 or state = 'Checked' and changed_at < $2 or state in ('Done', 'Cancelled', 'Failed') and changed_at < $3
            """);
        command.Parameters.Add(new() { Value = now - Import.UploadKept });
        command.Parameters.Add(new() { Value = now - Import.CheckedKept });
        command.Parameters.Add(new() { Value = now - Import.ReportKept });
        return await command.ExecuteNonQueryAsync(ct);
    }

    private async Task WorkAsync(ImportState state, Func<Import, CancellationToken, Task> work, CancellationToken ct)
    {
        List<Import> waiting;
        await using (var scope = scopes.CreateAsyncScope())
            waiting = await scope.ServiceProvider.GetRequiredService<IntakeDb>().Imports.AsNoTracking().Where(i => i.State == state).OrderBy(i => i.ChangedAt).Take(10).ToListAsync(ct);
        foreach (var import in waiting)
        {
            await using var turn = await database.OpenConnectionAsync(ct);
            if (!await AskAsync(turn, "select pg_try_advisory_lock(hashtextextended($1, 0))", import, ct)) continue; // another replica is at it
            try
            {
                await work(import, ct);
            }
            finally
            {
                await AskAsync(turn, "select pg_advisory_unlock(hashtextextended($1, 0))", import, CancellationToken.None); // a pooled connection would keep it
            }
        }
    }

    private static async Task<bool> AskAsync(NpgsqlConnection turn, string sql, Import import, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, turn) { Parameters = { new() { Value = $"import {import.Id}" } } };
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private async Task RepeatAsync(Func<CancellationToken, Task> once, TimeSpan every, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await once(stopping);
            }
            catch (Exception e) when (e is not OperationCanceledException && !stopping.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return; // what was under way is not written, and is done again by whoever comes next
            }
            await Task.Delay(every, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Importing was broken off and is taken up again")]
    private partial void LogPostponed(Exception exception);
}
