using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>Alarms as Insight answers.</summary>
internal static class AlarmStub
{
    public static readonly Guid Open = new("019cb000-0000-7000-8000-0000000000f1");

    private const string Root = "/api/insight/alarms";
    private static readonly Guid Known = new("019cb000-0000-7000-8000-0000000000f2");

    public static readonly Place[] Places = [new("alarms", "/desk/operations/alarms", "120104-xfb/Administer"), new("alarms-auditor", "/desk/operations/alarms?after=next-page", "120104-xfb/Audit")];

    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        app.MapGet(Root, () => Results.Json(new
        {
            lookedAt = "2026-04-17T01:59:30Z", late = false,
            present = new[]
            {
                Alarm(Open, "ServiceUnhealthy", "服务不健康", "Critical", "intake", "登记受理（intake）", "登记受理（intake）：database（连不上或没有及时回答）。", null, null),
                Alarm(Known, "TargetFailing", "告警送不出去", "Warning", "webhook", "接收告警的网址", "有2条告警没有送到接收告警的网址：对方回答500。", null, "admin"),
            },
            targets = new[] { new { name = "webhook", nameText = "接收告警的网址", waiting = 2, failure = (string?)"对方回答500" }, new { name = "mail", nameText = "邮箱", waiting = 0, failure = (string?)null } },
        }, json));
        app.MapGet(Root + "/past", (string? after) => Results.Json(new
        {
            items = after is null ? new[] { Alarm(Story.Id, "NoOnlinePetitions", "长时间没有网上信访", "Warning", "", "", "从9:00起没有收到网上信访。", "2026-04-16T04:00:00Z", null) } : [], next = after is null ? "next-page" : null,
        }, json));
        app.MapPost(Root + "/{id:guid}/knowing", (Guid id) => Results.Json(Alarm(id, "ServiceUnhealthy", "服务不健康", "Critical", "intake", "登记受理（intake）", "登记受理（intake）：database。", null, "admin"), json));
    }

    private static object Alarm(Guid id, string code, string title, string severity, string subject, string subjectName, string cause, string? clearedAt, string? knownBy) => new
    {
        id, code, title, severity, subject, subjectName, cause, seenAt = "2026-04-16T03:00:00Z", raisedAt = "2026-04-16T03:01:00Z", clearedAt, knownBy, knownAt = knownBy is null ? null : "2026-04-16T03:10:00Z",
        steps = clearedAt is null ? ["在运行页面看postgres、messaging、cache是不是都在跑，停了就按“启动”。", "都在跑：重启这个服务。"] : Array.Empty<string>(), canKnow = clearedAt is null && knownBy is null,
    };
}
