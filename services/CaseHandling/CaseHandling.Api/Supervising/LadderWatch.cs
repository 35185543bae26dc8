using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Time;

namespace Xinfang.CaseHandling.Api.Supervising;

/// <summary>
/// Climbs the warning ladder of every term that is owed: each step is told once per date, the last one, the breach, proposes supervision.
/// The row of the ladder is locked while it is climbed, so that replicas tell nothing twice; the day of the next step is in it, so that
/// a restart loses nothing. Runs a minute after the start and then every hour.
/// </summary>
internal sealed partial class LadderWatch(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, WarningLadder policy, Proposals.ProposalWatch proposals, ILogger<LadderWatch> log) : BackgroundService
{
    private const int Batch = 200, Tries = 3;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1), Every = TimeSpan.FromHours(1);

    /// <summary>Tells every step that is reached; the number of petitions told of.</summary>
    public async Task<int> ScanAsync(CancellationToken ct)
    {
        var (told, after) = (0, new PetitionId(Guid.Empty));
        while (await NextAsync(after, ct) is { Count: > 0 } ids)
        {
            foreach (var id in ids)
                if (await ClimbOrPassOverAsync(id, ct)) told++;
            after = ids[^1];
        }
        return told;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await time.UntilAsync(First, clock.NextChange, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = clock.NextChange;
            try
            {
                if (await ScanAsync(stoppingToken) is > 0 and var told) LogTold(told);
                await proposals.ScanAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            await time.UntilAsync(Every, change, stoppingToken);
        }
    }

    private async Task<List<PetitionId>> NextAsync(PetitionId after, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var today = clock.Now().Date;
        return await scope.ServiceProvider.GetRequiredService<CaseHandlingDb>().Set<Ladder>().AsNoTracking()
            .Where(ladder => ladder.NextOn <= today && EF.Functions.GreaterThan(ValueTuple.Create(ladder.PetitionId), ValueTuple.Create(after)))
            .OrderBy(ladder => ladder.PetitionId).Select(ladder => ladder.PetitionId).Take(Batch).ToListAsync(ct);
    }

    private async Task<bool> ClimbOrPassOverAsync(PetitionId id, CancellationToken ct)
    {
        try
        {
            for (var attempt = 1; attempt <= Tries; attempt++)
                if (await ClimbUnlessBusyAsync(id, ct) is { } told) return told;
            return false; // busy; the next scan looks again
        }
        catch (CryptographicException e)
        {
            LogUnreadable(e, id.Value);
            return false;
        }
    }

    private async Task<bool?> ClimbUnlessBusyAsync(PetitionId id, CancellationToken ct)
    {
        try
        {
            return await ClimbAsync(id, ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.InnerException is PostgresException { TableName: "record" or "supervision" })
        {
            return null; // somebody acted on it meanwhile
        }
    }

    private async Task<bool> ClimbAsync(PetitionId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseHandlingDb>();
        var now = clock.Now();
        var ladder = await db.LockLadderAsync(id, ct);
        if (ladder is null || ladder.NextOn > now.Date || await db.OpenAsync(db.Petitions, id, ct) is not { } petition) return false;

        var owed = petition.StartedTerms.Where(term => term.IsOwed()).Select(term => term.Facts.Project(now.Calendar, now.Terms)).ToList();
        var told = 0;
        foreach (var due in owed)
        {
            var step = policy.StepOn(due, now.Date);
            if (step == 0 || ladder.Told.Any(each => each.Term == due.Term.Code && each.DueOn == due.DueOn && each.Percent >= step)) continue;
            told++;
            ladder.Told = [.. ladder.Told, new(due.Term.Code, due.DueOn, step, now.Date)];
            var fact = new TermWarned(due.Term.Code, step, due.StrictDueOn, due.DueOn);
            await db.NoteAsync(id, SupervisingRecord.Warn, PetitionRegulations.Supervision, Person.System, now, fact, ct);
            await db.ProposeSupervisionAsync(petition, fact, now, ct);
            db.Publish(id.Value, new Contracts.CaseHandling.V1.TermWarned
            {
                PetitionId = id.Value, Organ = petition.Organ, Term = fact.Term, Percent = step, StrictDueOn = due.StrictDueOn, DueOn = due.DueOn, NoticedAt = now.At,
            });
        }
        ladder.NextOn = owed.Min(due => policy.NextAfter(due, now.Date)) ?? DateOnly.MaxValue;
        await db.CommitAsync(ct);
        return told > 0;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Warned organs of terms of {Petitions} petitions")]
    private partial void LogTold(int petitions);

    [LoggerMessage(Level = LogLevel.Error, Message = "The file of petition {Petition} cannot be read: it was changed or its key is gone")]
    private partial void LogUnreadable(Exception exception, Guid petition);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The warnings failed and are repeated in an hour")]
    private partial void LogPostponed(Exception exception);
}
