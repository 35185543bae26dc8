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
        PetitionStatus.Mediating => "调解中",
        PetitionStatus.Settled => "已达成协议",
        PetitionStatus.Verified => "已初步核实",
        PetitionStatus.Transferred => "已移送",
        PetitionStatus.Withdrawn => "已撤回",
        PetitionStatus.Terminated => "已终止",
        PetitionStatus.Barred => "不再受理",
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

    public static string Of(Category category) => category switch
    {
        Category.Suggestion => "建议意见类",
        Category.Accusation => "检举控告类",
        Category.Redress => "申诉求决类",
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
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
        ServiceMethod.Phone => "电话或者短信告知",
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

    public static string Of(SuggestionOutcome adoption) => adoption switch
    {
        SuggestionOutcome.Adopted => "采纳",
        SuggestionOutcome.PartlyAdopted => "部分采纳",
        SuggestionOutcome.NotAdopted => "未采纳",
        SuggestionOutcome.Noted => "留作参考",
        _ => throw new ArgumentOutOfRangeException(nameof(adoption)),
    };

    public static string Of(RewardKind kind) => kind switch
    {
        RewardKind.Thanks => "感谢信",
        RewardKind.Honour => "荣誉证书",
        RewardKind.Material => "奖金、奖品",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(SimpleGround ground) => ground switch
    {
        SimpleGround.ClearAndSmall => "事实清楚、责任明确、争议不大、易于解决",
        SimpleGround.AnswerableAtOnce => "咨询、建议、感谢，可以即时答复",
        SimpleGround.DailyLife => "群众日常生产生活、时效性强",
        SimpleGround.AlreadyPromised => "单位已经承诺或者已有结论",
        SimpleGround.Other => "其他情形",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    public static string Of(MediationKind kind) => kind is MediationKind.Mediation ? "调解" : "和解";

    public static string Of(Party party) => party is Party.Petitioner ? "信访人" : "对方";

    public static string Of(HearingGround ground) => ground switch
    {
        HearingGround.Grave => "重大",
        HearingGround.Complex => "复杂",
        HearingGround.Doubtful => "疑难",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    public static string Of(Limb limb) => limb switch
    {
        Limb.Resolve => "解决问题到位",
        Limb.Educate => "思想教育到位",
        Limb.Relieve => "帮扶救助到位",
        Limb.ByLaw => "依法处理到位",
        _ => throw new ArgumentOutOfRangeException(nameof(limb)),
    };

    public static string Of(Means measure) => measure switch
    {
        Means.Legal => "法律手段",
        Means.Policy => "政策手段",
        Means.Economic => "经济手段",
        Means.Administrative => "行政手段",
        Means.Education => "教育",
        Means.Mediation => "调解",
        Means.Counselling => "疏导",
        Means.Relief => "帮助申请社会救助",
        Means.JudicialRelief => "转请司法救助",
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    public static string Of(TerminationGround ground) => ground switch
    {
        TerminationGround.PetitionerDied => "信访人死亡，没有人承继",
        TerminationGround.OrganisationEnded => "信访的单位终止，没有单位承继",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
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
        Roles.Officer | Roles.Checker | Roles.Head => "承办单位的人",
        Roles.System => "系统",
        Roles.Petitioner => "信访人",
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    };
}
