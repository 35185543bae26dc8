using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>Training as it answers. Nobody here exists.</summary>
internal static class TrainingStub
{
    public static readonly Guid Id = new("019cb000-0000-7000-8000-000000000051");
    public static readonly Guid Drafted = new("019cb000-0000-7000-8000-000000000052");

    /// <summary>A session on the second page.</summary>
    public static readonly Guid Later = new("019cb000-0000-7000-8000-000000000059");
    public static readonly Guid HandedIn = new("019cb000-0000-7000-8000-000000000053");
    private static readonly string[] Kinds = ["Single", "Multiple", "TrueFalse", "Date", "Order", "Short"];

    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        const string root = "/api/training";
        IResult Json(object value) => Results.Json(value, json);
        app.MapGet(root + "/questions", (string? state) => Json(new { items = state == "Retired" ? [] : new[] { Question(Id, "Active"), Question(Drafted, "Draft") }, next = "next-page" }));
        app.MapGet(root + "/questions/counts", () => Json(new { rows = new[] { new { competency = "Terms", name = "期限计算", easy = 20, middle = 41, hard = 12, @short = 1 }, new { competency = "RuleOfLaw", name = "法治思维和政治理论", easy = 0, middle = 0, hard = 0, @short = 0 } }, active = 240, toReview = 3, retired = 12, generated = 200 }));
        app.MapGet(root + "/questions/{id:guid}", (Guid id) => id == Id ? Json(Question(id, "Active")) : id == Drafted ? Json(Question(id, "Draft")) : Missing(json));
        app.MapPut(root + "/questions/{id:guid}", (Guid id) => Json(Question(id, "Draft")));
        app.MapPost(root + "/questions/{id:guid}/{act}", (Guid id) => Json(Question(id, "Active")));
        app.MapPost(root + "/questions/issue", () => Json(new { issued = 2, retired = 1 }));

        app.MapGet(root + "/exams", () => Json(new { items = new[] { Exam(Id, "Open"), Exam(Drafted, "Draft") }, next = (string?)null }));
        app.MapGet(root + "/exams/{id:guid}", (Guid id) => id == Id ? Json(Exam(id, "Open")) : id == Drafted ? Json(Exam(id, "Draft")) : Missing(json));
        app.MapPut(root + "/exams/{id:guid}", (Guid id) => Json(Exam(id, "Draft")));
        app.MapPost(root + "/exams/{id:guid}/sittings", () => Json(new { id = Id, endsAt = "2026-04-17T02:45:00Z" }));
        app.MapPost(root + "/exams/{id:guid}/{act}", (Guid id) => Json(Exam(id, "Open")));
        app.MapGet(root + "/exams/{id:guid}/results", () => Json(new { examId = Id, title = "2026年春季 条例与期限", passPercent = 60, all = Result("", "全部", 52, 41, 76.4m), organs = new[] { Result("120104-zjw", "区住建委", 12, 11, 82.5m), Result("120104003", "兴南街道", 4, 0, null) } }));
        app.MapGet(root + "/exams/{id:guid}/items", () => Json(new { examId = Id, sittings = 52, least = 10, items = new object[] { new { question = Id, stem = Stem, kind = "Single", competency = "期限计算", estimated = 2, sittings = 52, difficulty = 0.31, discrimination = -0.12, remark = "区分不出会不会，请看题目" }, new { question = Drafted, stem = "只有9个人答过的题", kind = "Date", competency = "期限计算", estimated = 3, sittings = 9, difficulty = 0.5, discrimination = (double?)null, remark = (string?)null } } }));
        app.MapGet(root + "/exams/{id:guid}/to-mark", (Guid id) => Json(new { items = id == Id ? new object[] { new { sitting = HandedIn, number = 3, stem = "信访人情绪激动，您怎么接待？", model = "听完、复述、讲清程序，各1分", text = "先请他坐下，听他说完，再讲程序。", points = 3 } } : [], waiting = id == Id ? 4 : 0 }));
        app.MapPut(root + "/sittings/{id:guid}/marks/{number:int}", () => Json(new { }));
        app.MapGet(root + "/my/exams", () => Json(new
        {
            upcoming = new[] { Mine(Id, "2026年春季 条例与期限", true, null, null), Mine(Drafted, "受理办理专题考试", false, null, Id), Mine(HandedIn, "复查复核专题考试", false, "这场考试现在不开放。", null) },
            past = new[] { Mine(HandedIn, "2025年冬季 保密和回避", false, null, null) },
        }));
        app.MapGet(root + "/sittings/{id:guid}", (Guid id) => id == Id ? Json(Sheet(id, false)) : id == HandedIn ? Json(Sheet(id, true)) : Missing(json));
        app.MapPut(root + "/sittings/{id:guid}/answers/{number:int}", (int number) => Json(new { number, revision = 1, savedAt = "2026-04-17T02:12:00Z", secondsLeft = 2000 }));
        app.MapPost(root + "/sittings/{id:guid}/hand-in", () => Json(Sheet(HandedIn, true)));
        MapStudy(app, json, root);
        MapNeeds(app, json, root);
        DrillsStub.Map(app, json);
    }

    private static void MapStudy(WebApplication app, JsonSerializerOptions json, string root)
    {
        app.MapGet(root + "/sessions", (string? after) => Results.Json(new { items = after is null ? new[] { Session(Id, false), Session(Drafted, true) } : [Session(Later, false)], next = after is null ? "next-page" : null }, json));
        app.MapGet(root + "/sessions/{id:guid}", (Guid id) => id == Id ? Results.Json(Session(id, false), json) : id == Drafted ? Results.Json(Session(id, true), json) : Missing(json));
        app.MapPut(root + "/sessions/{id:guid}", (Guid id) => Results.Json(Session(id, false), json));
        app.MapPut(root + "/sessions/{id:guid}/minutes", (Guid id) => Results.Json(Session(id, false), json));
        app.MapPost(root + "/sessions/{id:guid}/cancellation", (Guid id) => Results.Json(Session(id, true), json));
        app.MapGet(root + "/sessions/{id:guid}/sign-in-code", () => Results.Json(new { code = "7K4M29QX", until = "2026-04-17T02:12:30Z", attended = 23 }, json));
        app.MapPost(root + "/sessions/{id:guid}/attendance", () => Results.Json(new { session = Id, title = "受理办理轮训", hours = 3, signedInAt = "2026-04-17T02:12:30Z" }, json));
        app.MapGet(root + "/my/study", () => Results.Json(new
        {
            year = 2026, rank = "乡科级、一级主任科员及以下", required = 90, basis = "《干部教育培训工作条例》：每年不少于12天或者90学时", done = 24.5, missing = 65.5,
            topics = new[] { new { code = "XiThought", name = "习近平法治思想", required = 6, done = 2.5 }, new { code = "Other", name = "其他业务", required = 0, done = 3.0 } },
            modes = new[] { new { mode = "Group", hours = 3.0 }, new { mode = "Class", hours = 19.0 }, new { mode = "Online", hours = 2.5 } },
            lines = new[] { new { on = "2026-04-02", title = "受理办理轮训", topicName = "受理和告知", mode = "Class", source = "Session", hours = 3.0 } }, toEvaluate = new[] { new { session = Id, title = "受理办理轮训", until = "2026-05-06T09:00:00Z" } },
        }, json));
        app.MapGet(root + "/hours", () => Results.Json(new { year = 2026, rows = new[] { new { organ = "120104-zjw", name = "区住建委", people = 14, met = 3, hours = 402.5, reminded = 4, overdue = 1 } } }, json));
        app.MapPost(root + "/hours/imports", async (HttpRequest request) =>
        {
            var asked = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, json);
            return Results.Json(new { dryRun = asked.GetProperty("dryRun").GetBoolean(), entered = 1, known = 0, refused = 1, rows = new[] { new { number = 2, result = "Ready", text = "可以记2.5学时" }, new { number = 3, result = "Refused", text = "没有“做饭”这个专题" } } }, json);
        });
    }

    private static void MapNeeds(WebApplication app, JsonSerializerOptions json, string root)
    {
        app.MapGet(root + "/needs", (string? state) => Results.Json(new { items = state == "Declined" ? [] : new[] { Need(Id, state ?? "Accepted") }, next = (string?)null }, json));
        app.MapGet(root + "/needs/{id:guid}", (Guid id) => id == Id ? Results.Json(new { need = Need(id, "Proposed"), coaching = Array.Empty<object>(), effect = (object?)null }, json)
            : id == HandedIn ? Results.Json(new { need = Need(id, "Accepted"), coaching = new[] { new { id = Drafted, mentor = "trainer", on = "2026-04-09", hours = 2.5, cases = 6, text = "一起排了6件的期限。" } }, effect = new { verdict = "Unsure", sentence = "前90天30%（15/50），后20天25%（6/24），还不能断定有变化；变化在-24到+15个百分点之间（95%把握），同期其他单位-1个百分点。" } }, json)
            : Missing(json));
        app.MapPost(root + "/needs/search", () => Results.Json(new { proposed = 1 }, json));
        app.MapPost(root + "/needs/{id:guid}/{act}", () => Results.Json(new { }, json));
        app.MapPut(root + "/needs/{id:guid}/coaching/{entry:guid}", () => Results.Json(new { }, json));
        app.MapGet(root + "/needs/rates", () => Results.Json(new
        {
            signal = "overdue", name = "超期", from = "2025-10-19", until = "2026-04-17", least = 20, district = new { wrong = 40, cases = 800, rate = 0.05 },
            rows = new object[] { new { organ = "120104-zjw", name = "区住建委", cases = 60, wrong = 18, rate = 0.3, low = 0.2, high = 0.42, enough = true }, new { organ = "120104003", name = "兴南街道", cases = 9, wrong = 2, rate = 0.22, low = 0.06, high = 0.55, enough = false } },
            signals = new[] { new { code = "defect/Opinion", name = "文书缺陷：写处理意见书", competency = "写处理意见书" }, new { code = "overdue", name = "超期", competency = "期限计算" } },
        }, json));
        app.MapGet(root + "/my/file", () => Results.Json(new
        {
            account = "120104-zjw.officer", organ = "120104-zjw", organName = "区住建委", year = 2026, required = 90, done = 24.5,
            exams = new[] { new { id = Id, title = "2025年冬季 保密和回避", at = "2025-12-12T08:00:00Z", attempts = 2, best = 72.5, passed = true } }, qualityFrom = "2025-10-19", qualityUntil = "2026-04-17",
            quality = new[] { new { signal = "overdue", name = "超期", competency = "期限计算", cases = 60, wrong = 18, rate = 0.3, low = 0.2, high = 0.42, district = 0.05 } },
            drills = new[] { new { script = "cracked-wall", title = "墙裂了，等鉴定", at = "2026-04-10T01:00:00Z", runs = 2, best = 60, passed = false } }, reminders = new[] { new { kind = "Exam", reference = Id, title = "2026年春季 条例与期限", dueOn = "2026-04-24", stage = "Week" } },
            needs = new[] { new { id = Drafted, name = "考试答错：期限计算", state = "Proposed", foundOn = "2026-04-02", sentence = "区住建委120104-zjw.officer40道题里有22道题（55%，95%把握在40%到69%之间），其他人答同样的题20%；如果和别的人一样，碰巧这么多的可能是不到万分之一。" } },
            objections = new object[] { new { id = Id, text = "四月二日的轮训我去了，没有记学时。", raisedAt = "2026-04-10T01:00:00Z", answer = "签到记录里有，已经补记。", answeredBy = "trainer", answeredAt = "2026-04-13T01:00:00Z" }, new { id = Drafted, text = "第12题的放假安排和通知不一样。", raisedAt = "2026-04-16T01:00:00Z" } },
        }, json));
        app.MapPut(root + "/my/file/objections/{id:guid}", (Guid id) => Results.Json(new { id, raisedAt = "2026-04-17T01:00:00Z" }, json));
        app.MapGet(root + "/objections", () => Results.Json(new { items = new[] { new { id = Drafted, account = "120104-zjw.officer", text = "第12题的放假安排和通知不一样。", raisedAt = "2026-04-16T01:00:00Z" } } }, json));
        app.MapPost(root + "/objections/{id:guid}/answer", (Guid id) => Results.Json(new { id, answeredAt = "2026-04-17T01:00:00Z" }, json));
        app.MapGet(root + "/measures", () => Results.Json(new { year = 2026, quarter = 2, from = "2026-04-01", until = "2026-06-30", rows = new[] { new { code = "T-1", name = "参训率", value = "81.3%", of = "6场，名册上应到240人次，签到195人次" }, new { code = "T-6", name = "帮扶成效", value = "—", of = "还没有满90天的" } } }, json));
    }

    private const string Stem = "区住建委2025年1月20日（周一）收到转送，认为不归自己管。最晚哪天向区信访办提出异议？";

    private static IResult Missing(JsonSerializerOptions json) => Results.Json(new { type = "urn:xinfang:training.not-found", title = "没有这一项。", status = 404 }, json, "application/problem+json", 404);

    private static object Question(Guid id, string state) => new
    {
        id, series = $"hand/{id:N}", version = 2, generated = false, kind = "Single", difficulty = 2, competency = "Terms", competencyName = "期限计算", basis = "《信访工作条例》第二十三条第三款", state, stem = Stem,
        options = new[] { "1月24日（周五）", "1月26日（周日）", "2月5日（周三）" }, right = new[] { 1 }, explanation = "5个工作日，1月26日是调休上班的周日。", by = "trainer", writtenAt = "2026-04-01T01:00:00Z", reviewedBy = state == "Active" ? "office-head" : null,
    };

    private static object Exam(Guid id, string state) => new
    {
        id, title = "2026年春季 条例与期限", state, minutes = 60, passPercent = 60, attempts = 2, opensAt = "2026-04-17T01:00:00Z", closesAt = "2026-04-24T10:00:00Z",
        blueprint = new object[] { new { competency = "Terms", competencyName = "期限计算", count = 20, points = 2, difficulty = 2 }, new { competency = "Investigation", competencyName = "调查核实和办理", count = 1, points = 3, kind = "Short" } },
        organs = new[] { "120104-zjw", "120104003" }, questions = 21, points = 43, by = "trainer", sat = state == "Open" ? 55 : 0, handedIn = state == "Open" ? 52 : 0, toMark = state == "Open" ? 4 : 0, outdated = state == "Open" ? 1 : 0,
    };

    private static object Result(string organ, string name, int people, int passed, decimal? mean) => new { organ, name, people, marked = mean is null ? 0 : people, passed, mean };

    private static object Mine(Guid id, string title, bool mayBegin, string? whyNot, Guid? running) => new
    {
        id, title, minutes = 60, questions = 21, passPercent = 60, opensAt = "2026-04-17T01:00:00Z", closesAt = "2026-04-24T10:00:00Z", left = 1, mayBegin, whyNot, running,
        sittings = running is null ? new object[] { new { id = HandedIn, number = 1, startedAt = "2026-04-17T01:10:00Z", handedInAt = "2026-04-17T02:00:00Z", percent = 54.5, passed = false } } : [],
    };

    private static object Session(Guid id, bool cancelled) => new
    {
        id, title = "受理办理轮训", mode = "Class", form = "Round", topic = "Acceptance", topicName = "受理和告知", hours = 3, startsAt = "2026-04-22T06:00:00Z", endsAt = "2026-04-22T09:00:00Z", place = "区信访办二楼会议室",
        lecturer = "市信访办业务骨干", organs = new[] { "120104-zjw" }, round = 2, cancelled, minutes = cancelled ? null : "学习第三章，讨论受理告知的时限。", attended = 0, mine = false,
    };

    private static object Need(Guid id, string state) => new
    {
        id, organ = "120104-zjw", organName = "区住建委", signal = "overdue", signalName = "超期", competency = "Terms", competencyName = "期限计算", state, foundOn = "2026-04-17", from = "2025-10-19", until = "2026-04-17",
        sentence = "区住建委60件里有18件（30%，95%把握在20%到42%之间），其他单位合计5%；如果和别的单位一样，碰巧这么多的可能是不到万分之一。", suggested = "Coaching",
        decision = state == "Accepted" ? new { means = "Coaching", mentor = "trainer", note = "每周一次，一起看在办的件" } : null, decidedBy = state == "Accepted" ? "office-head" : null, decidedOn = state == "Accepted" ? "2026-04-18" : null,
    };

    private static object Sheet(Guid id, bool handedIn) => new
    {
        id, examId = Id, title = "2026年春季 条例与期限", attempt = 1, startedAt = "2026-04-17T01:45:00Z", endsAt = "2026-04-17T02:45:00Z", handedInAt = handedIn ? "2026-04-17T02:30:00Z" : null, secondsLeft = handedIn ? 0 : 2040, answered = 2,
        passPercent = 60, percent = handedIn ? 76.5 : (double?)null, passed = handedIn ? true : (bool?)null, solutionsFrom = "2026-04-24T10:00:00Z",
        questions = Kinds.Select((kind, at) => new
        {
            number = at + 1, kind, stem = kind switch { "Multiple" => "下面这些期限，按工作日计算的有哪些？", "TrueFalse" => "2026年3月5日（周四）收到，2026年3月20日（周五）书面告知，没有超期。", "Date" => "2026年3月11日（周三）受理。作出处理意见，最晚是哪一天？", "Order" => "一件信访事项，从信访办收到到复核，按先后排顺序。", "Short" => "信访人情绪激动，您怎么接待？", _ => Stem },
            options = kind switch { "Date" or "Short" => [], "TrueFalse" => new[] { O("A", "对"), O("B", "错") }, "Order" => new[] { O("A", "书面告知"), O("B", "转送交办"), O("C", "作出处理意见") }, _ => new[] { O("A", "1月24日（周五）"), O("B", "1月26日（周日）"), O("C", "2月5日（周三）") } },
            points = 2, answer = at < 2 ? new { keys = new[] { "B" }, revision = 1, savedAt = "2026-04-17T01:50:00Z" } : null,
            solution = handedIn ? new { keys = kind is "Date" or "Short" ? [] : new[] { "B" }, day = kind == "Date" ? "2026-05-11" : null, model = kind == "Short" ? "听完、复述、讲清程序" : null, explanation = "当天不算，最后一天遇休息日顺延。", basis = "《信访工作条例》第二十三条第三款", points = at < 2 ? 2 : 0 } : null,
        }),
    };

    private static object O(string key, string text) => new { key, text };
}
