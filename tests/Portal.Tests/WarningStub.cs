using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xinfang.Law;

namespace Xinfang.Portal.Tests;

/// <summary>Warnings as Insight answers. Nobody here exists.</summary>
internal static class WarningStub
{
    public static readonly Guid New = new("019cb000-0000-7000-8000-0000000000e1");
    public static readonly Guid Taken = new("019cb000-0000-7000-8000-0000000000e2");
    public static readonly Guid Answered = new("019cb000-0000-7000-8000-0000000000e3");
    public static readonly Guid Judged = new("019cb000-0000-7000-8000-0000000000e4");

    private const string Root = "/api/insight/warnings", Overseer = "120104-xfb/Oversee", Officer = "120104-zjw/Handle";

    private static readonly Term Taking = new("warning-taking", "接手预警", 2, DayKind.Working, PetitionRegulations.Escalation, PetitionRegulations.InForceFrom, Policy: true);

    public static IEnumerable<Place> Places =>
    [
        new("warnings", "/desk/warnings", Overseer), new("warnings-empty", "/desk/warnings?status=Dropped", Overseer), new("warnings-organ", "/desk/warnings?status=New&rule=Surge", Officer), new("warnings-clerk", "/desk/warnings", "120104-xfb/Register"),
        new("warnings-leader", "/desk/warnings", "120104-xfb/Lead"), new("warning-new", $"/desk/warnings/{New}", Officer), new("warning-taken", $"/desk/warnings/{Taken}", Officer), new("warning-answered", $"/desk/warnings/{Answered}", Overseer),
        new("warning-judged", $"/desk/warnings/{Judged}", "120104-xfb/Lead"), new("warning-missing", $"/desk/warnings/{Story.Acceptance}", Overseer),
    ];

    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        app.MapGet(Root, (string? status) => Results.Json(new { items = status is "Dropped" ? [] : new[] { Row(New, "Surge", "激增", "New", "待接手"), Row(Taken, "UrgentUnrouted", "紧急未转", "Taken", "处置中"), Row(Judged, "TermLikelyMissed", "可能超期", "Judged", "已下结论") }, next = status is null ? "next-page" : null }, json));
        app.MapGet(Root + "/precision", () => Results.Json(new { year = 2026, rows = new[] { Precision("Surge", "激增", 18, 13, 2), Precision("RepeatWave", "重复集中", 1, 0, 0) }, all = Precision("", "合计", 19, 13, 2) }, json));
        app.MapGet(Root + "/{id:guid}", (Guid id) => View(id) is { } view ? Results.Json(view, json)
            : Results.Json(new { type = "urn:xinfang:insight.not-found", title = "没有这一项。可能已经撤下，也可能不归您看。", status = 404 }, json, "application/problem+json", 404));
        app.MapPost(Root + "/{id:guid}/{act}", (Guid id) => Results.Json(View(id), json));
    }

    private static object Row(Guid id, string rule, string ruleText, string status, string statusText) => new
    {
        id, rule, ruleText, status, statusText, street = "120104009", streetName = "万兴街道", content = "040000", organ = "120104-zjw", organName = "区住建委", count = 23, raisedAt = "2026-04-16T22:10:00Z",
        bellAt = status == "New" ? "2026-04-17T23:00:00Z" : "2026-04-16T23:00:00Z", ringing = status != "New", dueOn = "2026-04-21", escalated = status == "Taken", takenOn = status == "New" ? null : "2026-04-17", verdict = status == "Judged" ? "True" : null, verdictText = status == "Judged" ? "属实" : null,
    };

    private static object? View(Guid id)
    {
        var (status, text, acts) = id == New ? ("New", "待接手", new[] { Act("Take", "接手", id, "taking"), Act("Drop", "撤销预警", id, "dropping") }) : id == Taken ? ("Taken", "处置中", [Act("Answer", "报处置情况", id, "answer")])
            : id == Answered ? ("Answered", "待下结论", [Act("Judge", "下结论", id, "verdict")]) : id == Judged ? ("Judged", "已下结论", []) : ("", "", []);
        if (status.Length == 0) return null;
        var urgent = id == Taken;
        return new
        {
            id, rule = urgent ? "UrgentUnrouted" : "Surge", ruleText = urgent ? "紧急未转" : "激增", status, statusText = text, street = "120104009", streetName = "万兴街道", content = "040000", organ = "120104-zjw", organName = "区住建委", owner = urgent ? "120104-xfb" : "120104-zjw", ownerName = urgent ? "区信访办" : "区住建委",
            ownerDuty = urgent ? "Oversee" : "Handle", raisedAt = "2026-04-16T22:10:00Z", bellAt = "2026-04-16T23:00:00Z", ringing = true, term = Story.Term(Taking, new(2026, 4, 17), "预警", status == "New" ? null : new(2026, 4, 17)), escalated = urgent, escalatedOn = urgent ? "2026-04-17" : null,
            takenOn = status == "New" ? null : "2026-04-17", takenOrganName = status == "New" ? null : "区住建委", action = status is "Answered" or "Judged" ? "派人上门核实，19件出自同一片区，已经约供热单位说明退费办法。" : null, answeredOn = status is "Answered" or "Judged" ? "2026-04-17" : null,
            verdict = status == "Judged" ? "True" : null, verdictText = status == "Judged" ? "属实" : null, reason = status == "Judged" ? "停热后不退费，确有其事。" : null, decidedOn = status == "Judged" ? "2026-04-17" : null,
            figures = urgent ? new[] { "登记为紧急，2026年4月15日（周三）收到，当天没有转出去。重大、紧急信访事项应当及时报告、处置。" } : ["7天23件。按这里自己的水平和往年同一时段，平常是7.4件，平常最多13件。碰巧的可能性小于千分之一。", "平常的数由三样算出：近两年的水平、往年同样几周的高低、这一类信访本来的起伏。"],
            evidence = new { from = "2026-04-11", until = "2026-04-17", count = 23, expected = 7.4, high = 13, weeks = urgent ? [] : Enumerable.Range(0, 26).Select(back => new { until = new DateOnly(2026, 4, 17).AddDays(-7 * back), count = back == 0 ? 23 : 5 + (back % 4), expected = 7.4, high = 13 }) },
            petitions = urgent ? [] : new[] { new { id = Story.Id, number = Story.Number, receivedOn = "2026-04-16", organ = "120104-zjw", organName = "区住建委", closed = false } },
            acts,
        };
    }

    private static object Act(string act, string label, Guid id, string route) => new { act, label, open = true, href = $"/warnings/{id}/{route}" };

    private static object Precision(string rule, string text, int raised, int right, int wrong) => new
    {
        rule, ruleText = text, raised, judged = right + wrong, @true = right, @false = wrong, unclear = 0, dropped = 1, precision = right + wrong == 0 ? (double?)null : 0.867, low = right + wrong == 0 ? (double?)null : 0.621, high = right + wrong == 0 ? (double?)null : 0.963,
        owed = raised, inTime = right, inTimeShare = 0.722,
    };
}
