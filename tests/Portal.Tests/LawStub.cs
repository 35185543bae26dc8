using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>Texts, quizzes and displays as Outreach answers them, and the pages that show them.</summary>
internal static class LawStub
{
    private const string Teacher = "120104-xfb/Teach";
    private static readonly Guid Released = new("019cb000-0000-7000-8000-0000000000a1"), Checked = new("019cb000-0000-7000-8000-0000000000a2"), Draft = new("019cb000-0000-7000-8000-0000000000a3"), Screen = new("019cb000-0000-7000-8000-0000000000b1");

    public static IEnumerable<Place> Places =>
    [
        new("law", "/law", "public"), new("law-topic", "/law?topic=Help", "public"), new("law-text", "/law/how-long", "public"), new("law-gone", "/law/gone", "public"), new("law-quiz", "/law/how-long/quiz?at=wumalu1&phase=before", "public"),
        new("law-quiz-closed", "/law/how-long/quiz?at=closed", "public"), new("library", "/desk/library", Teacher), new("library-empty", "/desk/library?state=Draft", Teacher), new("library-released", $"/desk/library/{Released}?done=release", Teacher),
        new("library-checked", $"/desk/library/{Checked}", "120104-xfb/Oversee"), new("library-returned", $"/desk/library/{Draft}", Teacher), new("library-old", $"/desk/library/{Released}?version=1", Teacher), new("library-new", "/desk/library/new", Teacher),
        new("library-edit", $"/desk/library/{Draft}/edit", Teacher), new("library-missing", $"/desk/library/{Story.Acceptance}", Teacher), new("screens", "/desk/screens", Teacher), new("screen", $"/desk/screens/{Screen}", Teacher),
        new("quizzes", "/desk/quizzes", Teacher), new("quiz-results", "/desk/quizzes/wumalu1", Teacher),
    ];

    private static readonly object[] Sections =
    [
        new { heading = "登记转送", text = "信访办收到以后登记，15日内转送、交办给有权处理的单位，并告诉您转到了哪里。", figure = "15", figureLabel = "日内转送" },
        new { heading = "书面答复", text = "自受理之日起60日内办结，给您信访处理意见书。情况复杂的，经负责人批准可以延长，最多30日，并说明理由。", figure = "60", figureLabel = "日内办结" },
        new { heading = "过了日子没动静", text = "凭查询码看最晚的一天。过了还没有答复，可以催办，也可以打电话问。" },
    ];

    private static readonly string[] Basis = ["《信访工作条例》第二十二条", "《信访工作条例》第三十四条"];

    private static readonly object Content = new
    {
        title = "多久有答复，心里有数", lead = "从登记到答复，每一步都有最晚的一天，记下来，到日子没动静就可以催。", sections = Sections,
        basis = new[] { new { instrument = "信访工作条例", number = 22 }, new { instrument = "信访工作条例", number = 34 } },
        questions = new[] { new { text = "信访事项一般自哪一天起60日内办结？", options = new[] { "提交的那天", "受理之日" }, right = 1, why = "60日自受理之日起算。依据《信访工作条例》第三十四条。" } },
    };

    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        IResult Ok(object body) => Results.Json(body, json);
        IResult Gone(string title) => Results.Json(new { type = "urn:xinfang:library.not-found", title, status = 404 }, json, "application/problem+json", 404);
        var day = new DateTimeOffset(2026, 4, 17, 1, 30, 0, TimeSpan.Zero);

        app.MapGet("/api/outreach/texts/vocabulary", () => Ok(new
        {
            kinds = new[] { N("Explanation", "条文解读"), N("Procedure", "办事指南") }, topics = new[] { N("Terms", "多久有答复"), N("Roads", "走哪条路"), N("Help", "困难帮扶") }, audiences = new[] { N("Everyone", "所有人"), N("Elderly", "老年人") },
        }));
        app.MapGet("/api/outreach/texts", (string? topic) => Ok(new
        {
            items = topic == "Help" ? [] : new object[]
            {
                new { id = Released, slug = "how-long", title = "多久有答复，心里有数", lead = "从登记到答复，每一步都有最晚的一天。", kindName = "条文解读", topic = "Terms", topicName = "多久有答复", from = "2026-03-01" },
                new { id = Checked, slug = "six-roads", title = "六条路，走对才快", lead = "事情不一样，该走的路不一样。走对了路，时效不会耽误，答复也更快。", kindName = "办事指南", topic = "Roads", topicName = "走哪条路", from = "2026-02-01" },
            },
            next = topic == "Help" ? null : "more",
        }));
        app.MapGet("/api/outreach/texts/{name}", (string name) => name == "gone" ? Gone("没有这份资料，可能已经撤下。") : Ok(new
        {
            id = Released, slug = name, version = 2, kindName = "条文解读", topic = "Terms", topicName = "多久有答复", audienceName = "所有人", title = "多久有答复，心里有数", lead = "从登记到答复，每一步都有最晚的一天，记下来，到日子没动静就可以催。",
            sections = Sections, basis = Basis, releasedOn = "2026-03-01", questions = 1,
        }));
        app.MapGet("/api/outreach/texts/{name}/quiz", (string name, string? session) => session == "closed" ? Gone("这一场的小测验没有开，或者已经结束。") : Ok(new
        {
            slug = name, title = "多久有答复，心里有数", version = 2, place = session is null ? null : "五马路社区党群服务中心",
            questions = new[] { new { text = "信访事项一般自哪一天起60日内办结？", options = new[] { "提交的那天", "受理之日" } }, new { text = "最晚多少日内要转送、交办？", options = new[] { "5日", "15日", "60日" } } },
        }));
        app.MapPut("/api/outreach/texts/{name}/quiz/sheets/{id:guid}", () => Ok(new
        {
            right = 1, asked = 2, counted = true,
            questions = new[] { new { text = "信访事项一般自哪一天起60日内办结？", chosen = 1, right = 1, answer = "受理之日", why = "60日自受理之日起算。依据第三十四条。" }, new { text = "最晚多少日内要转送、交办？", chosen = 0, right = 1, answer = "15日", why = "登记以后15日内。依据第二十二条。" } },
        }));

        app.MapGet("/api/outreach/library", (string? state) => Ok(new
        {
            items = state == "Draft" ? [] : new object[]
            {
                new { id = Checked, slug = "six-roads", title = "六条路，走对才快", kindName = "办事指南", topicName = "走哪条路", state = "Checked", stateName = "待复审", latest = 2, @public = 1, changedAt = day },
                new { id = Released, slug = "how-long", title = "多久有答复，心里有数", kindName = "条文解读", topicName = "多久有答复", state = "Released", stateName = "已发布", latest = 2, @public = 2, changedAt = day },
                new { id = Draft, slug = "one-call", title = "一个电话，问清楚", kindName = "办事指南", topicName = "怎样提出", state = "Draft", stateName = "退回修改", latest = 1, changedAt = day },
            },
            next = state == "Draft" ? null : "more",
        }));
        app.MapGet("/api/outreach/library/{id:guid}", (Guid id) => id == Story.Acceptance ? Gone("没有这份资料，可能已经撤下。") : Ok(Material(id, day)));
        app.MapPut("/api/outreach/library/{id:guid}", (Guid id) => Ok(Material(id, day)));
        app.MapPut("/api/outreach/library/{id:guid}/draft", (Guid id) => Ok(Material(id, day)));
        app.MapPost("/api/outreach/library/{id:guid}/{act}", (Guid id) => Ok(Material(id, day)));
        app.MapGet("/api/outreach/library/{id:guid}/versions/{number:int}", (Guid id, int number) => Ok(new { id, version = Version(number, day), content = Content, basis = Basis }));
        app.MapGet("/api/outreach/library/{id:guid}/versions/{number:int}/media", () => Ok(new
        {
            address = "http://localhost:8080/law/how-long", messages = new[] { "【南开信访】多久有答复，心里有数。从登记到答复，每一步都有最晚的一天（1/2）", "全文：http://localhost:8080/law/how-long 电话022-0000 0000（2/2）" },
            script = new { text = "跟您说说“多久有答复，心里有数”。先说登记转送：15日内转送、交办。别的都写在这张单子上，拿不准随时打电话问。", characters = 52, seconds = 13 },
        }));

        object screen = new { id = Screen, name = "接待大厅大屏", place = "信访办一楼", retired = false, address = "/screen/0123456789abcdef0123456789abcdef" };
        app.MapGet("/api/outreach/screens", () => Ok(new { items = new object[] { new { screen, seenAt = day, items = 3 }, new { screen = new { id = Draft, name = "五马路社区屏", place = "兴南街五马路社区", retired = true, address = "/screen/f" }, items = 0 } } }));
        app.MapGet("/api/outreach/screens/{id:guid}", () => Ok(new
        {
            screen,
            items = new object[]
            {
                new { id = Released, kind = "Default", materialId = Released, title = "多久有答复，心里有数", seconds = 20, place = 10, shown = true },
                new { id = Checked, kind = "Window", materialId = Checked, title = "六条路，走对才快", seconds = 30, place = 20, from = day, until = day.AddDays(9), dailyFrom = 540, dailyUntil = 690, shown = false },
            },
            interrupts = new[] { new { id = Draft, kind = "Emergency", title = "暂停接待", words = "大厅停电检修，请到二楼接待室。", seconds = 60, place = 0, from = day, until = day.AddHours(1), shown = true } },
            players = new[] { new { name = "0123456789abcdef0123456789abcdef", reported = 4120, lost = 0, seenAt = day } },
        }));
        app.MapGet("/api/outreach/screens/{id:guid}/plays", () => Ok(new
        {
            day = "2026-04-17", sums = new[] { new { itemId = Released, title = "多久有答复，心里有数", kind = "Default", plays = 1440, milliseconds = 28_800_000 } },
            items = new[] { new { player = "0123456789abcdef0123456789abcdef", seq = 1, itemId = Released, version = 2, kind = "Default", startedAt = day, milliseconds = 20000, cut = false, lost = 0 } }, next = "more",
        }));
        app.MapPut("/api/outreach/screens/{id:guid}", () => Ok(screen));
        app.MapPut("/api/outreach/screens/{id:guid}/items/{item:guid}", () => Results.NoContent());
        app.MapDelete("/api/outreach/screens/{id:guid}/items/{item:guid}", () => Results.NoContent());
        app.MapPost("/api/outreach/screens/emergencies", () => Results.NoContent());
        app.MapPost("/api/outreach/screens/emergencies/{item:guid}/end", () => Results.NoContent());

        app.MapGet("/api/outreach/quiz-sessions", () => Ok(new { items = new[] { new { code = "wumalu1", materialId = Released, title = "多久有答复，心里有数", place = "五马路社区党群服务中心", from = "2026-05-01", until = "2026-05-31" } } }));
        app.MapPut("/api/outreach/quiz-sessions/{code}", (string code) => Ok(new { code, materialId = Released, title = "多久有答复", place = "五马路社区党群服务中心", from = "2026-05-01", until = "2026-05-31" }));
        app.MapGet("/api/outreach/quiz-sessions/{code}/results", (string code) => Ok(new
        {
            code, title = "多久有答复，心里有数", place = "五马路社区党群服务中心", knownBefore = S(4, 20, 0.081, 0.416), knownAfter = S(17, 20, 0.64, 0.948), gain = new { points = 0.65, low = 0.35, high = 0.79, certain = true },
            questions = new object[] { new { version = 2, question = 1, text = "信访事项一般自哪一天起60日内办结？", before = S(4, 20, 0.081, 0.416), after = S(17, 20, 0.64, 0.948), gain = new { points = 0.65, low = 0.35, high = 0.79, certain = true } } },
        }));
        app.MapGet("/api/outreach/quiz-sessions/{code}/{phase}.svg", () => Results.Content("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 2\" width=\"600\" height=\"600\"><path d=\"M0 0h1v1H0z\"/></svg>", "image/svg+xml"));
    }

    private static object N(string code, string name) => new { code, name };

    private static object S(int of, int asked, double low, double high) => new { of, asked, rate = (double)of / asked, low, high };

    private static object Version(int number, DateTimeOffset day) => new { number, title = "多久有答复，心里有数", writers = new[] { "outreach" }, writtenAt = day, checkedBy = "outreach-2", checkedAt = day, releasedBy = "office-head", releasedAt = day };

    private static object Material(Guid id, DateTimeOffset day) => new
    {
        id, slug = "how-long", kind = "Explanation", kindName = "条文解读", topic = "Terms", topicName = "多久有答复", audience = "Everyone", audienceName = "所有人", latest = 2,
        state = id == Checked ? "Checked" : id == Draft ? "Draft" : "Released", stateName = id == Checked ? "待复审" : id == Draft ? "退回修改" : "已发布", @public = id == Draft ? (int?)null : 2, validFrom = "2026-03-01", rowVersion = 7, content = Content, basis = Basis,
        returnedBecause = id == Draft ? "第二段少了依据" : null, versions = new[] { Version(2, day), Version(1, day) },
        acts = id == Checked ? ["Release", "Return"] : id == Draft ? ["Edit", "Submit"] : new[] { "Edit", "Withdraw" },
    };
}
