using Xinfang.EndToEnd.Tests.Running;
using static Xinfang.EndToEnd.Tests.Interfaces.TeachingGround;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>The things of outreach and training, and bodies that are accepted.</summary>
internal static class TeachingThings
{
    public const string Exams = "/api/training/exams", Sittings = "/api/training/sittings", Runs = "/api/training/drill-runs", Script = "leaking-roof";

    private const string Outreach = "/api/outreach", Training = "/api/training", Text = "0196f000-0000-7000-8000-000000000001";

    private static readonly string Officer = $"{People.Holder}.officer";

    private static readonly object Asked = new { organ = People.Holder, task = "派两个人到现场答物业方面的问题。" };

    public static readonly Thing[] All =
    [
        new($"{Outreach}/duties", "outreach", () => Duty(People.Holder), null,
        [
            new("report", Officer, new { text = "办了两场讲座，签到表在案。" }),
            new("confirmation", "outreach", new { remark = "属实。" }),
        ],
        (0, new("amendment", "outreach", Duty(null))), (0, new("dropping", "outreach", new { remark = "并入另一项。" })), (1, new("return", "outreach", new { remark = "缺照片。" }))),
        new($"{Outreach}/campaigns", "outreach", Campaign, null, [new("closing", "outreach")], (0, new("adoption", "outreach", Campaign())), (0, new("dropping", "outreach", new { reason = "今年并到另一次办。" }))),
        new($"{Outreach}/activities", "outreach", Activity, null,
        [
            new("organisers", "outreach", Asked),
            new("materials", "outreach", new { lines = new[] { new { kind = "Leaflet", issued = 200, returned = 20 } } }),
            new("holding", "outreach", new { heldOn = People.Today, attendance = 80, summary = "讲了物业管理条例。", useful = 60, notUseful = 5, consultations = new[] { new { topic = "030000", count = 12 } } }),
            new("organisers/{organ}/release", "outreach", new { reason = "当天有任务。" }),
            new("closing", "outreach"),
        ],
        (0, new("amendment", "outreach", Activity())), (0, new("cancellation", "outreach", new { reason = "下雨改期。" })), (3, new("photos/{photo}", "outreach"))),
        new($"{Outreach}/tasks", "outreach", Activity, $"{Outreach}/activities",
        [
            new("organisers", "outreach", Asked, At: $"{Outreach}/activities"),
            new("confirmation", Officer, new { note = "派两个人去。" }),
            new("completion", Officer, new { note = "答了二十个人的问题。" }),
        ],
        (1, new("refusal", Officer, new { note = "当天有任务。" }))),
        new($"{Outreach}/library", "outreach", () => new { slug = $"text-{Guid.CreateVersion7():N}", kind = "Explanation", text = Material() }, null,
        [
            new("submission", "outreach"),
            new("check", "outreach-2"),
            new("release", "office-head", new { validFrom = People.Today, validUntil = People.Today.AddDays(90) }),
            new("withdrawal", "outreach", new { reason = "内容过时了。" }),
        ],
        (0, new("draft", "outreach", Material(), "PUT")), (1, new("return", "outreach-2", new { reason = "第二段再短一些。" }))),
        new($"{Outreach}/screens", "outreach", Screen, null, []),
        new($"{Outreach}/guidance", "outreach", () => new { on = People.Today, by = "市信访办业务指导处", way = "OnSite", opinion = "告知书要写明救济途径。", owner = "受理科", dueOn = People.Today.AddDays(30) }, null,
            [new("rectification", "outreach", new { result = "告知书的样式已经改好。" })]),
        new($"{Training}/questions", "trainer", Question, null,
        [
            new("review", "office-head", new { approved = true, reason = "题干清楚。" }),
            new("retirement", "trainer", new { reason = "换成新的案例。" }),
        ]),
        new(Exams, "trainer", Exam, null, [new("opening", "trainer"), new("cancellation", "trainer")], (1, new("sittings", Officer))),
        new(Sittings, Officer, () => new { }, null, [new("answers/{number}", Officer, new { revision = 0, keys = new[] { "A" } }, "PUT"), new("hand-in", Officer)], (2, new("marks/{number}", "trainer", new { points = 5 }, "PUT"))),
        new($"{Training}/sessions", "trainer", Session, null, [new("minutes", "trainer", new { text = "学习了受理和告知。" }, "PUT"), new("cancellation", "trainer")], (0, new("attendance", Officer, new { code = "22222222" })), (0, new("evaluation", Officer, new { useful = 5, clear = 4, fitting = 5 }))),
        new(Runs, Officer, () => new { }, null, [new("completion", Officer)], (0, new("steps/{number}", Officer, new { move = "Claim", on = People.Today }, "PUT"))),
        new($"{Training}/objections", "clerk", () => new { text = "有一次学时没有记上。" }, $"{Training}/my/file/objections", [new("answer", "trainer", new { text = "已经补记。" })]),
        .. GovernanceThings.All, .. ReportThings.All,
    ];

    /// <summary>The thing an endpoint is about.</summary>
    public static Thing? Of(string path) => Array.Find(All, thing => path.StartsWith($"{thing.Path}/{{id}}", StringComparison.Ordinal));

    /// <summary>Bodies of endpoints that are about none of the things.</summary>
    public static object? Loose(string method, string path, Guid screen) => $"{method} {path[5..]}" switch
    {
        "POST outreach/recommendations/search" or "POST training/needs/search" or "POST training/questions/issue" => null,
        "POST outreach/recommendations/{id}/adoption" => new { activityId = Guid.CreateVersion7() },
        "POST outreach/recommendations/{id}/dropping" => new { reason = "街道已经在办。" },
        "POST insight/warnings/{id}/answer" => new { action = "上门看过，正在修。" },
        "POST insight/warnings/{id}/verdict" => new { verdict = "True", reason = "确有其事。" },
        "POST insight/warnings/{id}/dropping" => new { reason = "同一件事已经另报。" },
        "PUT outreach/quiz-sessions/{code}" => Quiz(),
        "PUT outreach/texts/{name}/quiz/sheets/{id}" => new { phase = "Before", version = 1, answers = new[] { 0, 0, 0 } },
        "PUT outreach/screens/{id}/items/{item}" => Item(),
        "POST outreach/screens/emergencies" => Emergency(screen),
        "POST outreach/screen/{key}/plays" => new
        {
            player = "0123456789abcdef0123456789abcdef",
            plays = new[] { new { seq = 1, item = new Guid(Text), version = 1, kind = "Default", startedAt = DateTimeOffset.UnixEpoch, milliseconds = 15_000, cut = false, lost = 0 } },
        },
        "POST training/hours/imports" => new { csv = $"账号,平台,课程,专题,学时,日期\nclerk,天津干部在线学习,依法行政,全面依法治国,2,{People.Today.AddDays(-1):yyyy-MM-dd}\n", dryRun = true },
        "PUT training/trainees/{account}/rank" => new { rank = "County" },
        "POST training/needs/{id}/acceptance" => new { means = "Coaching", mentor = Officer, note = "每周一次。" },
        "POST training/needs/{id}/declination" => new { reason = "这几件是旧件。" },
        "POST training/needs/{id}/closing" => new { result = "已经改好。" },
        "PUT training/needs/{id}/coaching/{entry}" => new { on = People.Today, hours = 2, cases = 6, text = "一起排了期限。" },
        "PUT training/my/file/objections/{id}" => new { text = "有一次学时没有记上。" },
        _ => null,
    };

    public static object Screen() => new { name = "大厅东屏", place = "一楼接待大厅", retired = false };

    public static object Item() => new { materialId = Text, seconds = 15, place = 1, from = People.Today, until = People.Today.AddDays(30), dailyFrom = "08:30:00", dailyUntil = "18:00:00" };

    public static object Emergency(Guid screen) => new { title = "临时通知", words = "因停电，今天下午接待大厅暂停接待。", minutes = 30, screenId = screen };

    public static object Quiz() => new { materialId = Text, place = "党群服务中心", from = People.Today, until = People.Today.AddDays(7) };

    private static Dictionary<string, object> Duty(string? organ)
    {
        var terms = new Dictionary<string, object>
        {
            ["item"] = "物业管理条例进社区", ["legalText"] = "《物业管理条例》", ["audience"] = "小区业主", ["measures"] = "讲座两场、折页一份", ["owner"] = "物业科", ["dueOn"] = People.Today.AddDays(20), ["evidence"] = "签到表和照片",
        };
        return organ is null ? terms : new Dictionary<string, object>(terms) { ["organ"] = organ, ["year"] = People.Today.AddDays(20).Year };
    }

    private static object Campaign() => new { theme = "信访工作条例宣传月", legalTexts = "《信访工作条例》", goal = "十二个街道都走到。", from = People.Today, until = People.Today.AddDays(30), target = 12 };

    private static object Activity() => new
    {
        title = "物业的事怎么办", street = "120104003", community = "五马路社区", place = "党群服务中心", on = People.Today, forms = new[] { "Consultation", "Leaflet" }, audiences = new[] { "Residents" },
        staff = new[] { "outreach" }, topic = "030000",
    };

    private static object Material() => new
    {
        topic = "Terms", audience = "Everyone",
        content = new
        {
            title = "多久有答复，心里有数", lead = "每一步都有最晚的一天，到日子没动静就可以问。",
            sections = new object[] { new { heading = "登记转送", text = "登记以后15日内转送、交办。", figure = "15", figureLabel = "日内转送" }, new { heading = "办结答复", text = "自受理之日起60日内办结。", figure = "60", figureLabel = "日内办结" } },
            basis = new object[] { new { instrument = "信访工作条例", number = 34 } },
            questions = new object[] { new { text = "自哪一天起60日内办结？", options = new[] { "提交的那天", "受理之日" }, right = 1, why = "自受理之日起算。依据第三十四条。" } },
        },
    };

    private static object Question() => new
    {
        kind = "Single", difficulty = 2, competency = "Acceptance", basis = "《信访工作条例》第二十三条", stem = "收到以后几日内决定是否受理？", explanation = "自收到之日起15日内。", options = new[] { "7日", "15日", "30日" }, right = new[] { 1 },
    };

    private static object Exam() => new
    {
        title = "期限计算小考", minutes = 30, passPercent = 60, attempts = 1, opensAt = TimeProvider.System.GetUtcNow().AddMinutes(-5), closesAt = TimeProvider.System.GetUtcNow().AddDays(1),
        blueprint = new[] { new { competency = "Terms", count = 1, points = 10, kind = "Single" } }, organs = Array.Empty<string>(), seed = "示例",
    };

    private static object Session() => new
    {
        title = "受理和告知专题", mode = "Class", form = "Expert", topic = "Acceptance", hours = 3, startsAt = TimeProvider.System.GetUtcNow(), endsAt = TimeProvider.System.GetUtcNow().AddHours(3), place = "二楼会议室", lecturer = "外请讲师",
        organs = Array.Empty<string>(), round = 1,
    };
}
