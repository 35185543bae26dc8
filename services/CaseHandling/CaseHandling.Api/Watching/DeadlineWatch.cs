using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.CaseHandling.Api.Watching;

/// <summary>
/// Tells organs of dates: near (three quarters used or three days left) and past (the strict day is over), each once per date.
/// The day to tell is in the petition's row, so a restart loses nothing. Runs at start and every hour.
/// </summary>
internal sealed partial class DeadlineWatch(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<DeadlineWatch> log) : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Tells everything that is due to be told; the number of petitions told of.</summary>
    public async Task<int> ScanAsync(CancellationToken ct)
    {
        var (told, after) = (0, new PetitionId(Guid.Empty));
        while (await NextAsync(after, ct) is { Count: > 0 } ids)
        {
            foreach (var id in ids)
                if (await TellOrPassOverAsync(id, ct)) told++;
            after = ids[^1];
        }
        return told;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                if (await ScanAsync(stoppingToken) is > 0 and var told) LogTold(told);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<List<PetitionId>> NextAsync(PetitionId after, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseHandlingDb>();
        var today = clock.Now().Date;
        return await db.Petitions.AsNoTracking()
            .Where(p => p.WatchOn <= today && EF.Functions.GreaterThan(ValueTuple.Create(p.Id), ValueTuple.Create(after)))
            .OrderBy(p => p.Id).Select(p => p.Id).Take(Batch).ToListAsync(ct);
    }

    /// <summary>A file that was tampered with must not keep the dates of all others from being told.</summary>
    private async Task<bool> TellOrPassOverAsync(PetitionId id, CancellationToken ct)
    {
        try
        {
            return await TellAsync(id, ct);
        }
        catch (CryptographicException e)
        {
            LogUnreadable(e, id.Value);
            return false;
        }
    }

    private async Task<bool> TellAsync(PetitionId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseHandlingDb>();
        if (await db.OpenAsync(db.Petitions, id, ct) is not { } petition) return false;
        var now = clock.Now();
        var facts = petition.TellTerms(now);
        if (facts.Count == 0) return false;

        foreach (var fact in facts)
        {
            await db.RecordAsync(petition, fact.Overdue ? Act.TellOverdue : Act.TellDueSoon, Actor.System, now, fact, ct);
            Publish(db, petition, fact, now);
        }
        try
        {
            await db.CommitAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.InnerException is PostgresException { TableName: "record" })
        {
            return false; // somebody acted on it, or another replica told first; the next scan looks again
        }
    }

    private static void Publish(CaseHandlingDb db, Petition petition, TermTold told, Moment now)
    {
        var id = petition.Id.Value;
        if (told.Overdue)
            db.Publish(id, new TermOverdue { PetitionId = id, Organ = petition.Organ, Term = told.Term, StrictDueOn = told.StrictDueOn, DueOn = told.DueOn, NoticedAt = now.At });
        else
            db.Publish(id, new TermDueSoon { PetitionId = id, Organ = petition.Organ, Term = told.Term, StrictDueOn = told.StrictDueOn, DueOn = told.DueOn, NoticedAt = now.At });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Told organs of dates of {Petitions} petitions")]
    private partial void LogTold(int petitions);

    [LoggerMessage(Level = LogLevel.Error, Message = "The file of petition {Petition} cannot be read: it was changed or its key is gone")]
    private partial void LogUnreadable(Exception exception, Guid petition);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scan of dates failed and is repeated in an hour")]
    private partial void LogPostponed(Exception exception);
}
