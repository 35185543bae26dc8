using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>Drills, reminders and evaluations as they answer. The case is made up.</summary>
internal static class DrillsStub
{
    public static readonly Guid Finished = new("019cb000-0000-7000-8000-000000000055");

    public static IEnumerable<Place> Places(string officer, string trainer)
    {
        const string root = "/desk/training";
        yield return new("drills", $"{root}/drills", officer);
        yield return new("drill", $"{root}/drills/{TrainingStub.Id}", officer);
        yield return new("drill-judged", $"{root}/drills/{Finished}", officer);
        yield return new("session-evaluation", $"{root}/sessions/{TrainingStub.Id}/evaluation", officer);
        yield return new("session-plan", $"{root}/sessions/{TrainingStub.Id}/plan", trainer);
        yield return new("exam-plan", $"{root}/exams/{TrainingStub.Drafted}/plan", trainer);
    }

    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        const string root = "/api/training";
        IResult Json(object value) => Results.Json(value, json);
        app.MapGet(root + "/drills", () => Json(new
        {
            items = new object[]
            {
                new { code = "cracked-wall", title = "墙裂了，等鉴定", competency = "Terms", competencyName = "期限计算", role = "Organ", runs = 2, best = 60, passed = false, running = TrainingStub.Id, found = 18 },
                new { code = "lift-visit", title = "六户人家一起来访", competency = "Registration", competencyName = "登记和转送交办", role = "Office", runs = 0, passed = false },
            },
            passPercent = 80, hours = 0.5,
        }));
        app.MapPost(root + "/drills/{script}/runs", () => Json(Drill(TrainingStub.Id, false)));
        app.MapGet(root + "/drill-runs/{id:guid}", (Guid id) => id == TrainingStub.Id ? Json(Drill(id, false)) : id == Finished ? Json(Drill(id, true)) : Results.Json(new { type = "urn:xinfang:training.not-found", title = "没有这一项。", status = 404 }, json, "application/problem+json", 404));
        app.MapPut(root + "/drill-runs/{id:guid}/steps/{number:int}", (Guid id) => Json(Drill(id, false)));
        app.MapPost(root + "/drill-runs/{id:guid}/completion", (Guid id) => Json(Drill(id, true)));
        app.MapGet(root + "/my/reminders", () => Json(new { items = new[] { new { kind = "Exam", reference = TrainingStub.Id, title = "2026年春季 条例与期限", dueOn = "2026-04-24", stage = "Week" }, new { kind = "Session", reference = TrainingStub.Drafted, title = "受理办理轮训", dueOn = "2026-04-10", stage = "Overdue" } } }));
        app.MapPost(root + "/sessions/{id:guid}/evaluation", (Guid id) => Json(new { session = id, title = "受理办理轮训" }));
        app.MapGet(root + "/sessions/{id:guid}/evaluation", (Guid id) => Json(new { session = id, answers = 23, least = 5, until = "2026-05-06T09:00:00Z", rows = new[] { new { question = "Useful", name = "对工作有用", mean = 4.3 } } }));
    }

    private static object Drill(Guid id, bool finished) => new
    {
        id, script = "cracked-wall", title = "墙裂了，等鉴定", competencyName = "期限计算", role = "Organ", begins = "2026-03-04",
        story = new[] { "您是区住建委的承办人，从同事手里接过这一件。", "信访人甲某反映隔壁施工以后自家墙裂了。2026年3月4日（周三）已经受理。", "鉴定意见要到2026年5月18日（周一）才出得来。" },
        moves = new[] { new { code = "Hear", text = "听取信访人陈述" }, new { code = "Extend:30", text = "负责人批准延长30日，书面告知延期理由" }, new { code = "Opinion:Letter", text = "作出信访处理意见书" } },
        steps = new[] { new { number = 1, move = "Hear", text = "听取信访人陈述", on = "2026-03-06" } }, begunAt = "2026-04-17T01:00:00Z", finishedAt = finished ? "2026-04-17T02:00:00Z" : null, percent = finished ? 20 : (int?)null, passed = finished ? false : (bool?)null, passPercent = 80,
        lines = finished ? new object[]
        {
            new { verdict = "Right", model = "Hear", text = "听取信访人陈述", on = "2026-03-06", basis = "《信访工作条例》第三十一条第（六）项", sentence = "听取信访人陈述事实和理由。" },
            new { verdict = "Late", model = "Extend:30", text = "负责人批准延长30日，书面告知延期理由", on = "2026-05-06", latest = "2026-05-03", basis = "《信访工作条例》第三十四条", sentence = "晚了3天。最晚2026年5月3日（周日）。" },
            new { verdict = "Missing", model = "Serve:Receipt", text = "送达，收回送达回证", latest = "2026-05-25", basis = "《民事诉讼法》第八十七条", sentence = "送达要有送达回证。" },
            new { verdict = "Unneeded", text = "申请回避，换人办", on = "2026-03-06", basis = "《信访工作条例》第二十八条第三款", sentence = "没有利害关系，不用回避。" },
        } : [],
    };
}
