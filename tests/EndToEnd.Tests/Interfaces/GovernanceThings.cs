using Xinfang.EndToEnd.Tests.Running;
using static Xinfang.EndToEnd.Tests.Interfaces.TeachingGround;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>The things of the law-based work, and bodies that are accepted.</summary>
internal static class GovernanceThings
{
    private const string Root = "/api/insight/governance";

    private static readonly string Officer = $"{People.Holder}.officer";

    public static readonly Thing[] All =
    [
        new($"{Root}/tasks", "supervisor", () => Task(), null,
        [
            new("milestones", Officer, new { number = 1 }),
            new("report", Officer, new { evidence = "台账12份，照片6张。" }),
            new("confirmation", "supervisor", new { remark = "抽查属实。" }),
        ],
        (0, new("amendment", "supervisor", Task(made: false))), (0, new("urging", "leader", new { way = "Press", words = "三天内报上来。" })), (0, new("dropping", "supervisor", new { remark = "并入另一项。" })), (2, new("return", "supervisor", new { remark = "没有台账。" }))),
        new($"{Root}/meetings", "office-head", Meeting, null,
        [
            new("opinions", "supervisor", new { point = 1, finding = "Lawful", adviser = "法律顾问", text = "依据《物业管理条例》审查。" }),
            new("holding", "office-head", new { minutes = "议定了一项。", decisions = new[] { new { point = 1, outcome = "Adopted", text = "由住建委牵头理顺物业交接。", organ = People.Holder, owner = "物业科", dueOn = People.Today.AddDays(90), pillar = "Prevent" } } }),
        ],
        (0, new("cancellation", "office-head", new { reason = "改期。" }))),
        new($"{Root}/mechanisms", "supervisor", () => new { title = "学法制度", owner = "办公室", adoptedOn = People.Today.AddDays(-30), text = "每月一次。", evaluateOn = People.Today.AddDays(90), number = "南信办〔2026〕3号" }, null,
            [new("evaluation", "supervisor", new { result = "Revised", words = "次数要增加。", text = "每月两次。", nextOn = People.Today.AddDays(300) })]),
        new($"{Root}/checks", "supervisor", () => new { area = "Procurement", item = "桌椅的采购方式", on = People.Today, passed = false, evidence = "采购档案" }, null, [new("rectification", "supervisor", new { text = "补了比价记录。" })]),
        new($"{Root}/publishing", "supervisor", () => new { title = "接访日程", dueOn = People.Today.AddDays(20) }, null, [new("publication", "supervisor", new { on = People.Today, where = "区政府网站" })]),
        new($"{Root}/study", "leader", () => new { title = "习近平法治思想", on = People.Today, hours = 2.5 }, null, []),
    ];

    private static Dictionary<string, object> Task(bool made = true)
    {
        var terms = new Dictionary<string, object>
        {
            ["title"] = "排查物业矛盾", ["text"] = "每月排查一次。", ["owner"] = "物业科", ["dueOn"] = People.Today.AddDays(60), ["pillar"] = "Prevent", ["source"] = "区委2026年1号文件", ["business"] = "物业专项整治", ["milestones"] = new[] { new { text = "建台账", dueOn = People.Today.AddDays(20) } },
        };
        return made ? new Dictionary<string, object>(terms) { ["kind"] = "RoadMap", ["organ"] = People.Holder } : terms;
    }

    private static object Meeting() => new { kind = "Collective", title = "研究信访工作法治化", on = People.Today, place = "三楼会议室", chair = "区信访办主任", organs = new[] { "120104-xfb", People.Holder }, agenda = new[] { "物业矛盾怎么从源头减少" } };
}
