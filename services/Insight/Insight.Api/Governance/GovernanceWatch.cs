using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Insight.Api.Governance.Mechanisms;
using Xinfang.Insight.Api.Governance.Publishing;
using Xinfang.Insight.Api.Governance.Tasks;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Time;

namespace Xinfang.Insight.Api.Governance;

/// <summary>
/// Every hour, at start and when the day is changed: writes the calendar of the year, and notes once what is due soon and once what is
/// overdue. Two replicas that find the same thing write the same row; the second is refused by its version and passes on.
/// </summary>
internal sealed partial class GovernanceWatch(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<GovernanceWatch> log) : BackgroundService
{
    private const int Batch = 200;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Does what is due; how much it was.</summary>
    public async Task<int> ScanAsync(Moment now, CancellationToken ct)
    {
        var done = 0;
        foreach (var rule in PublishingCalendar.Rules)
            if (await OneAsync(db => WriteAsync(db, rule, now, ct), ct)) done++;
        done += await EachAsync(db => db.Set<GovernanceTask>().Where(each => each.RemindOn <= now.Date && each.Status == TaskState.Open).Select(each => each.Id), (db, id) => RemindOfTaskAsync(db, id, now, ct), ct);
        var soon = now.Date.AddDays(PublishingCalendar.DaysBefore);
        done += await EachAsync(db => db.Set<PublishingItem>().Where(each => each.PublishedOn == null && each.OverdueToldOn == null && each.DueOn <= soon && (each.DueSoonToldOn == null || each.DueOn < now.Date)).Select(each => each.Id),
            (db, id) => RemindOfPublishingAsync(db, id, now, ct), ct);
        return done + await EachAsync(db => db.Set<Mechanism>().Where(each => each.EvaluateOn < now.Date && each.OverdueToldOn == null).Select(each => each.Id), (db, id) => RemindOfMechanismAsync(db, id, now, ct), ct);
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

    private static async Task<bool> WriteAsync(InsightDb db, PublishingRule rule, Moment now, CancellationToken ct)
    {
        if (await db.Set<PublishingItem>().AnyAsync(each => each.Year == now.Date.Year && each.Rule == rule, ct)) return false;
        var item = PublishingItem.Lawful(now.Date.Year, rule);
        db.Add(item);
        await db.NoteAsync(item.Id, "PlanPublishing", null, now, item.Basis, new { item.DueOn }, null, item, ct);
        return true;
    }

    private static async Task<bool> RemindOfTaskAsync(InsightDb db, Guid id, Moment now, CancellationToken ct)
    {
        if (await db.Set<GovernanceTask>().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } task) return false;
        var before = RecordChain.DigestOf(task);
        if (task.Remind(now.Date) is not { } act) return false;
        await db.NoteAsync(id, act, null, now, task.Basis, new { task.DueOn }, before, task, ct);
        return true;
    }

    private static async Task<bool> RemindOfPublishingAsync(InsightDb db, Guid id, Moment now, CancellationToken ct)
    {
        if (await db.Set<PublishingItem>().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } item) return false;
        var before = RecordChain.DigestOf(item);
        if (item.Remind(now.Date) is not { } act) return false;
        await db.NoteAsync(id, act, null, now, item.Basis, new { item.DueOn }, before, item, ct);
        return true;
    }

    private static async Task<bool> RemindOfMechanismAsync(InsightDb db, Guid id, Moment now, CancellationToken ct)
    {
        if (await db.Set<Mechanism>().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } mechanism) return false;
        var before = RecordChain.DigestOf(mechanism);
        if (!mechanism.Remind(now.Date)) return false;
        await db.NoteAsync(id, "MechanismOverdue", null, now, PetitionRegulations.JointConference, new { mechanism.EvaluateOn }, before, mechanism, ct);
        return true;
    }

    private async Task<int> EachAsync(Func<InsightDb, IQueryable<Guid>> find, Func<InsightDb, Guid, Task<bool>> remind, CancellationToken ct)
    {
        var (done, after) = (0, Guid.Empty);
        while (true)
        {
            List<Guid> found;
            await using (var scope = scopes.CreateAsyncScope())
            {
                var from = after;
                found = await find(scope.ServiceProvider.GetRequiredService<InsightDb>()).Where(id => id > from).OrderBy(id => id).Take(Batch).ToListAsync(ct);
            }
            foreach (var id in found)
                if (await OneAsync(db => remind(db, id), ct)) done++;
            if (found.Count < Batch) return done;
            after = found[^1];
        }
    }

    private async Task<bool> OneAsync(Func<InsightDb, Task<bool>> act, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InsightDb>();
        if (!await act(db)) return false;
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false; // another replica, or a person, was first
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote or reminded of {Done} things of the law-based work")]
    private partial void LogDone(int done);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scan of the law-based work failed and is repeated in an hour")]
    private partial void LogPostponed(Exception exception);
}
