namespace Xinfang.Portal.Desk;

/// <summary>The services' words, as staff read them.</summary>
internal static class Labels
{
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
