using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Alarms.Targets;

namespace Xinfang.Insight.Api.Alarms;

/// <summary>Brings what became of alarms to the targets: written with the alarm, tried until it has arrived.</summary>
internal sealed class AlarmPost(IEnumerable<IAlarmTarget> targets, IServiceScopeFactory scopes, IConfiguration configuration)
{
    private const int AtOnce = 20;

    private readonly Uri _page = new(new Uri(configuration["Identity:Issuer"] ?? "http://localhost:8080/"), "desk/operations/alarms");

    /// <summary>Adds the messages to what is saved next. A reminder is not added to one that still waits, and no target is told of its own failing.</summary>
    public async Task WriteAsync(InsightDb db, Alarm alarm, AlarmChange what, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var target in targets.Where(target => alarm.Code is not AlarmCode.TargetFailing || alarm.Subject != target.Name))
        {
            if (what is AlarmChange.Reminded && await db.Set<AlarmMessage>().AnyAsync(message => message.AlarmId == alarm.Id && message.Target == target.Name && message.SentAt == null, ct)) continue;
            db.Add(new AlarmMessage { Id = Guid.CreateVersion7(now), AlarmId = alarm.Id, Target = target.Name, What = what, Cause = alarm.Cause, At = now, NextAt = now });
        }
    }

    /// <summary>Sends what is due, in its order. A target that does not take one is not asked for the next in this turn.</summary>
    public async Task DeliverAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InsightDb>();
        foreach (var target in targets)
        {
            var due = await db.Set<AlarmMessage>().Where(message => message.SentAt == null && message.Target == target.Name && message.NextAt <= now).OrderBy(message => message.NextAt).ThenBy(message => message.Id).Take(AtOnce).ToListAsync(ct);
            var ids = due.Select(message => message.AlarmId).ToList();
            var alarms = await db.Set<Alarm>().AsNoTracking().Where(alarm => ids.Contains(alarm.Id)).ToDictionaryAsync(alarm => alarm.Id, ct);
            foreach (var message in due)
            {
                var failure = await target.TellAsync(new(message.Id, message.What, alarms[message.AlarmId], message.Cause, message.At, _page), ct);
                if (failure is null) message.Sent(now);
                else message.Failed(failure, now);
                await db.SaveChangesAsync(ct);
                if (failure is not null) break;
            }
        }
    }

    /// <summary>Tells at once, when nothing can be written down.</summary>
    public Task TellAsync(Alarm alarm, AlarmChange what, DateTimeOffset now, CancellationToken ct) =>
        Task.WhenAll(targets.Select(target => target.TellAsync(new(Guid.CreateVersion7(now), what, alarm, alarm.Cause, now, _page), ct)));
}
