using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>Reports as they answer. The figures are made up.</summary>
internal static class ReportStub
{
    public static readonly Guid Drafted = new("019cb000-0000-7000-8000-000000000061"), Approved = new("019cb000-0000-7000-8000-000000000062"), Published = new("019cb000-0000-7000-8000-000000000063");
    private static readonly Guid Frozen = new("019cb000-0000-7000-8000-000000000064"), Broken = new("019cb000-0000-7000-8000-000000000065");

    public static IEnumerable<Place> Places
    {
        get
        {
            const string root = "/desk/reports", supervisor = "120104-xfb/Supervise", overseer = "120104-xfb/Oversee", leader = "120104-xfb/Lead";
            yield return new("reports", root, supervisor);
            yield return new("reports-empty", $"{root}?kind=Scorecard", leader);
            yield return new("report-drafted", $"{root}/{Drafted}?done=draft", supervisor);
            yield return new("report-approved", $"{root}/{Approved}", overseer);
            yield return new("report-published", $"{root}/{Published}", leader);
            yield return new("report-snapshot", $"{root}/snapshots/{Frozen}", leader);
            yield return new("report-snapshot-broken", $"{root}/snapshots/{Broken}", supervisor);
            yield return new("report-missing", $"{root}/{Story.Id}", supervisor);
            yield return new("public-reports", "/reports", "public");
            yield return new("public-reports-empty", "/reports?after=last", "public");
            yield return new("public-report", $"/reports/{Published}", "public");
            yield return new("public-report-gone", $"/reports/{Approved}", "public");
        }
    }

    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        const string root = "/api/insight";
        IResult Json(object value) => Results.Json(value, json);
        IResult Missing() => Results.Json(new { type = "urn:xinfang:insight.not-found", title = "没有这一项。可能已经撤下，也可能不归您看。", status = 404 }, json, "application/problem+json", 404);
        app.MapGet(root + "/reports", (string? kind) => Json(new { items = kind == "Scorecard" ? [] : new[] { Row(Drafted, "Drafted", "起草中"), Row(Approved, "Approved", "已批准"), Row(Published, "Published", "已公开") }, next = kind == "Scorecard" ? null : "next-page" }));
        app.MapGet(root + "/reports/{id:guid}", (Guid id) => id == Drafted ? Json(Report(id, "Drafted", "起草中")) : id == Approved ? Json(Report(id, "Approved", "已批准")) : id == Published ? Json(Report(id, "Published", "已公开")) : Missing());
        app.MapPut(root + "/reports/{id:guid}", (Guid id) => Json(Report(id, "Drafted", "起草中")));
        app.MapPut(root + "/reports/{id:guid}/text", (Guid id) => Json(Report(id, "Drafted", "起草中")));
        app.MapPost(root + "/reports/{id:guid}/{act}", (Guid id) => Json(Report(id, "Approved", "已批准")));
        app.MapGet(root + "/reports/{id:guid}/report.pdf", () => Results.File("%PDF-1.7"u8.ToArray(), "application/pdf", "report.pdf"));
        app.MapGet(root + "/published-reports", (string? after) => Json(new
        {
            items = after == "last" ? [] : new[] { new { id = Published, kind = "Disclosure", kindName = "政府信息公开工作年度报告", title = "南开区信访办2026年政府信息公开工作年度报告", period = "2026年", publishedOn = "2027-01-30" } }, next = after == "last" ? null : "last",
        }));
        app.MapGet(root + "/published-reports/{id:guid}", (Guid id) => id == Published ? Json(PublicReport()) : Missing());
        app.MapGet(root + "/snapshots/{id:guid}", (Guid id) => id == Frozen || id == Broken ? Json(Snapshot(id)) : Missing());
    }

    private static object Row(Guid id, string status, string name) => new
    {
        id, kind = "RuleOfLaw", kindName = "法治政府建设年度报告", title = "南开区信访办2026年度法治政府建设情况报告", period = "2026年", from = "2026-01-01", until = "2027-01-01", status, statusName = name, toWrite = status == "Drafted" ? 2 : 0,
        draftedOn = "2027-01-05", approvedOn = status == "Drafted" ? null : "2027-02-20", sentOn = status == "Published" ? "2027-02-25" : null, publishedOn = status == "Published" ? "2027-04-09" : null, late = status == "Published",
    };

    private static object Report(Guid id, string status, string name) => new
    {
        id, kind = "RuleOfLaw", kindName = "法治政府建设年度报告", period = "2026年", from = "2026-01-01", until = "2027-01-01", basis = "Received", basisName = "信访日期", status, statusName = name,
        text = new
        {
            title = "南开区信访办2026年度法治政府建设情况报告", opening = "2026年，区信访办依法做好信访工作。现将有关情况报告如下：",
            sections = new object[]
            {
                new
                {
                    heading = "一、2026年推进法治政府建设的主要举措和成效",
                    paragraphs = new object[]
                    {
                        new { key = "done.lead", kind = status == "Drafted" ? "ToWrite" : "Written", text = status == "Drafted" ? "【待填写：写组织领导和集体研究决定】" : "全年学法12次。", heading = "（一）加强组织领导", hint = "学法的次数在培训的学时页" },
                        new
                        {
                            key = "done.registration", kind = "Figures", text = "2026年共登记信访事项1204件次，同比下降3.2%；信访部门及时受理率99.6%，比上年上升0.4个百分点。", heading = "（二）依法登记，及时受理",
                            figures = new[] { Figure("K-00", "信访件次", 1204, 1, "1204件", "1244件"), Figure("K-01", "及时受理率（信访部门）", 1190, 1195, "99.6%", "99.2%") },
                            table = new { caption = "表1　各种信访形式", columns = new[] { "形式", "件次", "占比", "同比", "重复", "超期" }, rows = new[] { new[] { "网上", "602", "50.0%", "+4.7%", "120", "12" }, new[] { "合计", "1204", "100.0%", "-3.2%", "241", "24" } } },
                        },
                    },
                },
                new { heading = "二、2026年推进法治政府建设存在的不足和原因", paragraphs = new object[] { new { key = "wants", kind = "Figures", text = "一是重复信访率18.4%，比上年上升1.1个百分点，没有达到15%以内的目标。", figures = new[] { Figure("K-07", "重复信访率", 222, 1204, "18.4%", "17.3%") } } } },
                new { heading = "三、2026年主要负责人履行推进法治政府建设第一责任人职责的情况", paragraphs = new object[] { new { key = "first.study", kind = "Written", text = "主要负责人听取汇报4次。", heading = "（一）带头学法" } } },
                new { heading = status == "Drafted" ? "四、2026年推进法治政府建设的主要安排" : "四、2027年推进法治政府建设的主要安排", paragraphs = new object[] { new { key = "plan.K-07", kind = "Written", text = "（一）降低重复信访率。逐件列单，" } } },
                new { heading = "五、其他需要报告的情况", paragraphs = new object[] { new { key = "other", kind = "Written", text = "没有其他需要报告的情况。" } } },
            },
        },
        toWrite = status == "Drafted" ? 1 : 0, snapshot = new { id = Frozen, takenAt = "2027-01-05T02:00:00Z", takenBy = "supervisor", hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", intact = true },
        draftedBy = "supervisor", draftedOn = "2027-01-05", approvedBy = status == "Drafted" ? null : "office-head", approvedOn = status == "Drafted" ? null : "2027-02-20", sendBy = "2027-03-01", sentOn = status == "Published" ? "2027-02-25" : null, sentLate = false,
        publishBy = "2027-04-01", publishedOn = status == "Published" ? "2027-04-09" : null, publishedLate = status == "Published",
        findings = status switch
        {
            "Drafted" => [Finding("L24", "Error", 0, "done.lead", "“【待填写：写组织领导和集体研究决定】”是没有填的空，填上或者删掉。", true), Finding("L10", "Error", 3, null, "第四部分写的是下一年的安排，年份应当是2027年，写成了2026年。", true), Finding("L04", "Error", 3, "plan.K-07", "段末没有句号。", true), Finding("L31", "Warning", null, null, "这项不足在第四部分没有相应的安排：形式方法。", false)],
            "Published" => [Finding("L36", "Error", null, null, "应当在2027年4月1日前公开，2027年4月9日才公开（《法治政府建设与责任落实督察工作规定》第二十四条）。", false)],
            _ => Array.Empty<object>(),
        },
        acts = new[] { ("Write", "text", "Drafted"), ("Redraft", "redrafting", "Drafted"), ("Approve", "approval", ""), ("Send", "sending", "Approved"), ("Publish", "publication", "Approved"), ("Withdraw", "withdrawal", "Approved") }
            .Select(each => new { act = each.Item1, label = each.Item1, open = each.Item3 == status, href = $"/reports/{id}/{each.Item2}", reason = each.Item3 == status ? null : "起草的人不能自己批准，请另一个人批准。" }),
        law = "《法治政府建设与责任落实督察工作规定》第二十四条", version = 17,
    };

    private static object PublicReport() => new
    {
        id = Published, kind = "Disclosure", kindName = "政府信息公开工作年度报告", title = "南开区信访办2026年政府信息公开工作年度报告", period = "2026年", publishedOn = "2027-01-30", opening = "根据《政府信息公开条例》第四十九条、第五十条的规定，编制本报告。",
        sections = new object[]
        {
            new { heading = "一、总体情况", paragraphs = new object[] { new { heading = "（一）主动公开", text = "2026年公开日历列入8项，公开8项，其中按期公开7项。" } } },
            new
            {
                heading = "二、主动公开政府信息情况",
                paragraphs = new object[]
                {
                    new
                    {
                        heading = "（二）公开日历所列事项", text = "公开日历所列事项的公开情况见下表。",
                        table = new { caption = "表1　公开日历所列事项", columns = new[] { "事项", "期限", "公开日期", "在哪里公开" }, rows = new[] { new[] { "信访接待的时间和地点", "2026年1月31日", "2026年1月20日", "接待大厅" } } },
                    },
                },
            },
            new { heading = "三、收到和处理政府信息公开申请情况", paragraphs = new object[] { new { text = "没有收到政府信息公开申请。" } } },
        },
        note = "数字按信访日期统计，见2027年1月5日快照9f86d081", law = "《政府信息公开条例》第四十九条",
    };

    private static object Figure(string code, string name, long part, long all, string value, string before) => new { code, name, from = "2026-01-01", until = "2027-01-01", basis = "Received", part, all, value, before, snapshot = Frozen };

    private static object Finding(string rule, string severity, int? section, string? paragraph, string message, bool blocks) => new { rule, severity, section, paragraph, excerpt = "", message, blocks };

    private static object Snapshot(Guid id) => new
    {
        id, from = "2026-01-01", until = "2027-01-01", basis = "Received", basisName = "信访日期", takenAt = "2027-01-05T02:00:00Z", takenBy = "supervisor", hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", intact = id == Frozen,
        content = new
        {
            now = Period(2026, 1204), yearBefore = Period(2025, 1244), organs = Array.Empty<object>(),
            outreach = new { duties = new[] { new { name = "区住建委", items = 3, inTime = 1, late = 1, reported = 0, open = 1 } }, activities = 4, attendance = 400, materials = 900 },
            training = new { courses = new[] { new { mode = "Class", count = 2, hourTenths = 60, attendance = 41 } }, exams = 1, sat = new[] { new { name = "区住建委", people = 10, passed = 8 } }, started = 1, ended = 1, visits = 3, behindOrgans = 1, behindPeople = 2 },
            publishing = new[] { new { title = "信访接待的时间和地点", dueOn = "2026-01-31", publishedOn = (string?)"2026-01-20", where = (string?)"接待大厅", inTime = true }, new { title = "2025年政府信息公开工作年度报告", dueOn = "2026-01-31", publishedOn = (string?)null, where = (string?)null, inTime = false } },
        },
    };

    private static object Period(int year, long total) => new
    {
        from = $"{year}-01-01", until = $"{year + 1}-01-01", basis = "Received", figures = new[] { new { code = "K-00", name = "信访件次", part = total, all = 1L, number = (double?)total, value = $"{total}件" }, new { code = "K-18", name = "公开回复率", part = 0L, all = 0L, number = (double?)null, value = "—" } },
        counts = new[] { new { by = "Channel", rows = new[] { new { value = "Online", name = "网上", petitions = total / 2, first = total / 2, repeats = 120, closed = 500, overdue = 12 } } } }, snapshot = year == 2025 ? Frozen : (Guid?)null,
    };
}
