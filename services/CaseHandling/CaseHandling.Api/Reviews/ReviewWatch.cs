using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>
/// Tells reviewing bodies of dates: near and past, each once per date. The day to tell is in the review's row; runs at start and every
/// hour, as the watch over petitions does.
/// </summary>
internal sealed partial class ReviewWatch(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<ReviewWatch> log) : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Tells everything that is due to be told; the number of reviews told of.</summary>
    public async Task<int> ScanAsync(CancellationToken ct)
    {
        var (told, after) = (0, new ReviewId(Guid.Empty));
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

    private async Task<List<ReviewId>> NextAsync(ReviewId after, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseHandlingDb>();
        var today = clock.Now().Date;
        return await db.Reviews.AsNoTracking()
            .Where(r => r.WatchOn <= today && EF.Functions.GreaterThan(ValueTuple.Create(r.Id), ValueTuple.Create(after)))
            .OrderBy(r => r.Id).Select(r => r.Id).Take(Batch).ToListAsync(ct);
    }

    /// <summary>A file that was tampered with must not keep the dates of all others from being told.</summary>
    private async Task<bool> TellOrPassOverAsync(ReviewId id, CancellationToken ct)
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

    private async Task<bool> TellAsync(ReviewId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseHandlingDb>();
        if (await db.Reviews.Where(r => r.Id == id).Select(r => (PetitionId?)r.PetitionId).SingleOrDefaultAsync(ct) is not { } of) return false;
        await db.LockAsync(of, ct); // acts on the petition take turns with what is told of it
        if (await db.OpenAsync(db.Reviews, id, ct) is not { } review || await db.OpenAsync(db.Petitions, review.PetitionId, ct) is not { } petition) return false;
        var now = clock.Now();
        var facts = review.TellTerms(now);
        if (facts.Count == 0) return false;

        foreach (var fact in facts)
        {
            await db.RecordAsync(petition, review, fact.Overdue ? ReviewAct.TellOverdue : ReviewAct.TellDueSoon, Actor.System, now, fact, ct);
            var petitionId = petition.Id.Value;
            if (fact.Overdue)
                db.Publish(petitionId, new TermOverdue { PetitionId = petitionId, Organ = review.Body, Term = fact.Term, StrictDueOn = fact.StrictDueOn, DueOn = fact.DueOn, NoticedAt = now.At });
            else
                db.Publish(petitionId, new TermDueSoon { PetitionId = petitionId, Organ = review.Body, Term = fact.Term, StrictDueOn = fact.StrictDueOn, DueOn = fact.DueOn, NoticedAt = now.At });
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Told reviewing bodies of dates of {Reviews} reviews")]
    private partial void LogTold(int reviews);

    [LoggerMessage(Level = LogLevel.Error, Message = "The file of review {Review} cannot be read: it was changed or its key is gone")]
    private partial void LogUnreadable(Exception exception, Guid review);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scan of dates of reviews failed and is repeated in an hour")]
    private partial void LogPostponed(Exception exception);
}
