using Xinfang.Portal.Api;
using Xinfang.Portal.Desk.Supervising;

namespace Xinfang.Portal.Desk.JointWork;

/// <summary>The forms of these pages: by kind, and by the route of the act; "new" makes one. Choices marked with @ are the catalogue's.</summary>
internal static class WorkForms
{
    private static readonly FormField[] Duty =
    [
        new("item", "普法内容", FieldKind.Text, Max: 200), new("legalText", "法律法规", FieldKind.Text, Max: 300), new("audience", "普法对象", FieldKind.Text, Max: 200),
        new("measures", "工作措施", Max: 1000), new("owner", "责任科室", FieldKind.Text, "写科室或者岗位，不写人名", 100), new("dueOn", "完成期限", FieldKind.Day), new("evidence", "完成凭据", Hint: "拿什么证明做到了", Max: 500),
    ];

    private static readonly FormField[] Campaign =
    [
        new("theme", "主题", FieldKind.Text, Max: 100), new("legalTexts", "宣传的法律法规", FieldKind.Text, Max: 300), new("goal", "目标", Max: 500),
        new("from", "从哪一天", FieldKind.Day), new("until", "到哪一天", FieldKind.Day), new("target", "计划办几场", FieldKind.Number, Max: 3),
    ];

    private static readonly FormField[] Activity =
    [
        new("title", "活动名称", FieldKind.Text, Max: 100), new("on", "日期", FieldKind.Day), new("street", "街道", FieldKind.Choice, Options: Marked("@streets")),
        new("community", "社区", FieldKind.Text, Max: 50), new("place", "地点", FieldKind.Text, "例如党群服务中心", 100), new("forms", "形式", FieldKind.Organs, Options: Marked("@forms")), new("audiences", "对象", FieldKind.Organs, Options: Marked("@audiences")),
        new("topic", "针对哪一类信访内容", FieldKind.Choice, "选了以后，办完能看前后变化", Optional: true, Options: Marked("@topics")),
        new("campaignId", "属于哪个宣传活动", FieldKind.Choice, Optional: true, Options: Marked("@campaigns")), new("dutyItemId", "完成清单哪一项", FieldKind.Choice, Optional: true, Options: Marked("@duties")),
        new("staff", "工作人员", FieldKind.Lines, "写账号，一行一个", 1000, Optional: true),
    ];

    private static readonly FormField Remark = new("remark", "说明", Max: 1000, Optional: true);

    /// <summary>Kind, then route.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, FormPage>> All = new Dictionary<string, IReadOnlyDictionary<string, FormPage>>
    {
        ["duties"] = new Dictionary<string, FormPage>
        {
            ["new"] = new("列入普法责任清单", "列入清单", [new("organ", "责任单位", FieldKind.Organ), new("year", "年度", FieldKind.Number), .. Duty], Done: "已经列入清单，单位能看到。"),
            ["amendment"] = new("修改清单", "保存修改", Duty, Done: "已经修改。期限改了的，到期前会重新提醒。"),
            ["report"] = new("上报完成情况", "上报", [new("text", "做了什么，拿什么证明")], Done: "已经上报，等信访办核实。"),
            ["return"] = new("退回补充", "退回", [Remark with { Label = "哪里不够", Optional = false }], Done: "已经退回，单位补充后再报。"),
            ["confirmation"] = new("核实，确认完成", "确认完成", [Remark], Done: "已经确认完成。"),
            ["dropping"] = new("撤下这一项", "撤下", [Remark with { Label = "为什么撤下", Optional = false }], Done: "已经撤下，不再统计。"),
        },
        ["campaigns"] = new Dictionary<string, FormPage>
        {
            ["new"] = new("确定宣传活动", "确定", Campaign, Done: "宣传活动已经确定，接着安排场次。"),
            ["adoption"] = new("采纳建议，开始筹备", "采纳", Campaign, Done: "已经采纳，接着安排场次。"),
            ["dropping"] = new("今年不办", "不办", [new("reason", "为什么不办", Max: 500)], Done: "已经记下，今年不再建议。"),
            ["closing"] = new("结束宣传活动", "结束", [], Done: "宣传活动已经结束。"),
        },
        ["activities"] = new Dictionary<string, FormPage>
        {
            ["new"] = new("安排活动", "安排", Activity, Done: "活动已经安排。"),
            ["amendment"] = new("修改安排", "保存", Activity, Done: "安排已经保存。"),
            ["organisers"] = new("请单位联合举办", "发给单位", [new("organ", "单位", FieldKind.Organ), new("task", "这个单位的任务", Max: 500)], Done: "已经发给单位，由单位自己确认和报完成。"),
            ["release"] = new("撤出联合单位", "撤出", [new("organ", "单位", FieldKind.Organ), new("reason", "为什么撤出", Max: 500)], Done: "已经撤出。"),
            ["materials"] = new("登记发放资料", "登记", [],
                new("lines", "资料", 7, [new("kind", "种类", FieldKind.Choice, Options: Marked("@materials"), Optional: true), new("issued", "发出", FieldKind.Number, Max: 7), new("returned", "收回", FieldKind.Number, Max: 7, Optional: true)]), "资料已经登记。"),
            ["holding"] = new("记录举办情况", "记下",
                [
                    new("heldOn", "举办日期", FieldKind.Day), new("attendance", "参加人数", FieldKind.Number, Max: 7), new("useful", "反馈“有用”的人数", FieldKind.Number, Max: 7, Optional: true),
                    new("notUseful", "反馈“没用”的人数", FieldKind.Number, Max: 7, Optional: true), new("summary", "活动情况", Hint: "不写群众的姓名、电话"),
                ],
                new("consultations", "现场咨询", 6, [new("topic", "咨询的内容", FieldKind.Choice, Options: Marked("@topics"), Optional: true), new("count", "人次", FieldKind.Number, Max: 6)]), "举办情况已经记下。"),
            ["closing"] = new("办结活动", "办结", [], Done: "活动已经办结。"),
            ["cancellation"] = new("取消活动", "取消活动", [new("reason", "为什么取消", Max: 500)], Done: "活动已经取消。"),
        },
        ["tasks"] = new Dictionary<string, FormPage>
        {
            ["confirmation"] = new("确认参加", "确认参加", [new("note", "说明", Max: 500, Optional: true)], Done: "已经确认参加。"),
            ["refusal"] = new("不能参加", "不能参加", [new("note", "为什么不能参加", Max: 500)], Done: "已经告诉信访办。"),
            ["completion"] = new("报完成", "报完成", [new("note", "做了什么", Max: 500)], Done: "已经报完成。"),
        },
        ["guidance"] = new Dictionary<string, FormPage>
        {
            ["new"] = new("记一条上级指导意见", "记下",
                [
                    new("on", "指导日期", FieldKind.Day), new("by", "由谁指导", FieldKind.Text, "写单位和处室，不写人名", 50),
                    new("way", "方式", FieldKind.Choice, Options: [new("OnSite", "现场指导"), new("Course", "专题培训"), new("Meeting", "座谈会议"), new("Written", "书面意见"), new("Telephone", "电话指导")]),
                    new("opinion", "指导意见", Hint: "一条意见记一次，分开整改", Max: 1000), new("owner", "由谁整改", FieldKind.Text, "不需要整改的不用填", 100, Optional: true), new("dueOn", "整改期限", FieldKind.Day, Optional: true),
                ], Done: "已经记下。"),
            ["rectification"] = new("登记整改结果", "登记", [new("result", "改了什么，拿什么证明", Max: 1000)], Done: "整改结果已经登记。"),
        },
        ["recommendations"] = new Dictionary<string, FormPage>
        {
            ["adoption"] = new("采纳建议，起草活动", "采纳", [], Done: "已经采纳，活动草稿起草好了。定下日期和地点，活动才算安排。"),
            ["dropping"] = new("不采纳建议", "不采纳", [new("reason", "为什么不采纳", Max: 500)], Done: "已经记下，半年内不再提这一条。"),
        },
    };

    private static IReadOnlyList<Choice> Marked(string mark) => [new(mark, mark)];
}
