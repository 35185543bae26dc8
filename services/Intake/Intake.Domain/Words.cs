namespace Xinfang.Intake.Domain;

/// <summary>信访事项的标识. Version 7: sorts by the time of creation.</summary>
public readonly record struct PetitionId(Guid Value);

/// <summary>信访形式 (art. 17).</summary>
public enum Channel { Online, Letter, Phone, Fax, Visit }

/// <summary>建议意见类 (art. 29), 检举控告类 (art. 30), 申诉求决类 (art. 31).</summary>
public enum Category { Suggestion, Accusation, Redress }

/// <summary>满意, 基本满意, 不满意.</summary>
public enum Score { Satisfied, FairlySatisfied, Dissatisfied }

/// <summary>Where the petition stands at the petition office. What the competent organ does is told by its own service.</summary>
public enum PetitionStatus { Registered, Classified, Forwarded, Assigned, Returned, Declined, Completed, Replied, Linked, Diverted, Withdrawn, Disputed, Barred }

/// <summary>Where a petition is diverted to: 涉法涉诉来访 (art. 20¶2), 政府信息公开, 归别的机关管 (art. 23¶1).</summary>
public enum Diversion { LitigationRelated, InformationDisclosure, OtherOrgan }

/// <summary>The words people read for the names in code.</summary>
public static class Words
{
    /// <summary>反映新的事 …</summary>
    public static string Of(CorrectionField field) => field switch
    {
        CorrectionField.Name => "姓名",
        CorrectionField.IdNumber => "证件号",
        CorrectionField.Phone => "电话",
        _ => "住址",
    };

    public static string Of(SearchPurpose purpose) => purpose switch
    {
        SearchPurpose.Repeat => "查有没有重复",
        SearchPurpose.Inquiry => "本人来问",
        SearchPurpose.Handling => "办理",
        SearchPurpose.Supervision => "督查",
        _ => "审计",
    };

    public static string Of(TurnKind kind) => kind switch
    {
        TurnKind.New => "反映新的事",
        TurnKind.Progress => "问进度",
        TurnKind.Supplement => "补充材料",
        TurnKind.Appointment => "预约的接访",
        _ => "咨询政策",
    };

    /// <summary>等候, 已叫号 …</summary>
    public static string Of(TurnStatus status) => status switch
    {
        TurnStatus.Waiting => "等候",
        TurnStatus.Called => "已叫号",
        TurnStatus.Receiving => "接待中",
        TurnStatus.Absent => "过号",
        _ => "已结束",
    };

    /// <summary>已登记, 材料已收 …</summary>
    public static string Of(TurnOutcome outcome) => outcome switch
    {
        TurnOutcome.Registered => "已登记",
        TurnOutcome.Supplemented => "材料已收",
        TurnOutcome.ProgressTold => "已告知进度",
        TurnOutcome.Counselled => "当面讲清",
        TurnOutcome.Guided => "引导到别处",
        _ => "未接待离开",
    };

    /// <summary>网上提交, 来信 …</summary>
    public static string Of(Channel channel) => channel switch
    {
        Channel.Online => "网上提交",
        Channel.Letter => "来信",
        Channel.Phone => "来电",
        Channel.Fax => "传真",
        _ => "来访",
    };

    /// <summary>建议意见, 检举控告, 申诉求决.</summary>
    public static string Of(Category category) => category switch
    {
        Category.Suggestion => "建议意见",
        Category.Accusation => "检举控告",
        _ => "申诉求决",
    };

    /// <summary>满意, 基本满意, 不满意.</summary>
    public static string Of(Score score) => score switch
    {
        Score.Satisfied => "满意",
        Score.FairlySatisfied => "基本满意",
        _ => "不满意",
    };

    /// <summary>已登记, 已分类 …</summary>
    public static string Of(PetitionStatus status) => status switch
    {
        PetitionStatus.Registered => "已登记",
        PetitionStatus.Classified => "已分类",
        PetitionStatus.Forwarded => "已转送",
        PetitionStatus.Assigned => "已交办",
        PetitionStatus.Returned => "已交还",
        PetitionStatus.Declined => "不予受理",
        PetitionStatus.Completed => "已办结",
        PetitionStatus.Replied => "已直接回复",
        PetitionStatus.Linked => "不予受理，同一事项正在办",
        PetitionStatus.Diverted => "已导入其他渠道",
        PetitionStatus.Withdrawn => "已撤回",
        PetitionStatus.Barred => "不再受理",
        _ => "受理争议协调中",
    };

    /// <summary>分类, 转送 …</summary>
    public static string Of(Act act) => act switch
    {
        Act.Classify => "分类",
        Act.Forward => "转送",
        Act.Assign => "交办",
        Act.Return => "收回",
        Act.Decline => "记为不予受理",
        Act.Complete => "记为办结",
        Act.Supplement => "补充材料",
        Act.Rate => "评价",
        Act.Reply => "直接回复",
        Act.Link => "不予受理（同一事项正在办）",
        Act.Divert => "导入其他渠道",
        Act.Escalate => "紧急报告",
        Act.OpenDispute => "提交受理争议协调",
        Act.DecideDispute => "记录协调结果",
        Act.Withdraw => "撤回",
        Act.Chase => "催办",
        Act.Message => "留言",
        Act.Redo => "重新办理",
        Act.Bar => "记为不再受理",
        Act.CallBack => "回访",
        _ => "反映打击报复",
    };

    /// <summary>代办人.</summary>
    public static string Of(AgentKind kind) => kind switch
    {
        AgentKind.Agent => "委托代理人",
        AgentKind.Guardian => "监护人",
        _ => "代填人",
    };

    /// <summary>What an identity is opened for.</summary>
    public static string Of(RevealPurpose purpose) => purpose switch
    {
        RevealPurpose.Contact => "联系核实",
        RevealPurpose.Serve => "送达文书",
        RevealPurpose.Verify => "核对是不是本人",
        _ => "救助、帮扶",
    };

    /// <summary>电话, 上门, 当面.</summary>
    public static string Of(CallBackWay way) => way switch
    {
        CallBackWay.Phone => "电话",
        CallBackWay.HomeVisit => "上门",
        _ => "当面",
    };

    /// <summary>没有别的要求 …</summary>
    public static string Of(CallBackOutcome outcome) => outcome switch
    {
        CallBackOutcome.Settled => "没有别的要求",
        CallBackOutcome.MoreToDo => "还有要办的，已经告诉承办单位",
        CallBackOutcome.ReferredToSupervision => "交督查",
        _ => "没有联系上",
    };

    /// <summary>涉法涉诉, 政府信息公开, 归其他机关管.</summary>
    public static string Of(Diversion diversion) => diversion switch
    {
        Diversion.LitigationRelated => "涉法涉诉",
        Diversion.InformationDisclosure => "政府信息公开",
        _ => "归其他机关管",
    };
}
