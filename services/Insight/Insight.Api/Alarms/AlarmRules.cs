namespace Xinfang.Insight.Api.Alarms;

/// <summary>One alarm and what became of it.</summary>
internal sealed record AlarmStep(Alarm Alarm, AlarmChange Change);

/// <summary>From what is seen now and what is open to what is open next.</summary>
internal static class AlarmRules
{
    /// <summary>Changes the open alarms and makes new ones; the steps tell of each alarm once, those that are new or suspected too.</summary>
    /// <param name="open">Not cleared, suspected ones among them.</param>
    /// <param name="signs">All that is wrong now.</param>
    public static IReadOnlyList<AlarmStep> Decide(IReadOnlyCollection<Alarm> open, IReadOnlyCollection<Sign> signs, DateTimeOffset now)
    {
        var seen = signs.GroupBy(sign => (sign.Code, sign.Subject)).ToDictionary(same => same.Key, same => same.OrderBy(sign => sign.Keeps).First());
        List<AlarmStep> steps = [.. open.Select(alarm => new AlarmStep(alarm, seen.TryGetValue((alarm.Code, alarm.Subject), out var sign) ? alarm.See(sign, now) : alarm.Miss(now)))];
        var known = open.Select(alarm => (alarm.Code, alarm.Subject)).ToHashSet();
        foreach (var sign in seen.Values.Where(sign => !sign.Keeps && !known.Contains((sign.Code, sign.Subject))))
        {
            var alarm = Alarm.Suspect(sign, now);
            steps.Add(new(alarm, alarm.See(sign, now)));
        }
        return steps;
    }
}
