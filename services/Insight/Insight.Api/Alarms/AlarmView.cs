namespace Xinfang.Insight.Api.Alarms;

/// <summary>An alarm as it is shown.</summary>
/// <param name="SubjectName">What it concerns, for people; empty for the system as a whole.</param>
/// <param name="Steps">What to do; for those that are open.</param>
/// <param name="CanKnow">It can be acknowledged.</param>
internal sealed record AlarmView(
    Guid Id, AlarmCode Code, string Title, Severity Severity, string Subject, string SubjectName, string Cause, DateTimeOffset SeenAt, DateTimeOffset RaisedAt, DateTimeOffset? ClearedAt, string? KnownBy, DateTimeOffset? KnownAt,
    IReadOnlyList<string> Steps, bool CanKnow)
{
    public static AlarmView Of(Alarm alarm) => new(alarm.Id, alarm.Code, alarm.Kind.Title, alarm.Kind.Severity, alarm.Subject, NameOf(alarm), alarm.Cause, alarm.SeenAt, alarm.RaisedAt!.Value, alarm.ClearedAt, alarm.KnownBy, alarm.KnownAt,
        alarm.ClearedAt is null ? alarm.Kind.Steps : [], alarm.RefusesKnowing is null);

    private static string NameOf(Alarm alarm) => alarm.Code is AlarmCode.TargetFailing ? Lookouts.Undelivered.NameOf(alarm.Subject) : Lookouts.HealthSigns.NameOf(alarm.Subject);
}
