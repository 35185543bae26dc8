using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Insight.Api.Warnings.Rules;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Time;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>
/// Asks every rule each hour, at start and when the day is changed, and hands what nobody has taken in time to the head of the office. A finding is
/// written under its key, an escalation over the row's version: replicas that look beside each other do it once.
/// </summary>
internal sealed partial class WarningWatch(IEnumerable<IWarningRule> rules, IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<WarningWatch> log) : BackgroundService
{
    private const int Batch = 200;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Looks once; how much was raised or escalated.</summary>
    public async Task<int> ScanAsync(Moment now, CancellationToken ct)
    {
        var done = 0;
        foreach (var rule in rules) done += await RaiseAsync(rule, now, ct);
        return done + await EscalateAsync(now, ct);
    }

    /// <summary>Asks one rule.</summary>
    public async Task<int> RaiseAsync(IWarningRule rule, Moment now, CancellationToken ct)
    {
        IReadOnlyList<Finding> found;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<InsightDb>();
            found = await FreshAsync(db, rule, await rule.FindAsync(db, now, ct), now, ct);
        }
        var raised = 0;
        foreach (var finding in found)
            if (await WriteAsync(rule.Rule, finding, now, ct)) raised++;
        return raised;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = clock.NextChange;
            try
            {
                if (await ScanAsync(clock.Now(), stoppingToken) is > 0 and var done) LogDone(done);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            await time.UntilAsync(Every, change, stoppingToken);
        }
    }

    private static async Task<List<Finding>> FreshAsync(InsightDb db, IWarningRule rule, IReadOnlyList<Finding> found, Moment now, CancellationToken ct)
    {
        var (fresh, since) = (new List<Finding>(), now.Date.AddDays(-rule.Silence));
        foreach (var some in found.Chunk(Batch))
        {
            var (keys, subjects) = (some.Select(each => each.KeyOf(rule.Rule)).ToList(), some.Select(each => each.Subject).Distinct().ToList());
            var known = (await db.Set<Warning>().Where(warning => keys.Contains(warning.Key)).Select(warning => warning.Key).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            var quiet = rule.Silence == 0 ? [] : (await db.Set<Warning>().Where(warning => warning.Rule == rule.Rule && subjects.Contains(warning.Subject) && warning.RaisedOn > since && warning.RaisedOn <= now.Date)
                .Select(warning => warning.Subject).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            fresh.AddRange(some.Where(each => !known.Contains(each.KeyOf(rule.Rule)) && !quiet.Contains(each.Subject)));
        }
        return fresh;
    }

    private async Task<bool> WriteAsync(WarningRule rule, Finding finding, Moment now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InsightDb>();
        var warning = Warning.Of(rule, finding, now);
        db.Add(warning);
        await db.NoteAsync(warning.Id, "RaiseWarning", null, now, InsightLaw.Warning, new { warning.Rule, warning.Key, warning.Organ, warning.DueOn }, null, warning, ct);
        return await SavedAsync(db, ct);
    }

    private async Task<int> EscalateAsync(Moment now, CancellationToken ct)
    {
        List<Guid> late;
        await using (var scope = scopes.CreateAsyncScope())
            late = await scope.ServiceProvider.GetRequiredService<InsightDb>().Set<Warning>()
                .Where(warning => warning.Status == WarningStatus.New && !warning.Escalated && warning.DueOn < now.Date).OrderBy(warning => warning.DueOn).Select(warning => warning.Id).ToListAsync(ct);
        var done = 0;
        foreach (var id in late)
            if (await EscalateAsync(id, now, ct)) done++;
        return done;
    }

    private async Task<bool> EscalateAsync(Guid id, Moment now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InsightDb>();
        if (await db.Set<Warning>().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } warning) return false;
        var before = RecordChain.DigestOf(warning);
        if (!warning.Escalate(now.Date)) return false;
        await db.NoteAsync(id, "EscalateWarning", null, now, InsightLaw.Warning, new { warning.DueOn, warning.Owner, warning.OwnerDuty }, before, warning, ct);
        return await SavedAsync(db, ct);
    }

    // Another replica, or a person, has written the same row first.
    private static async Task<bool> SavedAsync(InsightDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Raised or escalated {Done} warnings")]
    private partial void LogDone(int done);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scan for warnings failed and is repeated in an hour")]
    private partial void LogPostponed(Exception exception);
}
