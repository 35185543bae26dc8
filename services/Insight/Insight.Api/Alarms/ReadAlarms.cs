using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Xinfang.Insight.Api.Alarms.Targets;

namespace Xinfang.Insight.Api.Alarms;

/// <summary>现有告警: GET /alarms, the gravest first, with what is watched and who is told.</summary>
internal static class ReadAlarms
{
    /// <param name="LookedAt">The last look; null before the first. Long ago: the watch itself stands still.</param>
    /// <param name="Late">The last look is longer ago than three should take.</param>
    /// <param name="Targets">Who is told besides the log.</param>
    public sealed record Answer(DateTimeOffset? LookedAt, bool Late, IReadOnlyList<AlarmView> Present, IReadOnlyList<Target> Targets);

    /// <param name="Waiting">Messages that have not arrived.</param>
    /// <param name="Failure">Why not, in Chinese.</param>
    public sealed record Target(string Name, string NameText, int Waiting, string? Failure);

    public static async Task<Ok<Answer>> Handle(InsightDb db, IEnumerable<IAlarmTarget> targets, IOptions<AlarmOptions> options, TimeProvider time, CancellationToken ct)
    {
        var looked = (await db.Set<AlarmRound>().AsNoTracking().SingleOrDefaultAsync(ct))?.LookedAt;
        var open = await db.Set<Alarm>().AsNoTracking().Where(alarm => alarm.ClearedAt == null && alarm.RaisedAt != null).ToListAsync(ct);
        var waiting = await db.Set<AlarmMessage>().AsNoTracking().Where(message => message.SentAt == null).Select(message => new { message.Target, message.Failure }).ToListAsync(ct);
        return TypedResults.Ok(new Answer(looked, looked is { } at && time.GetUtcNow() - at > TimeSpan.FromSeconds((3 * options.Value.EverySeconds) + 60),
            [.. open.OrderByDescending(alarm => alarm.Kind.Severity).ThenByDescending(alarm => alarm.RaisedAt).Select(AlarmView.Of)],
            [.. targets.Select(target => new Target(target.Name, Lookouts.Undelivered.NameOf(target.Name), waiting.Count(each => each.Target == target.Name), waiting.Find(each => each.Target == target.Name)?.Failure))]));
    }
}
