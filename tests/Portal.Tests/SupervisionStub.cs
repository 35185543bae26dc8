using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xinfang.Law;

namespace Xinfang.Portal.Tests;

/// <summary>Supervision as CaseHandling answers it, of the one petition of these tests.</summary>
internal static class SupervisionStub
{
    public static readonly Guid FiledView = new("019cb000-0000-7000-8000-000000000031");

    private static readonly object Note = new { on = "2026-04-16", by = "120104-zjw.head", text = "经办人轮换，没有及时登记。\n已建立台账，专人负责。" };

    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        const string root = "/api/case-handling/supervision";
        app.MapGet($"{root}/counts", () => Results.Json(new { proposed = 2, open = 3, overdue = 1, answered = 1, violations = 4, drafts = 1, proposals = 1, tasks = 2, reported = 1, measures = 1, packages = 1, toClose = 1 }, json));
        app.MapGet($"{root}/petitions/{{id:guid}}", (Guid id) => Results.Json(new
        {
            petitionId = id, policy = "督办预警阶梯", ladder = new[] { 50, 75, 85, 99 }, violations = 1, mayPropose = true, mayPackage = true, package = (Guid?)null,
            warnings = new[] { new { term = Story.Completion, percent = 50, name = "预警", told = "2026-04-10" } }, supervisions = new[] { Supervision },
        }, json));
        app.MapGet($"{root}/violations/codes", () => Results.Json(new[] { new { code = "V44-3", words = "未在规定期限内书面告知信访人是否受理信访事项", basis = "《信访工作条例》第四十四条第（三）项" } }, json));
        app.MapGet($"{root}/reception-days/notice", () => Results.Json(new[]
        {
            new { id = FiledView, kind = "Joint", on = "2026-04-24", from = "09:00:00", until = "11:30:00", post = "区长", place = "一楼接待大厅", topic = "供暖和房屋维修", places = 10, left = 7, organs = new[] { "区住建委", "区城管委" } },
        }, json));
        app.MapGet($"{root}/reception-days/frequency", () => Results.Json(new[]
        {
            new { leader = "leader", rank = "DistrictHead", rankText = "区委书记、区长", rule = "每1个月至少1天", due = 4, kept = 3, missing = new[] { "2026-02-01" }, held = 3, received = 21, next = "2026-04-24" },
        }, json));
        app.MapPost($"{root}/reception-days/{{id:guid}}/appointments", () => Results.Json(new { slot = 3, on = "2026-04-24", from = "09:00:00", until = "11:30:00" }, json));
        foreach (var (kind, thing) in Things)
        {
            app.MapGet($"{root}/{kind}", (string? status) => Results.Json(status is null ? new { items = new[] { thing }, next = (string?)null } : new { items = Array.Empty<object>(), next = (string?)null }, json));
            app.MapGet($"{root}/{kind}/{{id:guid}}", () => Results.Json(thing, json));
            app.MapPut($"{root}/{kind}/{{id:guid}}", () => Results.Json(thing, json));
            app.MapPost($"{root}/{kind}/{{id:guid}}/{{act}}", () => Results.Json(thing, json));
        }
    }

    private static object Supervision => new
    {
        id = FiledView, petitionId = Story.Id, number = Story.Number, organ = "120104-zjw", organName = "区住建委", round = 1, cause = "NoticeOverdue", causeText = "没有按期书面告知",
        status = "Open", statusText = "等答复", trigger = "书面告知最晚2026年3月20日，没有按期做到", proposedBy = "system", proposedOn = "2026-03-23", letterNumber = "津南开信督〔2026〕1号",
        openedOn = "2026-04-10", supervisor = "supervisor", pressings = 1, term = Story.Term(Terms.SupervisionAnswer, new(2026, 4, 10), "发出督办函"), demands = new[] { "说明超期的原因", "十日内补正" },
        answers = new[] { Note }, pressingNotes = new[] { Note }, acts = Acts("supervisions", ("Answer", "答复督办", "answer"), ("Press", "再次督办", "pressing"), ("Open", "发出督办函", "letter")),
    };

    private static IEnumerable<(string Kind, object FiledView)> Things =>
    [
        ("supervisions", Supervision),
        ("violations", new
        {
            id = FiledView, petitionId = Story.Id, number = Story.Number, code = "V44-3", codeText = "未在规定期限内书面告知信访人是否受理信访事项", basis = "《信访工作条例》第四十四条第（三）项", organName = "区住建委",
            fact = "没有按期书面告知", foundOn = "2026-03-23", foundBy = "system", status = "Found", statusText = "待改正", acts = Acts("violations", ("Correct", "记录改正", "correction")),
        }),
        ("proposals", new
        {
            id = FiledView, petitionId = Story.Id, number = Story.Number, kindText = "改进工作建议", organName = "区住建委", status = "Issued", statusText = "等反馈", draftedOn = "2026-04-01", draftedBy = "supervisor",
            documentNumber = "津南开信建〔2026〕1号", issuedOn = "2026-04-02", signedBy = "office-head", term = Story.Term(Terms.ProposalFeedback, new(2026, 4, 2), "发出建议"), problem = "告知常常超期。",
            advice = "设专人登记。", acts = Acts("proposals", ("Answer", "反馈采纳情况", "feedback"), ("Issue", "签发建议", "signature")),
        }),
        ("meetings", new
        {
            id = FiledView, on = "2026-04-16", place = "三楼会议室", chair = "区长", organName = "区住建委、区城管委", status = "Held", statusText = "已召开", minutes = "会议研究了一个议题。",
            agenda = new[] { new { number = 1, text = "排水管道的归属", petitionNumber = Story.Number } }, decisions = new[] { new { point = 1, text = "查清产权", organName = "区住建委", dueOn = "2026-04-26" } },
            tasks = Array.Empty<object>(), acts = Acts("meetings", ("Hold", "记录会议", "minutes")),
        }),
        ("tasks", new
        {
            id = FiledView, source = "Meeting", sourceId = FiledView, text = "查清产权", organName = "区住建委", status = "Open", statusText = "在落实", setOn = "2026-04-16", dueOn = "2026-04-16", overdue = true,
            reports = new[] { Note }, returns = Array.Empty<object>(), acts = Acts("tasks", ("Report", "报告落实", "report")),
        }),
        ("measures", new
        {
            id = FiledView, kindText = "挂牌督办", organName = "区住建委", status = "Imposed", statusText = "在整改", reason = "多次超期。", demand = "一个月内改正。", imposedOn = "2026-04-01", dueOn = "2026-05-01",
            reports = Array.Empty<object>(), returns = Array.Empty<object>(), acts = Acts("measures", ("Report", "报告整改", "report")),
        }),
        ("packages", new
        {
            id = FiledView, petitionId = Story.Id, number = Story.Number, organName = "区住建委", petitionStatusText = "办理中", leader = "leader", status = "Planned", statusText = "在包案", reason = "多次上访。",
            assignedOn = "2026-04-01", dueOn = "2026-05-01", plan = Note, visits = new[] { new { on = "2026-04-10", way = "GoingDown", wayText = "下访", by = "leader", text = "到现场查看。" } }, returns = Array.Empty<object>(),
            acts = Acts("packages", ("Visit", "记录接访下访", "visits"), ("Report", "报告包案结果", "result")),
        }),
        ("reception-days", new
        {
            id = FiledView, kind = "Joint", on = "2026-04-24", from = "09:00:00", until = "11:30:00", dueOn = "2026-04-24", leader = "leader", rankText = "区委书记、区长", post = "区长", place = "一楼接待大厅", topic = "供暖",
            places = 10, booked = 3, received = 0, status = "Published", statusText = "已公布", organName = "区住建委、区城管委",
            appointments = new[] { new { slot = 1, number = Story.Number, petitionId = Story.Id, bookedOn = "2026-04-16", by = "petitioner" } }, entries = Array.Empty<object>(),
            acts = Acts("reception-days", ("Book", "预约接访", "appointments"), ("Hold", "记录接访", "minutes")),
        }),
    ];

    private static object[] Acts(string kind, params (string Act, string Label, string Route)[] acts) =>
        [.. acts.Select(act => new { act = act.Act, label = act.Label, open = true, consequence = "记入办理记录", basis = "《信访工作条例》第四十条", href = $"/supervision/{kind}/{FiledView}/{act.Route}" })];
}
