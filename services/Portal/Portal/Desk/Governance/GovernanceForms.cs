using Xinfang.Portal.Api;
using Xinfang.Portal.Desk.Supervising;

namespace Xinfang.Portal.Desk.Governance;

/// <summary>The forms of these pages: by kind, and by the route of the act; "new" makes one. Choices marked with @ are the thing's own.</summary>
internal static class GovernanceForms
{
    public static readonly Choice[] Pillars = [new("Prevent", "预防法治化"), new("Accept", "受理法治化"), new("Handle", "办理法治化"), new("Supervise", "监督追责法治化"), new("Order", "维护秩序法治化")];
    public static readonly Choice[] TaskKinds = [new("RoadMap", "路线图任务"), new("YearPlan", "年度法治任务"), new("Superior", "上级部署任务"), new("Problem", "重大问题"), new("Instruction", "领导批示")];
    public static readonly Choice[] MeetingKinds = [new("Collective", "集体研究重大事项"), new("JointConference", "信访工作联席会议"), new("District", "全区会议"), new("Briefing", "听取法治工作汇报"), new("ProblemSolving", "研究解决重大问题")];
    public static readonly Choice[] Areas = [new("Selection", "干部选拔任用"), new("Finance", "财务收支"), new("Procurement", "政府采购")];

    private static readonly Choice[] Outcomes = [new("Adopted", "通过"), new("AdoptedWithChanges", "修改后通过"), new("Deferred", "暂缓、再议"), new("Rejected", "不通过")], YesNo = [new("true", "通过"), new("false", "没有通过")];

    private static readonly FormField Remark = new("remark", "说明", Max: 1000, Optional: true);

    private static readonly FormField[] Terms =
    [
        new("title", "任务", FieldKind.Text, Max: 100), new("text", "要做到什么", Max: 1000), new("owner", "责任科室", FieldKind.Text, "写科室或者岗位，不写人名", 100), new("dueOn", "完成期限", FieldKind.Day),
        new("pillar", "属于哪一化", FieldKind.Choice, "路线图的任务要选", Optional: true, Options: Pillars), new("source", "出处", FieldKind.Text, "文件名和文号，或者谁的批示（写职务）", 200, Optional: true),
        new("business", "和哪项业务工作一起办", FieldKind.Text, "同部署、同研究、同落实", 200, Optional: true),
    ];

    private static readonly FormGroup Milestones = new("milestones", "节点", 12, [new("text", "做到哪一步", FieldKind.Text, Max: 100), new("dueOn", "哪一天以前", FieldKind.Day)]);

    /// <summary>Kind, then route.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, FormPage>> All = new Dictionary<string, IReadOnlyDictionary<string, FormPage>>
    {
        ["tasks"] = new Dictionary<string, FormPage>
        {
            ["new"] = new("立一项任务", "立项", [new("kind", "哪种任务", FieldKind.Choice, Options: Marked("@kinds")), new("organ", "责任单位", FieldKind.Organ), .. Terms], Milestones, "任务已经立项，责任单位能看到。到期前7天提醒一次，过期再提醒一次（本区设定）。"),
            ["amendment"] = new("修改任务", "保存修改", Terms, Milestones, "已经修改。期限改了的，会重新提醒。"),
            ["milestones"] = new("报节点完成", "报完成", [new("number", "哪个节点", FieldKind.Choice, Options: Marked("@milestones"))], Done: "节点已经报完成。"),
            ["report"] = new("报任务完成", "报完成", [new("evidence", "做了什么，拿什么证明", Hint: "不写群众的姓名、电话", Max: 1000)], Done: "已经报完成，等区信访办核实。"),
            ["return"] = new("退回补充", "退回", [Remark with { Label = "哪里不够", Optional = false }], Done: "已经退回，单位补充后再报。"),
            ["confirmation"] = new("核实，确认完成", "确认完成", [Remark with { Label = "核实的情况" }], Done: "已经确认完成。"),
            ["urging"] = new("过问、督促", "记下", [new("way", "方式", FieldKind.Choice, Options: [new("Ask", "过问"), new("Press", "督促")]), new("words", "问了什么，要求什么", Max: 500)], Done: "已经记入督促记录，责任单位能看到。"),
            ["dropping"] = new("撤下这项任务", "撤下", [Remark with { Label = "为什么撤下", Optional = false }], Done: "已经撤下，不再统计。"),
        },
        ["meetings"] = new Dictionary<string, FormPage>
        {
            ["new"] = new("召集会议", "召集",
                [
                    new("kind", "哪种会议", FieldKind.Choice, Options: MeetingKinds), new("title", "会议名称", FieldKind.Text, Max: 100), new("on", "日期", FieldKind.Day), new("place", "地点", FieldKind.Text, Max: 100), new("chair", "主持人", FieldKind.Text, "写职务，不写人名", 50),
                    new("agenda", "议题", FieldKind.Lines, "一行一个", 4000), new("organs", "参会单位", FieldKind.Organs, Options: Marked("@organs")),
                ], Done: "会议已经召集。集体研究的议题，先请合法性审查。"),
            ["opinions"] = new("登记合法性审查意见", "登记",
                [
                    new("point", "哪个议题", FieldKind.Choice, Options: Marked("@points")), new("finding", "结论", FieldKind.Choice, Options: [new("Lawful", "合法"), new("LawfulIfChanged", "修改后合法"), new("Unlawful", "不合法")]),
                    new("adviser", "由谁审查", FieldKind.Text, "写科室或者法律顾问，不写人名", 50), new("text", "审查意见和依据", Max: 1000),
                ], Done: "合法性审查意见已经登记。"),
            ["holding"] = new("记录会议和决定", "记下", [new("minutes", "纪要", Hint: "写讨论的情况和不同意见，不写谁投了什么票", Max: 4000)],
                new("decisions", "决定", 6,
                [
                    new("point", "哪个议题", FieldKind.Choice, Options: Marked("@points")), new("outcome", "结果", FieldKind.Choice, Options: Outcomes), new("text", "决定了什么", Max: 1000),
                    new("organ", "责任单位", FieldKind.Organ, "通过的要填", Optional: true), new("owner", "责任科室", FieldKind.Text, Max: 100, Optional: true), new("dueOn", "完成期限", FieldKind.Day, Optional: true), new("pillar", "属于哪一化", FieldKind.Choice, Optional: true, Options: Pillars),
                ]), "会议已经记下，通过的决定都成了任务，有责任单位和期限。"),
            ["cancellation"] = new("取消会议", "取消会议", [new("reason", "为什么取消", Max: 500)], Done: "会议已经取消。"),
        },
        ["mechanisms"] = new Dictionary<string, FormPage>
        {
            ["new"] = new("收入一项制度", "收入",
                [
                    new("title", "名称", FieldKind.Text, Max: 100), new("number", "文号", FieldKind.Text, Max: 50, Optional: true), new("owner", "责任科室", FieldKind.Text, Max: 100), new("adoptedOn", "哪一天制定", FieldKind.Day),
                    new("text", "主要内容"), new("evaluateOn", "哪一天以前评估", FieldKind.Day, "三年以内"),
                ], Done: "已经收入制度机制库。"),
            ["evaluation"] = new("评估制度", "记下评估",
                [
                    new("result", "结果", FieldKind.Choice, Options: [new("Kept", "继续有效"), new("Revised", "修订"), new("Retired", "废止")]), new("words", "评估意见", Max: 1000),
                    new("text", "修订以后的主要内容", Hint: "修订的要填", Optional: true), new("nextOn", "下次评估", FieldKind.Day, "继续有效和修订的要填，三年以内", Optional: true),
                ], Done: "评估已经记下。"),
        },
        ["checks"] = new Dictionary<string, FormPage>
        {
            ["new"] = new("记一项合规检查", "记下",
                [
                    new("area", "哪个方面", FieldKind.Choice, Options: Areas), new("item", "检查了什么", FieldKind.Text, "不写人选的姓名", 200), new("on", "检查日期", FieldKind.Day), new("passed", "结果", FieldKind.Choice, Options: YesNo), new("evidence", "拿什么证明", Max: 1000),
                ], Done: "已经记下。"),
            ["rectification"] = new("登记整改", "登记", [new("text", "改了什么，拿什么证明", Max: 1000)], Done: "整改已经登记。"),
        },
        ["publishing"] = new Dictionary<string, FormPage>
        {
            ["new"] = new("列入公开日历", "列入", [new("title", "公开什么", FieldKind.Text, Max: 200), new("dueOn", "哪一天以前", FieldKind.Day)], Done: "已经列入公开日历。"),
            ["publication"] = new("登记公开", "登记", [new("on", "公开的日子", FieldKind.Day), new("where", "在哪里公开", FieldKind.Text, "写网址或者地点", 200)], Done: "公开情况已经登记。"),
        },
        ["study"] = new Dictionary<string, FormPage>
        {
            ["new"] = new("记一次学法", "记下",
                [
                    new("title", "学了什么", FieldKind.Text, Max: 200), new("on", "哪一天", FieldKind.Day),
                    new("hours", "几个学时", FieldKind.Choice, Options: [new("0.5", "0.5"), new("1", "1"), new("1.5", "1.5"), new("2", "2"), new("2.5", "2.5"), new("3", "3"), new("4", "4"), new("6", "6"), new("8", "8")]),
                ], Done: "已经记入履职台账。"),
        },
    };

    private static IReadOnlyList<Choice> Marked(string mark) => [new(mark, mark)];
}
