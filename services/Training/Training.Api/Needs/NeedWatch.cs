using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Time;

namespace Xinfang.Training.Api.Needs;

/// <summary>
/// Looks at the beginning of every month for organs and officers in need, and lets go of facts that are too old to say anything of today's work. Not every day: who looks
/// often enough finds by chance what one look does not, and the promise of few false alarms is one of a single look.
/// </summary>
internal sealed partial class NeedWatch(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<NeedWatch> log) : BackgroundService
{
    /// <summary>Days of cases that are counted (本区设定).</summary>
    public const int Window = 180;

    private const int KeptDays = 3 * 365, Beginning = 7; // a week, in which the service will once be running
    private const long Turn = 0x6e65; // of this work, among the advisory locks of the database
    private static readonly TimeSpan Every = TimeSpan.FromHours(24), First = TimeSpan.FromMinutes(2);

    /// <summary>Proposes what is found and not open already; an organ that somebody decided not to train is proposed again only after the window has passed.</summary>
    /// <returns>How many were proposed.</returns>
    public static async Task<int> FindAsync(TrainingDb db, DateOnly today, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Turn})", ct);
        var from = today.AddDays(-Window);
        // One look at both: the share of false alarms is held over all of it.
        var found = NeedFinder.Find([.. await db.CountAsync(from, today, ct), .. await db.CountOfficersAsync(from, today, ct)]);
        var known = (await db.Needs.Where(need => need.State == NeedState.Proposed || need.State == NeedState.Accepted || need.DecidedOn > from).Select(need => new { need.Organ, need.Signal, need.Account }).ToListAsync(ct))
            .Select(need => (need.Organ, need.Signal, need.Account)).ToHashSet();
        var proposed = found.Where(need => !known.Contains((need.Organ, need.Signal, need.Account))).Select(need => new Need
        {
            Id = Guid.CreateVersion7(), Organ = need.Organ, Signal = need.Signal, Account = need.Account, Evidence = need, From = from, Until = today, FoundOn = today, State = NeedState.Proposed,
        }).ToList();
        db.AddRange(proposed);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return proposed.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await time.UntilAsync(First, clock.NextChange, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = clock.NextChange;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var (db, today) = (scope.ServiceProvider.GetRequiredService<TrainingDb>(), clock.Now().Date);
                if (today.Day <= Beginning && await FindAsync(db, today, stoppingToken) is > 0 and var proposed) LogProposed(proposed);
                var old = today.AddDays(-KeptDays);
                await db.CaseFacts.Where(fact => fact.On < old).ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            await time.UntilAsync(Every, change, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Proposed} needs of training proposed")]
    private partial void LogProposed(int proposed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Needs of training are looked for later")]
    private partial void LogPostponed(Exception exception);
}
