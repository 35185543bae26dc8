using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>Insight's registers of the law-based work, as they answer.</summary>
internal static class GovernanceStub
{
    public static readonly Guid One = new("019cb000-0000-7000-8000-0000000000b1"), Two = new("019cb000-0000-7000-8000-0000000000b2");

    public static IEnumerable<Place> Places(string overseer, string officer)
    {
        const string root = "/desk/governance", leader = "120104-xfb/Lead", supervisor = "120104-xfb/Supervise";
        yield return new("governance-road-map", $"{root}/road-map", overseer);
        yield return new("governance-road-map-organ", $"{root}/road-map?year=2025", officer);
        yield return new("governance-tasks", $"{root}/tasks", supervisor);
        yield return new("governance-tasks-empty", $"{root}/tasks?status=Dropped", overseer);
        yield return new("governance-tasks-organ", $"{root}/tasks", officer);
        yield return new("governance-task", $"{root}/tasks/{One}?done=urging", leader);
        yield return new("governance-task-done", $"{root}/tasks/{Two}", officer);
        yield return new("governance-task-new", $"{root}/tasks/new?kind=RoadMap", overseer);
        yield return new("governance-instruction-new", $"{root}/tasks/new", leader);
        foreach (var act in new[] { "amendment", "return", "confirmation", "urging", "dropping" }) yield return new($"governance-task-{act}", $"{root}/tasks/{One}/{act}", overseer);
        foreach (var act in new[] { "milestones", "report" }) yield return new($"governance-task-{act}", $"{root}/tasks/{One}/{act}", officer);
        yield return new("governance-meetings", $"{root}/meetings", overseer);
        yield return new("governance-meetings-empty", $"{root}/meetings?kind=District", overseer);
        yield return new("governance-meeting", $"{root}/meetings/{One}?done=new", overseer);
        yield return new("governance-meeting-held", $"{root}/meetings/{Two}", leader);
        yield return new("governance-meeting-new", $"{root}/meetings/new", leader);
        foreach (var act in new[] { "opinions", "holding", "cancellation" }) yield return new($"governance-meeting-{act}", $"{root}/meetings/{One}/{act}", overseer);
        yield return new("governance-mechanisms", $"{root}/mechanisms", supervisor);
        yield return new("governance-mechanisms-retired", $"{root}/mechanisms?retired=true", overseer);
        yield return new("governance-mechanism", $"{root}/mechanisms/{One}", overseer);
        yield return new("governance-mechanism-new", $"{root}/mechanisms/new", overseer);
        yield return new("governance-mechanism-evaluation", $"{root}/mechanisms/{One}/evaluation", supervisor);
        yield return new("governance-publishing", $"{root}/publishing?done=publication", supervisor);
        yield return new("governance-publishing-empty", $"{root}/publishing?year=2090", overseer);
        yield return new("governance-publishing-new", $"{root}/publishing/new", overseer);
        yield return new("governance-publication", $"{root}/publishing/{One}/publication", supervisor);
        yield return new("governance-checks", $"{root}/checks", overseer);
        yield return new("governance-checks-empty", $"{root}/checks?area=Finance", leader);
        yield return new("governance-check-new", $"{root}/checks/new", overseer);
        yield return new("governance-rectification", $"{root}/checks/{One}/rectification", overseer);
        yield return new("governance-measures", $"{root}/measures", "120104-xfb/Audit");
        yield return new("governance-evidence-book", $"{root}/evidence-book", leader);
        yield return new("governance-study-new", $"{root}/study/new", leader);
        yield return new("governance-missing", $"{root}/tasks/{Story.Id}", overseer);
        yield return new("governance-nothing", $"{root}/nothing/new", overseer);
    }

    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        const string root = "/api/insight/governance";
        void Get(string path, object answer) => app.MapGet(root + path, () => Results.Json(answer, json));
        void Two(string path, Func<Guid, object> of) => app.MapGet(root + path, (Guid id) =>
            id == Story.Id ? Results.Json(new { type = "urn:xinfang:insight.not-found", title = "没有这一项。", status = 404 }, json, "application/problem+json", 404) : Results.Json(of(id == GovernanceStub.Two ? id : One), json));
        static object Page(params object[] items) => new { items, next = (string?)null };

        app.MapGet(root + "/road-map", (int? year) => Results.Json(Board(year ?? 2026), json));
        app.MapGet(root + "/tasks", (string? status) => Results.Json(status == "Dropped" ? Page() : new { items = new[] { Task(One), Task(GovernanceStub.Two) }, next = "next-page" }, json));
        Two("/tasks/{id:guid}", Task);
        app.MapGet(root + "/meetings", (string? kind) => Results.Json(kind == "District" ? Page() : Page(Meeting(One), Meeting(GovernanceStub.Two)), json));
        Two("/meetings/{id:guid}", Meeting);
        app.MapGet(root + "/mechanisms", (string? retired) => Results.Json(retired == "true" ? Page() : Page(Mechanism), json));
        Two("/mechanisms/{id:guid}", _ => Mechanism);
        app.MapGet(root + "/publishing", (int? year) => Results.Json(year == 2090 ? Page() : Page(Publishing(One, null, "2026-01-31", true), Publishing(GovernanceStub.Two, "2026-01-20", "2026-01-31", false)), json));
        Two("/publishing/{id:guid}", id => Publishing(id, null, "2026-01-31", true));
        app.MapGet(root + "/checks", (string? area) => Results.Json(area == "Finance" ? Page() : Page(Check(One, false), Check(GovernanceStub.Two, true)), json));
        Two("/checks/{id:guid}", id => Check(id, false));
        Get("/measures", new
        {
            year = 2026,
            measures = new object[] { new { line = "S-01", name = "法治任务按期完成", part = 9, all = 12, value = 0.75 }, new { line = "S-05", name = "决定有合法性审查意见", part = 0, all = 0, value = (double?)null } },
            organs = new[] { new { organ = "120104-zjw", organName = "区住建委", tasks = 4, confirmed = 2, overdue = 1, onTime = Share(2, 3) }, new { organ = "120104003", organName = "兴南街道", tasks = 1, confirmed = 0, overdue = 0, onTime = Share(0, 0) } },
        });
        Get("/evidence-book", new
        {
            year = 2026, filled = 1, basis = "《党政主要负责人履行推进法治建设第一责任人职责规定》第四条",
            groups = new object[]
            {
                new { code = "S-51", title = "带头学法", count = 1, summary = "1次，2.5学时", missing = (string?)null, entries = new[] { new { on = "2026-03-09", text = "习近平法治思想（2.5学时）", id = One } } },
                new { code = "S-54", title = "听取法治工作汇报", count = 0, summary = "0次", missing = "今年还没有听取汇报的记录。", entries = Array.Empty<object>() },
            },
        });
        foreach (var kind in new[] { "tasks", "meetings", "mechanisms", "publishing", "checks", "study" })
        {
            app.MapPost($"{root}/{kind}/{{id:guid}}/{{**act}}", () => Results.Json(new { }, json));
            app.MapPut($"{root}/{kind}/{{id:guid}}", () => Results.Json(new { }, json));
        }
    }

    private static object Share(int part, int all) => new { part, all, value = all == 0 ? null : (double?)part / all };

    private static object Act(string act, string label, string href) => new { act, label, open = true, href };

    private static object Board(int year) => new
    {
        year,
        columns = new[] { ("Prevent", "预防法治化"), ("Accept", "受理法治化"), ("Handle", "办理法治化"), ("Supervise", "监督追责法治化"), ("Order", "维护秩序法治化") }.Select((pillar, n) => new
        {
            pillar = pillar.Item1, pillarText = pillar.Item2, tasks = n == 0 ? 120 : n == 4 ? 0 : 2, confirmed = n == 4 ? 0 : 1, overdue = n == 0 ? 1 : 0, onTime = n == 4 ? Share(0, 0) : Share(3, 4), milestonesOnTime = n == 4 ? Share(0, 0) : Share(5, 9),
            cards = n == 4 ? [] : new[]
            {
                new { id = One, kindText = "路线图任务", title = "排查物业矛盾，建立台账", organName = "区住建委", dueOn = "2026-03-31", status = "Open", statusText = "在办", overdue = n == 0, inTime = false, milestones = 2, milestonesDone = 1 },
                new { id = Two, kindText = "年度法治任务", title = "培训接访人员", organName = "兴南街道", dueOn = "2026-02-28", status = "Confirmed", statusText = "已核实完成", overdue = false, inTime = n != 1, milestones = 0, milestonesDone = 0 },
            },
        }),
    };

    private static object Task(Guid id) => new
    {
        id, kind = id == One ? "RoadMap" : "Instruction", kindText = id == One ? "路线图任务" : "领导批示", organ = "120104-zjw", organName = "区住建委", owner = "物业科", title = "排查物业矛盾，建立台账", text = "每月排查一次，能当场解决的当场解决。", madeOn = "2026-01-10", dueOn = "2026-03-31",
        pillar = "Prevent", pillarText = "预防法治化", source = "区委2026年1号文件", byLeader = id != One, business = "物业专项整治", meetingId = id == One ? (Guid?)Two : null, status = id == One ? "Open" : "Confirmed", statusText = id == One ? "在办" : "已核实完成", overdue = id == One, inTime = false,
        evidence = "台账12份，照片6张。", reportedOn = "2026-04-02", remark = "台账不够，请补充。", decidedOn = "2026-04-03", dueSoonToldOn = "2026-03-24", overdueToldOn = "2026-04-01", basis = "《信访工作条例》第九条",
        milestones = new[] { new { number = 1, text = "建台账", dueOn = "2026-02-01", doneOn = (string?)"2026-01-30", overdue = false }, new { number = 2, text = "排查一遍", dueOn = "2026-03-01", doneOn = (string?)null, overdue = true } },
        urgings = new[] { new { on = "2026-03-10", way = "Press", wayText = "督促", words = "三天内报上来。", byLeader = true }, new { on = "2026-03-12", way = "Ask", wayText = "过问", words = "台账建了没有？", byLeader = false } },
        acts = id != One ? [] : new[]
        {
            Act("Pass", "报节点完成", $"/governance/tasks/{id}/milestones"), Act("Report", "报完成", $"/governance/tasks/{id}/report"), Act("Confirm", "核实，确认完成", $"/governance/tasks/{id}/confirmation"), Act("Return", "退回补充", $"/governance/tasks/{id}/return"),
            Act("Urge", "过问、督促", $"/governance/tasks/{id}/urging"), Act("Amend", "修改", $"/governance/tasks/{id}/amendment"), Act("Drop", "撤下", $"/governance/tasks/{id}/dropping"),
        },
        version = 7,
    };

    private static object Meeting(Guid id) => new
    {
        id, kind = "Collective", kindText = "集体研究重大事项", title = "研究信访工作法治化", on = "2026-03-08", place = "三楼会议室", chair = "区信访办主任", organs = new[] { new { organ = "120104-xfb", organName = "区信访办" }, new { organ = "120104-zjw", organName = "区住建委" } },
        state = id == One ? "Called" : "Held", stateText = id == One ? "已召集" : "已召开", minutes = id == One ? null : "听了汇报，议定了下面两项。", reason = (string?)null, basis = "《重大行政决策程序暂行条例》第三十条",
        agenda = new[]
        {
            new { number = 1, text = "物业矛盾怎么从源头减少", legality = (string?)"Lawful", legalityText = (string?)"合法", adviser = (string?)"法律顾问", opinion = (string?)"依据《物业管理条例》审查。", opinionOn = (string?)"2026-03-05" },
            new { number = 2, text = "接待场所改造", legality = (string?)null, legalityText = (string?)null, adviser = (string?)null, opinion = (string?)null, opinionOn = (string?)null },
        },
        decisions = id == One ? [] : new object[]
        {
            new { point = 1, outcome = "Adopted", outcomeText = "通过", text = "由住建委牵头，三个月内理顺物业交接。", organ = "120104-zjw", organName = "区住建委", owner = "物业科", dueOn = "2026-06-08", taskId = One },
            new { point = 2, outcome = "Deferred", outcomeText = "暂缓、再议", text = "补充预算以后再议。" },
        },
        acts = id != One ? [] : new[] { Act("Opine", "登记合法性审查意见", $"/governance/meetings/{id}/opinions"), Act("Hold", "记录会议和决定", $"/governance/meetings/{id}/holding"), Act("Cancel", "取消会议", $"/governance/meetings/{id}/cancellation") },
    };

    private static readonly object Mechanism = new
    {
        id = One, title = "党组理论学习中心组学法制度", number = "南信办〔2025〕3号", owner = "办公室", adoptedOn = "2025-03-01", version = 2, text = "每月一次，有计划、有签到、有记录。", evaluateOn = "2026-03-31", retired = false, overdue = true, overdueToldOn = "2026-04-01",
        evaluations = new[] { new { dueOn = "2025-12-31", on = "2025-12-20", result = "Revised", resultText = "修订", words = "次数要增加。", version = 1, inTime = true } }, acts = new[] { Act("Evaluate", "评估", $"/governance/mechanisms/{One}/evaluation") },
    };

    private static object Publishing(Guid id, string? publishedOn, string dueOn, bool overdue) => new
    {
        id, rule = "DisclosureReport", title = "2025年政府信息公开工作年度报告", dueOn, publishedOn, where = publishedOn is null ? null : "区政府网站", inTime = publishedOn is not null, overdue, dueSoonToldOn = "2026-01-17", overdueToldOn = (string?)null, basis = "《政府信息公开条例》第四十九条",
        acts = publishedOn is null ? new[] { Act("Publish", "登记公开", $"/governance/publishing/{id}/publication") } : [],
    };

    private static object Check(Guid id, bool passed) => new
    {
        id, area = "Procurement", areaText = "政府采购", item = "接待场所桌椅的采购方式", on = "2026-03-20", passed, evidence = "采购档案", rectification = (string?)null, rectifiedOn = (string?)null, basis = "《政府采购法》第六十四条",
        acts = passed ? [] : new[] { Act("Rectify", "登记整改", $"/governance/checks/{id}/rectification") },
    };
}
