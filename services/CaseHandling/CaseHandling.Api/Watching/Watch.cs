using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Time;

namespace Xinfang.CaseHandling.Api.Watching;

/// <summary>
/// Looks through an index of petitions or reviews for those that something has to be told of, and tells each in a transaction of its own. Runs every hour, and when
/// the day or the calendar is changed. What cannot be told now is told by the next scan.
/// </summary>
/// <typeparam name="TFound">What the index gives: the petition or review, and where the next page begins.</typeparam>
internal abstract partial class Watch<TFound>(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger log) : BackgroundService where TFound : class
{
    private const int Tries = 3;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>The clock of all dates.</summary>
    protected LegalClock Clock => clock;

    /// <summary>How long after the start the first scan waits.</summary>
    protected virtual TimeSpan First => TimeSpan.Zero;

    /// <summary>Tells everything that is due to be told; the number of petitions or reviews told of.</summary>
    public async Task<int> ScanAsync(CancellationToken ct)
    {
        var (told, after) = (0, (TFound?)null);
        while (await NextAsync(after, ct) is { Count: > 0 } found)
        {
            foreach (var each in found)
                if (await TellOrPassOverAsync(each, ct)) told++;
            after = found[^1];
        }
        return told;
    }

    /// <summary>The next page, from the index alone.</summary>
    internal async Task<List<TFound>> NextAsync(TFound? after, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await NextAsync(scope.ServiceProvider.GetRequiredService<CaseHandlingDb>(), after, ct);
    }

    protected abstract Task<List<TFound>> NextAsync(CaseHandlingDb db, TFound? after, CancellationToken ct);

    /// <summary>For the log.</summary>
    protected abstract Guid IdOf(TFound found);

    /// <summary>Tells of one; locks the row of its petition first. False when there is nothing to tell.</summary>
    protected abstract Task<bool> TellAsync(CaseHandlingDb db, TFound found, CancellationToken ct);

    /// <summary>What follows a scan.</summary>
    protected virtual Task AfterScanAsync(CancellationToken ct) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (First > TimeSpan.Zero) await time.UntilAsync(First, clock.NextChange, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = clock.NextChange;
            try
            {
                if (await ScanAsync(stoppingToken) is > 0 and var told) LogTold(told);
                await AfterScanAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            await time.UntilAsync(Every, change, stoppingToken);
        }
    }

    /// <summary>A file that was tampered with must not keep the dates of all others from being told.</summary>
    private async Task<bool> TellOrPassOverAsync(TFound found, CancellationToken ct)
    {
        try
        {
            for (var attempt = 1; attempt <= Tries; attempt++)
                if (await TellUnlessBusyAsync(found, ct) is { } told) return told;
            return false; // busy; the next scan looks again
        }
        catch (CryptographicException e)
        {
            LogUnreadable(e, IdOf(found));
            return false;
        }
    }

    /// <summary>Null: an event from elsewhere has changed the petition meanwhile.</summary>
    private async Task<bool?> TellUnlessBusyAsync(TFound found, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await TellAsync(scope.ServiceProvider.GetRequiredService<CaseHandlingDb>(), found, ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Told organs of dates of {Found} petitions or reviews")]
    private partial void LogTold(int found);

    [LoggerMessage(Level = LogLevel.Error, Message = "The file of petition or review {Id} cannot be read: it was changed or its key is gone")]
    private partial void LogUnreadable(Exception exception, Guid id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scan of dates failed and is repeated in an hour")]
    private partial void LogPostponed(Exception exception);
}
