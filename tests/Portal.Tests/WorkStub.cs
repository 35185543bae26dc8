using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>Outreach's list of duties, campaigns, activities, recommendations and measures, as it answers.</summary>
internal static class WorkStub
{
    public static readonly Guid One = new("019cb000-0000-7000-8000-0000000000a1"), Photo = new("019cb000-0000-7000-8000-0000000000a2");

    private static readonly object Duty = new
    {
        id = One, organ = "120104-zjw", organName = "区住建委", year = 2026, item = "物业管理、房屋维修的法律法规", legalText = "《物业管理条例》", audience = "社区居民", measures = "进社区讲座，发放宣传折页，宣传栏每季度换一次", owner = "物业科", dueOn = "2026-06-30",
        evidence = "现场照片、发放登记", status = "Open", statusText = "待完成", overdue = false, inTime = false, remindedOn = "2026-06-16", report = (string?)null, reportedOn = (string?)null, remark = "照片不够，请补充", decidedOn = "2026-06-10",
        activities = new[] { new { id = One, title = "《信访工作条例》主题宣传", on = "2026-05-12", street = "兴南街道", status = "Held", statusText = "已举办" } },
        acts = new[] { Act("Report", "上报完成情况", "/duties/x/report"), Act("Amend", "修改", "/duties/x/amendment"), Act("Drop", "撤下这一项", "/duties/x/dropping") }, version = 7,
    };

    private static readonly object Campaign = new
    {
        id = One, theme = "《信访工作条例》施行四周年宣传月", legalTexts = "《信访工作条例》", goal = "让群众知道信访怎么提、该找谁、多久有答复", from = "2026-05-01", until = "2026-05-31", target = 12, status = "Open", statusText = "在进行", proposal = true, reason = (string?)null,
        planned = 5, held = 3, joint = 2, streets = 3, acts = new[] { Act("Adopt", "采纳，开始筹备", "/campaigns/x/adoption"), Act("Drop", "今年不办", "/campaigns/x/dropping"), Act("Close", "结束", "/campaigns/x/closing") },
    };

    private static readonly object Activity = new
    {
        id = One, title = "《信访工作条例》主题宣传", campaignId = One, dutyItemId = One, recommendationId = One, topic = "030000", forms = new[] { "Consultation", "Leaflet" }, formNames = new[] { "现场咨询台", "发放宣传折页" }, street = "120104003", streetName = "兴南街道",
        community = "五马路社区", place = "党群服务中心", on = "2026-05-12", audiences = new[] { "Residents", "Elderly" }, audienceNames = new[] { "社区居民", "老年人" }, staff = new[] { "outreach" }, status = "Held", statusText = "已举办", heldOn = "2026-05-12", attendance = 120,
        useful = 60, notUseful = 3, summary = "设咨询台两个，讲条例一场。", reason = (string?)null,
        organisers = new[] { new { organ = "120104-gafj", organName = "公安南开分局", task = "讲信访秩序的规定", status = "Confirmed", statusText = "已确认", note = (string?)"去3人", askedOn = "2026-05-01", answeredOn = "2026-05-03", doneOn = (string?)null } },
        materials = new[] { new { kind = "Leaflet", issued = 300, returned = 20 } }, consultations = new[] { new { topic = "030000", count = 9 } }, photos = new[] { Photo },
        acts = new[]
        {
            Act("Amend", "修改安排", "/activities/x/amendment"), Act("Ask", "请单位联合举办", "/activities/x/organisers"), Act("NoteMaterials", "登记发放资料", "/activities/x/materials"), Act("Hold", "记录举办情况", "/activities/x/holding"),
            Act("AddPhoto", "上传现场照片", "/activities/x/photos"), Act("Close", "办结", "/activities/x/closing"), Act("Cancel", "取消活动", "/activities/x/cancellation"),
        },
        version = 9,
    };

    private static readonly object Row = new { id = One, title = "《信访工作条例》主题宣传", on = "2026-05-12", street = "120104003", streetName = "兴南街道", community = "五马路社区", forms = new[] { "现场咨询台", "发放宣传折页" }, status = "Held", statusText = "已举办", organisers = 1, attendance = 120 };

    private static readonly object Task = new
    {
        activityId = One, title = "《信访工作条例》主题宣传", on = "2026-05-12", streetName = "兴南街道", community = "五马路社区", place = "党群服务中心", activityStatusText = "已安排", task = "讲物业维修的规定", status = "Asked", statusText = "待确认", note = (string?)null, askedOn = "2026-05-01",
        acts = new[] { Act("Confirm", "确认参加", "/tasks/x/confirmation"), Act("Refuse", "不能参加", "/tasks/x/refusal") },
    };

    private static readonly object Recommendation = new
    {
        id = One, signal = "Many", street = "120104003", streetName = "兴南街道", category = "030000", windowFrom = "2026-01-01", windowUntil = "2026-03-31", count = 34, among = 120, elsewhereCount = 95, elsewhereAmong = 1050, expected = 13.2, ratio = 3.1, low = 2.2, high = 4.4, yearBefore = 12,
        theme = "这类事依法怎么办、该找谁、多久有答复",
        figures = new[] { "2026年1月到3月，兴南街道这一类的新事项34件，占当地全部新事项120件的28.3%。", "同一时期其他街道合计95件，占1050件的9.0%。按全区比例，当地应有13.2件。", "当地的比例是其他街道的3.1倍，95%的把握在2.2倍到4.4倍之间。", "这样找出来的，碰巧的不到千分之一。" },
        formNames = new[] { "法治讲座", "宣传栏" }, audienceName = "社区居民", partnerName = "区住建委", place = "兴南街道的社区党群服务中心", status = "Open", statusText = "待定", activityId = (Guid?)null, reason = (string?)null, foundOn = "2026-04-01",
        acts = new[] { Act("Take", "采纳，起草活动", "/recommendations/x/adoption"), Act("Drop", "不采纳", "/recommendations/x/dropping") },
    };

    private static readonly object Effect = new
    {
        topic = "030000", counted = "新事项", beforeFrom = "2025-10-01", beforeUntil = "2025-12-31", afterFrom = "2026-06-01", afterUntil = "2026-08-31", readyOn = "2026-09-01", selectedByItsFigures = true,
        streets = new[] { new { street = "120104003", reached = true, before = 30, after = 14 }, new { street = "120104004", reached = false, before = 22, after = 24 } },
        estimate = new { finding = "Fewer", months = 3, reached = 1, notReached = 11, reachedBefore = 30, reachedAfter = 14, otherBefore = 240, otherAfter = 236, difference = -5.1, differenceLow = -9.4, differenceHigh = -0.8, ratio = 0.48, low = 0.24, high = 0.95, spread = 1.2 },
        says = "办过的街道比没有办过的街道多下降了，相差-52%（95%的区间：-76%到-5%）。别的原因也可能有，不能都算成宣传的作用。",
    };

    private static readonly object Year = new
    {
        year = 2026,
        months = Enumerable.Range(1, 12).Select(month => new { month, planned = month % 4 + (month == 5 ? 6 : 0), held = month < 4 ? 1 : 0, forms = month < 4 ? new[] { "宣传栏" } : [], oneFormOnly = month == 2 }),
        streets = Lines("长虹街道", "兴南街道", "体育中心街道"), audiences = Lines("社区居民", "老年人"), forms = Lines("宣传栏", "现场咨询台"), monthsWithout = new[] { 4, 8, 12 }, streetsWithout = new[] { "华苑街道" }, audiencesWithout = new[] { "网格员和调解员" }, formsWithout = new[] { "短信" },
    };

    private static readonly string[] Names = ["活动完成率", "形式多样性", "宣传合力：每个宣传活动的联合单位", "街道覆盖率", "受众人数", "发放资料", "现场咨询人次", "知晓率变化", "来访释法率", "清单按期完成率"];

    private static readonly object Measures = new
    {
        quarter = "2026Q2", from = "2026-04-01", until = "2026-06-30",
        rows = new[] { "全区", "长虹街道", "兴南街道" }.Select((name, n) => new
        {
            street = n == 0 ? null : $"12010400{n}", name,
            measures = Names.Select((measure, i) => new { code = $"O-{i + 1}", name = measure, value = i == 7 ? null : (double?)(i is 4 or 5 or 6 ? 150 : 0.75), part = 3, whole = i is 4 or 5 or 6 ? null : (int?)4, unit = i is 4 or 5 or 6 ? "Number" : i == 2 ? "PerCampaign" : "Share", note = i == 7 ? "在知晓测试里看，这里不重复统计。" : null }),
        }),
    };

    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        const string root = "/api/outreach";
        void Get(string path, object answer) => app.MapGet(root + path, () => Results.Json(answer, json));
        static object Page(params object[] items) => new { items, next = (string?)null };

        Get("/catalogue", new
        {
            forms = new[] { Choice("NoticeBoard", "宣传栏"), Choice("Consultation", "现场咨询台"), Choice("Leaflet", "发放宣传折页") }, audiences = new[] { Choice("Residents", "社区居民"), Choice("Elderly", "老年人") },
            materials = new[] { Choice("Leaflet", "宣传折页"), Choice("Board", "展板") }, streets = new[] { Choice("120104001", "长虹街道"), Choice("120104003", "兴南街道") },
        });
        app.MapGet(root + "/duties", (string? status) => Results.Json(status == "Dropped" ? Page() : Page(Duty), json));
        Get("/duties/completion", new { year = 2026, rows = new[] { new { organ = "120104-zjw", organName = "区住建委", items = 4, done = 2, doneInTime = 2, reported = 1, overdue = 0 } } });
        Get("/duties/{id:guid}", Duty);
        app.MapGet(root + "/duties/list.csv", () => Results.File("责任单位\r\n"u8.ToArray(), "text/csv", "普法责任清单2026.csv"));
        Get("/campaigns", Page(Campaign));
        Get("/campaigns/{id:guid}", Campaign);
        Get("/campaigns/{id:guid}/effect", Effect);
        Get("/activities", Page(Row));
        Get("/activities/year", Year);
        Get("/activities/venues", new[] { new { street = "120104003", community = "五马路社区", place = "党群服务中心" } });
        Get("/activities/{id:guid}", Activity);
        Get("/activities/{id:guid}/effect", Effect);
        app.MapPut(root + "/activities/{id:guid}/photos/{photo:guid}", () => Results.Json(Activity, json));
        Get("/tasks", Page(Task));
        Get("/tasks/{id:guid}", Task);
        app.MapGet(root + "/recommendations", (string? status) => Results.Json(status == "Dropped" ? Page() : Page(Recommendation), json));
        Get("/recommendations/{id:guid}", Recommendation);
        app.MapPost(root + "/recommendations/search", () => Results.Json(new { found = 0 }, json));
        Get("/measures", Measures);
        var open = new
        {
            id = One, on = "2026-03-10", by = "市信访办业务指导处", way = "OnSite", wayText = "现场指导", opinion = "告知书要写明不服的救济途径和期限。", owner = "受理科", dueOn = "2026-04-10", status = "Open", statusText = "待整改", overdue = true,
            acts = new[] { Act("Rectify", "登记整改结果", $"/guidance/{One}/rectification") },
        };
        var done = new
        {
            id = Guid.CreateVersion7(), on = "2026-03-10", by = "市信访办业务指导处", way = "Course", wayText = "专题培训", opinion = "初次来访要当场讲清谁来办。", owner = "接访科", dueOn = "2026-03-31", status = "Rectified", statusText = "已整改", overdue = false,
            result = "接访卡片已经换成新的。", rectifiedOn = "2026-03-25", acts = Array.Empty<object>(),
        };
        app.MapGet(root + "/guidance", (string? status) => Results.Json(new { year = 2026, toRectify = 2, rectified = 1, inTime = 1, items = status == "Noted" ? [] : new object[] { open, done }, next = (string?)null }, json));
        Get("/guidance/{id:guid}", open);
        foreach (var kind in new[] { "duties", "campaigns", "activities", "tasks", "guidance", "recommendations" })
        {
            app.MapPost($"{root}/{kind}/{{id:guid}}/{{**act}}", () => Results.Json(new { }, json));
            app.MapPut($"{root}/{kind}/{{id:guid}}", () => Results.Json(new { }, json));
        }
    }

    private static object[] Lines(params string[] names) => [.. names.Select((name, n) => new { code = name, name, planned = n, held = 0 })];

    private static object Choice(string code, string name) => new { code, name };

    private static object Act(string act, string label, string href) => new { act, label, open = true, href };
}
