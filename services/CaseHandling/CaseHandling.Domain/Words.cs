namespace Xinfang.CaseHandling.Domain;

/// <summary>The Chinese words for the vocabulary, as people read them.</summary>
public static class Words
{
    public static string Of(PetitionStatus status) => status switch
    {
        PetitionStatus.Received => "已收到",
        PetitionStatus.Contested => "异议待核",
        PetitionStatus.Returned => "已退回",
        PetitionStatus.Accepted => "办理中",
        PetitionStatus.Declined => "不予受理",
        PetitionStatus.Decided => "已作出意见",
        PetitionStatus.Served => "已送达",
        PetitionStatus.Completed => "已办结",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(Road road) => road switch
    {
        Road.Litigation => "诉讼、检察或者公安程序",
        Road.Arbitration => "仲裁",
        Road.PartyDiscipline => "党员申诉、申请复审",
        Road.AdministrativeReview => "行政复议、裁决、确认、许可、处罚等行政程序",
        Road.StatutoryDuty => "申请查处违法行为、履行保护职责",
        Road.AlreadyAccepted => "同一事项已由其他机关受理",
        Road.OutsidePetition => "不属于信访事项",
        _ => throw new ArgumentOutOfRangeException(nameof(road)),
    };

    /// <summary>A suggestion is adopted or not (art. 29); a claim is supported, explained or not supported (art. 32).</summary>
    public static string Of(Outcome outcome, Category category) => (outcome, category) switch
    {
        (Outcome.Supported, Category.Suggestion) => "采纳",
        (Outcome.Explained, _) => "解释说明",
        (Outcome.NotSupported, Category.Suggestion) => "未采纳",
        (Outcome.Supported, _) => "予以支持",
        (Outcome.NotSupported, _) => "不予支持",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Of(StatementWay way) => way switch
    {
        StatementWay.Visit => "当面",
        StatementWay.Phone => "电话",
        StatementWay.Online => "网上",
        StatementWay.OnSite => "现场",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    public static string Of(ServiceMethod method) => method switch
    {
        ServiceMethod.HandedOver => "直接送达",
        ServiceMethod.Post => "邮寄送达",
        ServiceMethod.Electronic => "电子送达",
        ServiceMethod.Left => "留置送达",
        ServiceMethod.PublicNotice => "公告送达",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    public static string Of(DocumentState state) => state switch
    {
        DocumentState.Drafted => "起草",
        DocumentState.Checked => "已审核",
        DocumentState.Signed => "已签发",
        DocumentState.Stamped => "已用印",
        DocumentState.Served => "已送达",
        DocumentState.Withdrawn => "已作废",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>只有……能办.</summary>
    public static string Of(Roles who) => who switch
    {
        Roles.Officer => "承办单位经办人",
        Roles.Head => "承办单位负责人",
        Roles.Checker => "承办单位审核人",
        Roles.Checker | Roles.Head => "承办单位审核人或者负责人",
        Roles.Overseer => "信访办负责人",
        Roles.Officer | Roles.Head => "承办单位经办人或者负责人",
        Roles.System => "系统",
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    };
}
