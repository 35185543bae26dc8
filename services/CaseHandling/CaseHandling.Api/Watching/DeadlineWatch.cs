using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Time;

namespace Xinfang.CaseHandling.Api.Watching;

/// <summary>
/// Tells organs of dates: near (three quarters used or three days left) and past (the strict day is over), each once per date.
/// The day to tell is in an index of open petitions, and what was told is one row, so neither history nor a restart nor another
/// replica matters. Runs at start, every hour, and when the day or the calendar is changed.
/// </summary>
internal sealed partial class DeadlineWatch(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<DeadlineWatch> log) : BackgroundService
{
    private const int Batch = 500, Tries = 3;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>A petition with something to tell.</summary>
    public sealed record Due(DateOnly On, PetitionId Id);

    /// <summary>Tells everything that is due to be told; the number of petitions told of.</summary>
    public async Task<int> ScanAsync(CancellationToken ct)
    {
        var (told, after) = (0, (Due?)null);
        while (await NextAsync(after, ct) is { Count: > 0 } found)
        {
            foreach (var due in found)
                if (await TellOrPassOverAsync(due.Id, ct)) told++;
            after = found[^1];
        }
        return told;
    }

    /// <summary>The next petitions with something to tell, from the index alone.</summary>
    internal async Task<List<Due>> NextAsync(Due? after, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseHandlingDb>();
        var (today, on, id) = (clock.Now().Date, after?.On ?? DateOnly.MinValue, after?.Id ?? new(Guid.Empty));
        return await db.Petitions.AsNoTracking()
            .Where(p => p.WatchOn <= today && EF.Functions.GreaterThan(ValueTuple.Create(p.WatchOn, p.Id), ValueTuple.Create((DateOnly?)on, id)))
            .OrderBy(p => p.WatchOn).ThenBy(p => p.Id)
            .Select(p => new Due(p.WatchOn!.Value, p.Id)).Take(Batch).ToListAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = clock.NextChange;
            try
            {
                if (await ScanAsync(stoppingToken) is > 0 and var told) LogTold(told);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            await time.UntilAsync(Every, change, stoppingToken);
        }
    }

    /// <summary>A file that was tampered with must not keep the dates of all others from being told.</summary>
    private async Task<bool> TellOrPassOverAsync(PetitionId id, CancellationToken ct)
    {
        try
        {
            for (var attempt = 1; attempt <= Tries; attempt++)
                if (await TellAsync(id, ct) is { } told) return told;
            return false; // busy; the next scan looks again
        }
        catch (CryptographicException e)
        {
            LogUnreadable(e, id.Value);
            return false;
        }
    }

    /// <summary>True: told; false: nothing to tell; null: somebody acted on it meanwhile, or another replica told first.</summary>
    private async Task<bool?> TellAsync(PetitionId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseHandlingDb>();
        if (await db.OpenAsync(db.Petitions, id, ct) is not { } petition) return false;
        var now = clock.Now();
        var facts = petition.TellTerms(now);
        if (facts.Count == 0) return false;

        foreach (var fact in facts)
        {
            db.Add(new ToldTerm { PetitionId = id.Value, Round = petition.Round, Term = fact.Term, Overdue = fact.Overdue, StrictDueOn = fact.StrictDueOn });
            await db.RecordAsync(petition, fact.Overdue ? Act.TellOverdue : Act.TellDueSoon, Actor.System, now, fact, ct);
            Publish(db, petition, fact, now);
        }
        try
        {
            await db.CommitAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.InnerException is PostgresException { TableName: "record" or ToldTermMapping.Table })
        {
            return null;
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
