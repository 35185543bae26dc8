namespace Xinfang.Portal.Api;

/// <summary>运行告警 at the gateway.</summary>
public sealed class AlarmsClient(HttpClient http) : GatewayClient(http, "/api/insight/alarms")
{
    /// <summary>What is open now, and who is told.</summary>
    public Task<Answer<PresentAlarms>> Present(CancellationToken ct) => Get<PresentAlarms>("", ct: ct);

    /// <summary>What was cleared, the latest first.</summary>
    public Task<Answer<Page<SystemAlarm>>> Past(string query, CancellationToken ct) => Get<Page<SystemAlarm>>("/past" + query, ct: ct);

    /// <summary>已知晓.</summary>
    public Task<Answer<SystemAlarm>> Know(Guid id, CancellationToken ct) => Post<SystemAlarm>($"/{id}/knowing", null, ct: ct);
}

/// <summary>An alarm. Severity is Warning or Critical; SubjectName is empty for the system as a whole.</summary>
public sealed record SystemAlarm(
    Guid Id, string Code, string Title, string Severity, string Subject, string SubjectName, string Cause, DateTimeOffset SeenAt, DateTimeOffset RaisedAt, DateTimeOffset? ClearedAt, string? KnownBy, DateTimeOffset? KnownAt,
    IReadOnlyList<string> Steps, bool CanKnow);

/// <summary>Who is told of alarms; Failure says why Waiting messages have not arrived.</summary>
public sealed record AlarmTarget(string Name, string NameText, int Waiting, string? Failure);

/// <summary>What is open. Late: the watch itself stands still.</summary>
public sealed record PresentAlarms(DateTimeOffset? LookedAt, bool Late, IReadOnlyList<SystemAlarm> Present, IReadOnlyList<AlarmTarget> Targets);
