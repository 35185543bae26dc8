namespace Xinfang.Portal.Desk;

/// <summary>The services' words, as staff read them.</summary>
internal static class Labels
{
    /// <summary>The four duties of article 27.</summary>
    public static readonly (string Value, string Name, string Hint)[] Limbs =
    [
        ("Resolve", "解决问题到位", "诉求合理的"), ("Educate", "思想教育到位", "诉求无理的"), ("Relieve", "帮扶救助到位", "生活困难的"), ("ByLaw", "依法处理到位", "行为违法的"),
    ];

    /// <summary>Means of article 37.</summary>
    public static readonly (string Value, string Name)[] Measures =
    [
        ("Legal", "法律手段"), ("Policy", "政策手段"), ("Economic", "经济手段"), ("Administrative", "行政手段"), ("Education", "教育"), ("Mediation", "调解"),
        ("Counselling", "疏导"), ("Relief", "帮助申请社会救助"), ("JudicialRelief", "转请司法救助"),
    ];

    /// <summary>The causes of article 42.</summary>
    public static readonly (string Value, string Name)[] Causes =
    [
        ("BeyondPower", "超越或者滥用职权"), ("FailedToAct", "应当作为而不作为"), ("WrongLawOrProcedure", "适用法律、法规错误或者违反法定程序"),
        ("RefusedToEnforce", "拒不执行支持信访请求的意见"), ("NoFault", "不是这四种"),
    ];

    public static string Cause(string? cause) => Array.Find(Causes, each => each.Value == cause).Name ?? "";

    public static string Measure(string measure) => Array.Find(Measures, each => each.Value == measure).Name ?? measure;

    public static string Limb(string limb) => Array.Find(Limbs, each => each.Value == limb).Name ?? limb;

    public static string Level(string? level) => level switch { "Community" => "社区", "Street" => "街道", "District" => "区", _ => "" };

    public static string Adoption(string adoption) => adoption switch { "Adopted" => "采纳", "PartlyAdopted" => "部分采纳", "NotAdopted" => "不采纳", _ => "留作参考" };

    public static string DataField(string field) => field switch { "Name" => "姓名", "IdNumber" => "证件号", "Phone" => "电话", _ => "住址" };

    public static string Reward(string kind) => kind switch { "Thanks" => "感谢信", "Honour" => "荣誉证书", _ => "奖金、奖品" };

    public static string Finding(string finding) => finding switch { "Founded" => "属实", "PartlyFounded" => "部分属实", "Unfounded" => "不属实", _ => "查不清" };

    public static string Party(string party) => party == "Petitioner" ? "信访人" : "对方";

    public static string Mediation(string kind) => kind == "Settlement" ? "和解" : "调解";

    public static string Category(string? category) => category switch
    {
        "Suggestion" => "建议意见",
        "Accusation" => "检举控告",
        "Redress" => "申诉求决",
        _ => "未分类",
    };

    public static string Channel(string channel) => channel switch
    {
        "Online" => "网上",
        "Letter" => "来信",
        "Phone" => "来电",
        "Fax" => "传真",
        "Visit" => "来访",
        _ => channel,
    };

    public static string Status(string status) => status switch
    {
        "Received" => "已收到",
        "Contested" => "异议待核",
        "Returned" => "已退回",
        "Accepted" => "办理中",
        "Declined" => "不予受理",
        "Decided" => "已作出意见",
        "Served" => "已送达",
        "Completed" => "已办结",
        "Mediating" => "调解中",
        "Settled" => "已达成协议",
        "Verified" => "已初步核实",
        "Transferred" => "已移送",
        "Withdrawn" => "已撤回",
        "Terminated" => "已终止",
        "Barred" => "不再受理",
        _ => status,
    };

    public static (string Text, string Css) Outcome(string? outcome) => outcome switch
    {
        "Supported" => ("支持", "ok"),
        "Explained" => ("解释说明", "info"),
        "NotSupported" => ("不予支持", "warn"),
        _ => ("还没写", ""),
    };

    public static string Way(string way) => way switch
    {
        "Visit" => "当面",
        "Phone" => "电话",
        "Online" => "网上",
        "OnSite" => "现场",
        _ => way,
    };

    public static string Method(string? method) => method switch
    {
        "HandedOver" => "直接送达",
        "Post" => "邮寄送达",
        "Electronic" => "电子送达",
        "Left" => "留置送达",
        "PublicNotice" => "公告送达",
        "Phone" => "电话、短信告知",
        _ => method ?? "",
    };

    public static string Road(string road) => road switch
    {
        "Litigation" => "诉讼、检察或者公安程序",
        "Arbitration" => "仲裁",
        "PartyDiscipline" => "党员申诉、申请复审",
        "AdministrativeReview" => "行政复议、裁决、确认、许可、处罚等行政程序",
        "StatutoryDuty" => "申请查处违法行为、履行保护职责",
        "AlreadyAccepted" => "同一事项已由其他机关受理",
        "OutsidePetition" => "不属于信访事项",
        _ => road,
    };

    public static string Score(string? score) => score switch
    {
        "Satisfied" => "满意",
        "FairlySatisfied" => "基本满意",
        "Dissatisfied" => "不满意",
        _ => "未评价",
    };

    public static string Duty(string duty) => duty switch
    {
        "Register" => "登记分办",
        "Oversee" => "信访部门负责人",
        "Supervise" => "督查",
        "Teach" => "普法",
        "Train" => "培训",
        "Lead" => "领导",
        "Handle" => "承办人",
        "Check" => "审核人",
        "Head" => "单位负责人",
        "Administer" => "系统管理员",
        "Secure" => "安全管理员",
        "Audit" => "审计员",
        _ => duty,
    };
}
