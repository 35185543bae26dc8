using Xinfang.Portal.Api;
using Xinfang.Portal.Parts;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.Supervising;

/// <summary>How a field of a form is filled in and sent.</summary>
internal enum FieldKind { Text, Area, Lines, Number, Day, Time, Choice, Organ, Organs }

/// <summary>A field of a form.</summary>
/// <param name="Name">In the body of the request.</param>
internal sealed record FormField(
    string Name, string Label, FieldKind Kind = FieldKind.Area, string? Hint = null, int Max = 2000, bool Optional = false, IReadOnlyList<Choice>? Options = null, string? Preset = null);

/// <summary>The same few fields several times, sent as a list; lines left empty are left out.</summary>
internal sealed record FormGroup(string Name, string Legend, int Lines, IReadOnlyList<FormField> Fields);

/// <summary>A confirming page of an act, or the page on which a thing is made.</summary>
internal sealed record FormPage(string Title, string Button, IReadOnlyList<FormField> Fields, FormGroup? Group = null, string? Done = null);

/// <summary>One kind of thing of supervision: its lists, its forms. Pages are the same for all.</summary>
/// <param name="Key">In the address and in the route of the service.</param>
/// <param name="Tabs">Status and title; the first is the list without a status.</param>
/// <param name="New">The form on which one is made; null where facts make them.</param>
/// <param name="NewFor">Who makes one.</param>
/// <param name="OfPetition">One is made on a petition.</param>
/// <param name="Forms">By the route of the act.</param>
internal sealed record Kind(
    string Key, string Title, string Note, string Basis, string Organ, IReadOnlyList<(string Status, string Title)> Tabs, string EmptyText,
    Func<SupervisionClient, string, string?, CancellationToken, Task<Answer<Page<FiledView>>>> List,
    Func<SupervisionClient, Guid, CancellationToken, Task<Answer<FiledView>>> One,
    IReadOnlyDictionary<string, FormPage> Forms, FormPage? New = null, string NewFor = "", bool OfPetition = false);

/// <summary>The kinds.</summary>
internal static class Kinds
{
    private static readonly FormField Days = new("days", "几日内答复", FieldKind.Number, "1到60日，自然日，遇节假日顺延", Preset: "15");

    /// <summary>By the key in the address.</summary>
    public static IReadOnlyDictionary<string, Kind> All { get; } = new[]
    {
        Of<SupervisionView>("supervisions", "督办", "没有按规定办的，由督查人员督办。系统按事实提出，人来决定。", "《信访工作条例》第四十条第一款", "承办单位",
            [("", "全部"), ("Proposed", "待决定"), ("Open", "等答复"), ("Answered", "已答复"), ("Closed", "办结"), ("Dismissed", "不予督办")],
            "超期、推诿、评价不满意等情形出现以后，会列在这里。",
            new Dictionary<string, FormPage>
            {
                ["letter"] = new("发出督办函", "发出督办函",
                    [new("demands", "督办要求", FieldKind.Lines, "一行一条", 4000), Days, new("remark", "补充说明", Optional: true)], Done: "督办函已经发出，单位已经收到通知。"),
                ["dismissal"] = new("不予督办", "不予督办", [new("reason", "为什么不督办")], Done: "已经记下，不再提示这一情形。"),
                ["answer"] = new("答复督办", "交督查人员", [new("text", "答复", Hint: "逐条回应督办要求：做了什么，原因是什么，怎样改正", Max: 5000)], Done: "答复已经交给督查人员。"),
                ["pressing"] = new("再次督办", "再次督办", [new("reason", "为什么再次督办", Hint: "没有答复，或者答复哪里不够"), Days with { Preset = "5" }], Done: "已经再次督办。"),
                ["closure"] = new("督办办结", "办结", [new("result", "督办结果")], Done: "督办已经办结。"),
            },
            new("提出督办", "列入待督办",
            [
                new("cause", "情形", FieldKind.Choice, Options:
                [
                    new("NoticeOverdue", "没有按期书面告知"), new("CompletionOverdue", "没有按期作出处理意见"), new("ReportMissing", "交办的没有按期反馈结果"),
                    new("ProcedureSkipped", "没有按规定程序办理"), new("Shirking", "推诿"), new("Perfunctory", "敷衍"), new("NotExecuted", "支持的意见没有执行"), new("Falsified", "弄虚作假"),
                ]),
            ], Done: "已经列入待督办，接着发出督办函。"), Duty.Supervise, OfPetition: true),
        Of<ViolationView>("violations", "违规记录", "期限和程序上的违规由系统按事实记录；其他的由督查人员记录。由上级责令改正。", "《信访工作条例》第四十二条至第四十六条", "责任单位",
            [("", "全部"), ("Found", "待改正"), ("Corrected", "已改正"), ("Withdrawn", "已撤销")], "还没有违规记录。",
            new Dictionary<string, FormPage>
            {
                ["correction"] = new("记录改正", "记下改正", [new("text", "责令改正的要求和改正结果")], Done: "改正已经记下。"),
                ["withdrawal"] = new("撤销记录", "撤销", [new("text", "为什么撤销", Hint: "记录有误的理由，留存备查")], Done: "记录已经撤销，不计入违规数。"),
            },
            new("记录违规", "记下违规",
                [new("code", "违规情形", FieldKind.Choice), new("organ", "责任单位", FieldKind.Organ, "不选就是承办单位", Optional: true), new("finding", "发现的情况")], Done: "违规已经记下。"),
            Duty.Supervise, OfPetition: true),
        Of<ProposalView>("proposals", "三项建议", "改进工作、完善政策、追究责任。督查人员起草，信访办负责人签发，收文单位书面反馈采纳情况。", "《信访工作条例》第四十条", "收文单位",
            [("", "全部"), ("Drafted", "待签发"), ("Issued", "等反馈"), ("Answered", "已反馈"), ("Withdrawn", "不发出")], "在信访事项的页面上起草。",
            new Dictionary<string, FormPage>
            {
                ["signature"] = new("签发建议", "签发", [], Done: "建议已经签发，编了文号。"),
                ["withdrawal"] = new("不发出", "不发出", [new("reason", "为什么不发出")], Done: "已经记下，这份建议不再发出。"),
                ["feedback"] = new("反馈采纳情况", "交信访办",
                [
                    new("adoption", "采纳情况", FieldKind.Choice, Options: [new("Adopted", "采纳"), new("PartlyAdopted", "部分采纳"), new("NotAdopted", "未采纳")]),
                    new("text", "书面反馈", Hint: "采纳的写怎样落实，没有采纳的写理由", Max: 5000),
                    new("receivedOn", "收到的日子", FieldKind.Day, "信访办代录纸质反馈时填，单位自己反馈不用填", Optional: true),
                ], Done: "采纳情况已经记下。"),
            },
            new("起草建议", "交负责人签发",
            [
                new("kind", "种类", FieldKind.Choice, Options: [new("Improvement", "改进工作建议"), new("Policy", "完善政策建议"), new("Accountability", "追究责任建议")]),
                new("addressee", "收文单位", FieldKind.Organ, "完善政策建议报区政府；追究责任建议报有管理权限的机关、单位"),
                new("problem", "问题", Max: 5000), new("advice", "建议", Max: 5000), new("consequences", "严重后果", Hint: "追究责任建议必须写", Optional: true),
            ], Done: "建议已经起草，等信访办负责人签发。"), Duty.Supervise, OfPetition: true),
        Of<MeetingView>("meetings", "联席会议", "召集、议程、纪要；每项决定成为一项任务，有责任单位和期限。", "《信访工作条例》第十三条", "参会单位",
            [("", "全部"), ("Called", "已召集"), ("Held", "已召开"), ("Cancelled", "已取消")], "召集以后，参会单位在这里看到议程。",
            new Dictionary<string, FormPage>
            {
                ["minutes"] = new("记录会议", "记下纪要和决定", [new("minutes", "纪要", Max: 5000)],
                    new("decisions", "决定", 5, [new("point", "议题号", FieldKind.Number), new("text", "决定", Max: 1000), new("organ", "责任单位", FieldKind.Organ), new("dueOn", "限期", FieldKind.Day)]),
                    "纪要已经记下，决定已经成为任务。"),
                ["cancellation"] = new("取消会议", "取消", [new("reason", "为什么取消")], Done: "会议已经取消。"),
            },
            new("召集会议", "召集",
            [
                new("on", "日期", FieldKind.Day), new("place", "地点", FieldKind.Text, Max: 200), new("chair", "召集人", FieldKind.Text, "写职务", 200), new("organs", "参会单位", FieldKind.Organs),
            ],
            new("agenda", "议题", 5, [new("text", "议题", Max: 1000)]), "会议已经召集，参会单位看到议程。"), Duty.Oversee),
        Of<FollowUpView>("tasks", "落实任务", "联席会议和领导接访定下的事，由责任单位落实，信访办确认。", "《信访工作条例》第十三条、第十八条", "责任单位",
            [("", "全部"), ("Open", "在落实"), ("Reported", "已报告"), ("Done", "已办结")], "会议和接访记下以后，任务会列在这里。",
            new Dictionary<string, FormPage>
            {
                ["report"] = new("报告落实", "交信访办确认", [new("text", "怎样落实的")], Done: "已经报告，等信访办确认。"),
                ["return"] = new("退回再办", "退回", [new("reason", "哪里没有落实"), new("dueOn", "新的限期", FieldKind.Day, Optional: true)], Done: "已经退回。"),
                ["confirmation"] = new("确认办结", "确认", [new("text", "落实的结果")], Done: "任务已经办结。"),
            }),
        Of<ConferenceMeasureView>("measures", "联席会议措施", "工作不力的单位，由联席会议约谈、通报、挂牌督办、限期整改。", "《信访工作条例》第三十九条第三款", "单位",
            [("", "全部"), ("Imposed", "在整改"), ("Reported", "已报告"), ("Lifted", "已解除")], "采取措施以后会列在这里。",
            new Dictionary<string, FormPage>
            {
                ["report"] = new("报告整改", "交信访办", [new("text", "怎样整改的")], Done: "整改已经报告。"),
                ["return"] = new("继续整改", "继续整改", [new("reason", "哪里没有到位"), new("dueOn", "新的限期", FieldKind.Day, Optional: true)], Done: "措施不解除，继续整改。"),
                ["lifting"] = new("解除措施", "解除", [new("reason", "为什么解除")], Done: "措施已经解除。"),
            },
            new("采取措施", "采取措施",
            [
                new("kind", "措施", FieldKind.Choice, Options: [new("Talk", "约谈"), new("Circulate", "通报"), new("List", "挂牌督办"), new("Rectify", "限期整改")]),
                new("organ", "单位", FieldKind.Organ), new("reason", "原因"), new("demand", "要求"), new("dueOn", "限期", FieldKind.Day),
            ], Done: "措施已经记下，单位看到要求和期限。"), Duty.Oversee),
        Of<PackageView>("packages", "领导包案", "突出的信访事项由一位领导包到底：定方案，接访下访，报告结果，销案。", "《信访工作条例》第十八条", "承办单位",
            [("", "全部"), ("Assigned", "待定方案"), ("Planned", "在包案"), ("Reported", "待销案"), ("Closed", "已销案")], "确定包案领导以后，会列在这里。",
            new Dictionary<string, FormPage>
            {
                ["plan"] = new("定包案方案", "定下方案", [new("plan", "方案", Hint: "怎么化解，谁负责，什么时候做到")], Done: "方案已经定下。"),
                ["visits"] = new("记录接访下访", "记下",
                [
                    new("on", "日期", FieldKind.Day),
                    new("way", "方式", FieldKind.Choice, Options: [new("Reception", "接访"), new("GoingDown", "下访"), new("Phone", "电话约谈"), new("Meeting", "开会研究")]),
                    new("text", "情况"),
                ], Done: "已经记下。"),
                ["result"] = new("报告包案结果", "报告", [new("result", "结果")], Done: "结果已经报告，等信访办负责人销案。"),
                ["return"] = new("继续包案", "继续包案", [new("reason", "还有什么没有解决")], Done: "由原领导继续包案。"),
                ["closure"] = new("销案", "销案", [new("text", "销案意见")], Done: "已经销案。"),
            },
            new("确定包案领导", "确定",
                [new("leader", "领导的账号", FieldKind.Text, Max: 100), new("reason", "为什么包案"), new("dueOn", "限期", FieldKind.Day)], Done: "包案领导已经确定。"), Duty.Oversee, OfPetition: true),
        Of<ReceptionView>("reception-days", "接访日", "领导接访和联合接访：安排、公布、预约、记录。公布的在网站“接访公告”上。", "《信访工作条例》第十八条", "参加单位",
            [("", "全部"), ("Planned", "未公布"), ("Published", "已公布"), ("Held", "已接访"), ("Cancelled", "已取消")], "安排以后会列在这里。",
            new Dictionary<string, FormPage>
            {
                ["appointments"] = new("预约接访", "预约", [new("number", "信访编号", FieldKind.Text, "来电、来访的群众由信访办代约", 40)], Done: "已经约好。"),
                ["publication"] = new("公布接访", "公布", [], Done: "已经公布在网站上，可以预约。"),
                ["minutes"] = new("记录接访", "记下",
                    [], new("entries", "接待", 5,
                    [
                        new("text", "反映的问题和答复"), new("followUp", "要办的事", Max: 1000, Optional: true), new("organ", "责任单位", FieldKind.Organ, Optional: true), new("dueOn", "限期", FieldKind.Day, Optional: true),
                    ]), "接访已经记下，要办的事已经成为任务。"),
                ["cancellation"] = new("取消接访", "取消", [new("reason", "为什么取消")], Done: "接访已经取消，从公告上撤下。"),
            },
            new("安排接访", "安排",
            [
                new("kind", "种类", FieldKind.Choice, Options: [new("Leader", "领导接访"), new("Joint", "联合接访")]),
                new("on", "日期", FieldKind.Day), new("from", "从几点", FieldKind.Time), new("until", "到几点", FieldKind.Time),
                new("leader", "领导的账号", FieldKind.Text, Max: 100),
                new("rank", "职务层级", FieldKind.Choice, Options: [new("DistrictHead", "区委书记、区长"), new("DistrictLeader", "其他区领导"), new("DepartmentHead", "部门负责人"), new("StreetHead", "街道负责人")]),
                new("post", "公布的职务", FieldKind.Text, Max: 100), new("place", "地点", FieldKind.Text, Max: 200), new("topic", "主题", FieldKind.Text, Max: 200, Optional: true),
                new("places", "放几个号", FieldKind.Number, "1到50", Preset: "10"), new("organs", "参加单位", FieldKind.Organs, Optional: true),
            ], Done: "接访已经安排，公布以后群众能看到。"), Duty.Oversee),
    }.ToDictionary(kind => kind.Key, StringComparer.Ordinal);

    /// <summary>Organs to choose from.</summary>
    public static IReadOnlyList<Choice> OrganChoices { get; } = 
        [.. Organs.OfDistrict.Append(Organs.Find(Organs.Find(Organs.Office)!.Superior)!).Select(organ => new Choice(organ.Code, organ.ShortName))];

    private static Kind Of<T>(
        string key, string title, string note, string basis, string organ, IReadOnlyList<(string Status, string Title)> tabs, string empty,
        IReadOnlyDictionary<string, FormPage> forms, FormPage? make = null, string makeFor = "", bool OfPetition = false) where T : FiledView => new(
            key, title, note, basis, organ, tabs, empty,
            async (client, status, after, ct) => (await client.List<T>(key, status, after, ct)).Refused(out var problem, out var page)
                ? new(null, problem) : new(new([.. page.Items], page.Next), null),
            async (client, id, ct) => (await client.One<T>(key, id, ct)).Refused(out var problem, out var one) ? new(null, problem) : new(one, null),
            forms, make, makeFor, OfPetition);
}
