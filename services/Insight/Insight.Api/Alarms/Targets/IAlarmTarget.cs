namespace Xinfang.Insight.Api.Alarms.Targets;

/// <summary>Tells of alarms outside the system. It may be told the same twice; the id is the same then.</summary>
internal interface IAlarmTarget
{
    string Name { get; }

    /// <summary>Null when it has arrived, else why not, in Chinese and without anybody's secret.</summary>
    Task<string?> TellAsync(Telling told, CancellationToken ct);
}

/// <summary>What is told.</summary>
/// <param name="Id">Of the message.</param>
/// <param name="Page">Where it stands with what to do.</param>
internal sealed record Telling(Guid Id, AlarmChange What, Alarm Alarm, string Cause, DateTimeOffset At, Uri Page)
{
    /// <summary>告警, 仍未解除, 已解除.</summary>
    public string WhatText => What switch { AlarmChange.Cleared => "已解除", AlarmChange.Reminded => "仍未解除", _ => "告警" };

    public string Runbook => $"docs/operations/alarms.md#{Alarm.Code.ToString().ToLowerInvariant()}";
}
