using Xinfang.Portal.Api;
using Xinfang.Portal.Desk.Library;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk;

/// <summary>A line of the navigation.</summary>
/// <param name="Count">Things that wait; zero shows no number.</param>
/// <param name="Alarm">Overdue.</param>
/// <param name="Part">Its number is part of another line's of the group.</param>
internal sealed record MenuItem(string Title, string Href, int Count = 0, bool Alarm = false, bool Part = false);

/// <summary>Lines under a heading.</summary>
internal sealed record MenuGroup(string Title, IReadOnlyList<MenuItem> Items)
{
    /// <summary>What waits in all its lines, each thing once; shown while it is folded.</summary>
    public int Waiting => Items.Where(item => !item.Part).Sum(item => item.Count);

    /// <summary>Something in it is overdue.</summary>
    public bool Alarm => Items.Any(item => item.Alarm);
}

/// <summary>The navigation of a duty. Menus of two duties are never merged (三员分立).</summary>
internal static class Menu
{
    public static readonly IReadOnlyList<(string Box, string Title)> Boxes =
    [
        ("ToClaim", "待领"), ("ToAccept", "待告知"), ("Handling", "在办"), ("ToCheck", "待审核"), ("ToSign", "待签发"), ("ToServe", "待送达"), ("ToComplete", "待办结"), ("ToEnforce", "待落实"), ("Contested", "异议中"), ("Done", "已办结"),
    ];

    /// <summary>So many lines are seen at a glance, unfolded.</summary>
    public const int Short = 16;

    /// <summary>The line of a page: its own address, or else the longest that it begins with, so that a page below a list stands under that list.</summary>
    /// <param name="groups">The menu.</param>
    /// <param name="address">Path and query.</param>
    public static MenuItem? Here(IReadOnlyList<MenuGroup> groups, string address)
    {
        var items = groups.SelectMany(group => group.Items).ToList();
        return items.Find(item => item.Href == address)
            ?? items.Where(item => !item.Href.Contains('?', StringComparison.Ordinal) && IsWithin(address, item.Href)).MaxBy(item => item.Href.Length);
    }

    private static bool IsWithin(string address, string href) => address.StartsWith(href, StringComparison.Ordinal) && (address.Length == href.Length || address[href.Length] is '/' or '?');

    public static bool UsesIntake(string duty) => duty is Duty.Register or Duty.Oversee or Duty.Supervise or Duty.Audit;

    public static bool UsesCases(string duty) => duty is Duty.Handle or Duty.Check or Duty.Head or Duty.Oversee or Duty.Supervise or Duty.Audit;

    /// <summary>First page of a duty.</summary>
    public static string Home(string duty) => duty switch
    {
        Duty.Register => "/desk/routing",
        Duty.Oversee => "/desk/contested",
        Duty.Teach => "/desk/outreach/year",
        Duty.Supervise or Duty.Audit or Duty.Handle or Duty.Check or Duty.Head => "/desk/inbox",
        Duty.Train => "/desk/training/needs",
        Duty.Administer or Duty.Secure => "/desk/people",
        _ => "/desk/home",
    };

    public static IReadOnlyList<MenuGroup> For(string duty, IntakeCounts? intake, CaseCounts? cases) => duty switch
    {
        Duty.Register =>
        [
            new("登记", [new("来信登记", "/desk/register?channel=Letter"), new("来访登记", "/desk/register?channel=Visit"), new("来电登记", "/desk/register?channel=Phone"), new("传真登记", "/desk/register?channel=Fax"), new("接访大厅", "/desk/hall"), new("批量导入", "/desk/import")]),
            new("分办", [new("分办台", "/desk/routing", intake?.ToRoute ?? 0, intake?.Overdue > 0), new("已退回", "/desk/routing?state=Returned", intake?.Returned ?? 0, Part: true), new("待回访", "/desk/call-backs", intake?.CallBacks ?? 0, intake?.CallBackOverdue is true), new("通知", "/desk/notices"), new("更正申请", "/desk/corrections"), new("已转出", "/desk/routing?state=Routed"), new("全部", "/desk/routing?state=All"), new("检索", "/desk/search")]),
            new("紧急与秩序", [new("紧急报告", "/desk/escalations"), new("秩序事件", "/desk/incidents")]),
        ],
        Duty.Oversee =>
        [
            new("核实", [new("异议待核", "/desk/contested", cases?.Contested ?? 0), new("待回访", "/desk/call-backs", intake?.CallBacks ?? 0, intake?.CallBackOverdue is true), new("查看身份的申请", "/desk/identity-openings", intake?.Openings ?? 0), new("更正申请", "/desk/corrections"), new("到期清理", "/desk/retention")]),
            new("紧急与秩序", [new("通知", "/desk/notices"), new("紧急报告", "/desk/escalations"), new("秩序事件", "/desk/incidents"), new("反映打击报复", "/desk/retaliation")]),
            new("查看", [new("检索", "/desk/search"), new("接访统计", "/desk/hall/days"), new("各单位办理", "/desk/inbox", cases?.Overdue ?? 0, cases?.Overdue > 0), new("分办台", "/desk/routing", intake?.ToRoute ?? 0, intake?.Overdue > 0), new("复查复核", "/desk/reviews"), new("案卷评查", "/desk/quality"), new("系统提示", "/desk/recognition"), new("内容分类表", "/desk/contents")]),
            LibraryMenu.Group,
        ],
        Duty.Supervise or Duty.Audit =>
        [
            new("查看", [new("检索", "/desk/search"), new("各单位办理", "/desk/inbox", cases?.Overdue ?? 0, cases?.Overdue > 0), new("分办台", "/desk/routing?state=All"), new("复查复核", "/desk/reviews"), new("案卷评查", "/desk/quality"), .. duty is Duty.Audit ? new[] { new MenuItem("系统提示", "/desk/recognition"), new MenuItem("内容分类表", "/desk/contents") } : []]),
            .. duty is Duty.Audit ? [new("审计", [new("谁看过身份", "/desk/identity-readings"), new("谁按人检索过", "/desk/search-readings"), new("到期清理", "/desk/retention"), new("账号记录", "/desk/account-events"), new("人员", "/desk/people")])] : Array.Empty<MenuGroup>(),
        ],
        Duty.Handle or Duty.Check or Duty.Head =>
        [
            new("办件", [new("收件箱", "/desk/inbox", (cases?.All ?? 0) - (cases?.Done ?? 0), cases?.Overdue > 0), .. Boxes.Select(box => new MenuItem(box.Title, $"/desk/inbox?box={box.Box}", box.Box == "Done" ? 0 : cases?.Of(box.Box) ?? 0, Part: true)), new("检索", "/desk/search")]),
            new("复查复核", [new("复查复核", "/desk/reviews")]),
            .. duty is Duty.Handle ? [new("接访", [new("接访大厅", "/desk/hall")])] : Array.Empty<MenuGroup>(),
        ],
        Duty.Teach => [LibraryMenu.Group],
        Duty.Train => [],
        Duty.Administer => [new("系统管理", [new("人员", "/desk/people"), new("首页", "/desk/home")])],
        Duty.Secure => [new("安全管理", [new("人员", "/desk/people"), new("首页", "/desk/home")])],
        _ => [new("工作台", [new("首页", "/desk/home")])],
    };
}
