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
/// 期限重算: after a calendar was corrected, counts the dates of open petitions again, and those of reviews. Only dates that move are changed, each petition
/// once, with one line in its record and an event for each date. Every petition remembers the calendar it was counted with, so a run
/// that was broken off goes on where it stopped. One replica works at a time.
/// </summary>
internal sealed partial class DateCorrection(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<DateCorrection> log) : BackgroundService
{
    private const int Batch = 500, Together = 50, Tries = 3;
    private const long Turn = 0x64617465; // of this work, among the advisory locks of the database
    private static readonly TimeSpan Every = TimeSpan.FromHours(1), Retry = TimeSpan.FromMinutes(1);

    /// <summary>What a run did.</summary>
    /// <param name="Looked">Petitions and reviews that had been counted with another calendar.</param>
    /// <param name="Moved">Those of them with a date that moved.</param>
    /// <param name="PassedOver">Those that could not be written now.</param>
    public sealed record Run(int Looked, int Moved, int PassedOver);

    /// <summary>Counts again what was counted with another calendar; null while another replica is at it.</summary>
    public async Task<Run?> RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseHandlingDb>();
        await db.Database.OpenConnectionAsync(ct); // the turn lasts as long as the connection
        await KeepCalendarAsync(db, ct);
        if (!(await db.Database.SqlQuery<bool>($"select pg_try_advisory_lock({Turn}) as \"Value\"").ToListAsync(ct))[0]) return null;
        try
        {
            var run = new Run(0, 0, 0);
            var calendar = clock.Calendar;
            foreach (var earlier in (bool[])[true, false])
            {
                Stale? after = null;
                while (await NextAsync(db, calendar.Version, earlier, after, ct) is { Count: > 0 } found)
                {
                    var (moved, passedOver) = await CorrectAsync(db, found, ct);
                    run = new(run.Looked + found.Count, run.Moved + moved, run.PassedOver + passedOver);
                    after = found[^1];
                    if (!clock.Calendar.Equals(calendar)) return run; // corrected again meanwhile: the next run is already called for
                }
            }
            var reviews = await CorrectReviewsAsync(db, calendar, ct);
            return new(run.Looked + reviews.Looked, run.Moved + reviews.Moved, run.PassedOver + reviews.PassedOver);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({Turn})", CancellationToken.None);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (change, pause) = (clock.NextChange, Every);
            try
            {
                var run = await RunAsync(stoppingToken);
                if (run is not { Looked: 0, PassedOver: 0 }) pause = Retry; // an act that began with the former calendar may have been saved behind the run
                if (run is { Looked: > 0 }) LogCorrected(run.Looked, run.Moved, clock.Calendar.Version);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
                pause = Retry;
            }
            await time.UntilAsync(pause, change, stoppingToken);
        }
    }

    private sealed record Stale(string With, PetitionId Id);

    /// <summary>Petitions counted with another calendar, from the index alone: the versions before this one, then those after it.</summary>
    private static Task<List<Stale>> NextAsync(CaseHandlingDb db, string version, bool earlier, Stale? after, CancellationToken ct)
    {
        var stale = db.Petitions.AsNoTracking().Select(p => new { With = EF.Property<string>(p, PetitionMapping.ProjectedWith), p.Id });
        stale = earlier
            ? stale.Where(p => EF.Functions.LessThan(ValueTuple.Create(p.With), ValueTuple.Create(version)))
            : stale.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.With), ValueTuple.Create(version)));
        if (after is { } last) stale = stale.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.With, p.Id), ValueTuple.Create(last.With, last.Id)));
        return stale.OrderBy(p => p.With).ThenBy(p => p.Id).Take(Batch).Select(p => new Stale(p.With, p.Id)).ToListAsync(ct);
    }

    private async Task<(int Moved, int PassedOver)> CorrectAsync(CaseHandlingDb db, List<Stale> found, CancellationToken ct)
    {
        var (now, ids) = (clock.Now(), found.ConvertAll(each => each.Id));
        List<PetitionId> moving = [], staying = [];
        foreach (var petition in await db.Petitions.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct))
            (petition.CorrectDates(now) is null ? staying : moving).Add(petition.Id);

        // Their terms stay as they are; only the mark moves on, unless an act has come between.
        if (staying.Count > 0)
        {
            Guid[] raw = [.. staying.Select(id => id.Value)];
            string[] with = [.. staying.Select(id => found.Find(each => each.Id == id)!.With)];
            await db.Database.ExecuteSqlAsync($"""
                update petition set projected_with = {now.Calendar.Version} from unnest({raw}, {with}) as stale(id, "with")
                where petition.id = stale.id and petition.projected_with = stale."with"
                """, ct);
        }
        var (moved, passedOver) = (0, 0);
        foreach (var together in moving.Chunk(Together))
        {
            var (some, none) = await MoveAsync(together, now, 1, ct);
            (moved, passedOver) = (moved + some, passedOver + none);
        }
        return (moved, passedOver);
    }

    /// <summary>Some petitions in one transaction; when one of them cannot be written, each for itself.</summary>
    private async Task<(int Moved, int PassedOver)> MoveAsync(PetitionId[] ids, Moment now, int attempt, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CaseHandlingDb>();
            var moved = 0;
            foreach (var id in ids)
                if (await MoveAsync(db, id, now, ct)) moved++;
            await db.CommitAsync(ct);
            return (moved, 0);
        }
        catch (Exception e) when (e is DbUpdateException or CryptographicException)
        {
            // Somebody acted on one of them: it is read again. Or its file cannot be read.
            if (ids is [var only] && (attempt == Tries || e is CryptographicException))
            {
                LogPassedOver(e, only.Value);
                return (0, 1);
            }
        }
        var (some, none) = (0, 0);
        foreach (var id in ids)
        {
            var (one, not) = await MoveAsync([id], now, attempt + 1, ct);
            (some, none) = (some + one, none + not);
        }
        return (some, none);
    }

    private static async Task<bool> MoveAsync(CaseHandlingDb db, PetitionId id, Moment now, CancellationToken ct)
    {
        if (await db.OpenAsync(db.Petitions, id, ct) is not { } petition || petition.CorrectDates(now) is not { } corrected) return false;
        await db.RecordAsync(petition, Act.CorrectDates, Actor.System, now, corrected, ct);
        foreach (var term in corrected.Moved)
        {
            db.Publish(id.Value, new TermCorrected
            {
                PetitionId = id.Value,
                Organ = petition.Organ,
                Term = term.Term,
                FormerStrictDueOn = term.FormerStrictDueOn,
                FormerDueOn = term.FormerDueOn,
                StrictDueOn = term.StrictDueOn,
                DueOn = term.DueOn,
                CorrectedAt = now.At,
            });
        }
        return true;
    }

    /// <summary>Keeps the calendar in use, and makes those of earlier days known to the clock: what is done stays explained by them.</summary>
    private async Task KeepCalendarAsync(CaseHandlingDb db, CancellationToken ct)
    {
        var calendar = clock.Calendar;
        List<string> years = [.. calendar.Write()];
        await db.Database.ExecuteSqlAsync($"insert into calendar (version, years) values ({calendar.Version}, {years}) on conflict do nothing", ct);
        foreach (var kept in await db.Calendars.AsNoTracking().ToListAsync(ct)) clock.Remember(LegalCalendar.Read(kept.Years));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Counted {Petitions} open petitions and reviews again, dates of {Moved} moved, calendar {Calendar}")]
    private partial void LogCorrected(int petitions, int moved, string calendar);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Petition or review {Petition} was not counted again yet")]
    private partial void LogPassedOver(Exception exception, Guid petition);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counting dates again failed and is repeated in a minute")]
    private partial void LogPostponed(Exception exception);
}

/// <summary>For the alarm of a year without a calendar.</summary>
internal sealed class RunningTerms(IServiceScopeFactory scopes) : IRunningTerms
{
    public async Task<DateOnly?> LatestDueOnAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseHandlingDb>().Petitions.Where(p => p.NextDueOn < DateOnly.MaxValue).MaxAsync(p => (DateOnly?)p.NextDueOn, ct);
    }
}
