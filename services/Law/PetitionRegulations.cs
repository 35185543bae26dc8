namespace Xinfang.Law;

/// <summary>《信访工作条例》, promulgated 2022-02-25 by the Central Committee and the State Council, in force since 2022-05-01.</summary>
public static class PetitionRegulations
{
    /// <summary>信访工作条例.</summary>
    public const string Title = "信访工作条例";

    /// <summary>The day from which the Regulation applies.</summary>
    public static readonly DateOnly InForceFrom = new(2022, 5, 1);

    /// <summary>信访工作联席会议：协调、督促落实.</summary>
    public static readonly Article JointConference = At(13);

    // Chapter 3: raising and accepting.

    /// <summary>信访形式: online, letter, telephone, fax, visit.</summary>
    public static readonly Article Channels = At(17);
    /// <summary>公布渠道、地址、接待时间和查询办法.</summary>
    public static readonly Article Publicity = At(18);
    /// <summary>领导干部阅办来信、定期接访、下访、包案.</summary>
    public static readonly Article LeadersDuty = At(18);
    /// <summary>市、县级建立联合接访工作机制，一站式接待.</summary>
    public static readonly Article JointReception = At(18);
    /// <summary>一般采用书面形式；姓名、住址、请求、事实、理由.</summary>
    public static readonly Article Form = At(19, 1);
    /// <summary>信访人对材料内容的真实性负责.</summary>
    public static readonly Article Truthfulness = At(19, 2);
    /// <summary>规定期限内向上级提出同一事项的，上级不予受理.</summary>
    public static readonly Article HigherLevelBar = At(19, 3);
    /// <summary>走访到有权处理的本级或上一级的接待场所.</summary>
    public static readonly Article VisitPlace = At(20, 1);
    /// <summary>走访反映涉诉问题，到有关政法部门.</summary>
    public static readonly Article LitigationVisit = At(20, 2);
    /// <summary>多人走访推选代表，不超过5人.</summary>
    public static readonly Article Representatives = At(20, 3);
    /// <summary>属地责任.</summary>
    public static readonly Article TerritorialDuty = At(20, 4);
    /// <summary>及时录入信息系统，方便查询.</summary>
    public static readonly Article Registration = At(21);
    /// <summary>信访人评价办理情况.</summary>
    public static readonly Article Rating = At(21);
    /// <summary>信访部门登记，并在15日内转送、交办.</summary>
    public static readonly Article Forwarding = At(22, 1);
    /// <summary>属于本级机关或者其工作部门的，转送.</summary>
    public static readonly Article ForwardingToOwnLevel = At(22, 1, 1);
    /// <summary>涉及下级机关或者其工作人员的，转送.</summary>
    public static readonly Article ForwardingToLowerLevel = At(22, 1, 2);
    /// <summary>需要反馈办理结果的，交办并要求反馈结果、提交办结报告.</summary>
    public static readonly Article ForwardingWithReport = At(22, 1, 3);
    /// <summary>涉法涉诉信件转政法部门；检举控告转纪检监察机关.</summary>
    public static readonly Article ForwardingToPoliticalLegal = At(22, 2);
    /// <summary>属于纪检监察机关受理的检举控告，按照管理权限转送.</summary>
    public static readonly Article ForwardingToDiscipline = At(22, 2);
    /// <summary>其他机关直接收到信访事项的处理.</summary>
    public static readonly Article DirectReceipt = At(23, 1);
    /// <summary>直接收到的，能当场告知的当场书面告知，不能的15日内书面告知.</summary>
    public static readonly Article DirectNotice = At(23, 2);
    /// <summary>收到转送、交办的，15日内书面告知接收情况以及处理途径、程序.</summary>
    public static readonly Article Notice = At(23, 3);
    /// <summary>不属于本机关、本系统职权的，5个工作日内提出异议.</summary>
    public static readonly Article Contest = At(23, 3);
    /// <summary>政法部门、纪检监察机关的告知按各自规定.</summary>
    public static readonly Article OwnNoticeRules = At(23, 4);
    /// <summary>涉及两个以上机关的，协商；有争议的，共同的上一级决定.</summary>
    public static readonly Article JurisdictionDispute = At(24, 1);
    /// <summary>机关分立、合并、撤销的，由继续行使其职权的机关受理.</summary>
    public static readonly Article Succession = At(24, 2);
    /// <summary>重大、紧急信访事项及时报告.</summary>
    public static readonly Article Escalation = At(25, 1);
    /// <summary>同时报告上一级信访部门和国家信访局.</summary>
    public static readonly Article EscalationUpwards = At(25, 2);
    /// <summary>信访人应当遵守的秩序.</summary>
    public static readonly Article Order = At(26);

    // Chapter 4: handling.

    /// <summary>诉求合理的解决问题到位，诉求无理的思想教育到位，生活困难的帮扶救助到位，行为违法的依法处理.</summary>
    public static readonly Article FourDuties = At(27);
    /// <summary>恪尽职守，不推诿、敷衍、拖延.</summary>
    public static readonly Article Diligence = At(28, 1);
    /// <summary>诉讼与信访分离.</summary>
    public static readonly Article LitigationSeparation = At(28, 2);
    /// <summary>与信访事项或者信访人有直接利害关系的，应当回避.</summary>
    public static readonly Article Recusal = At(28, 3);
    /// <summary>建议意见类事项.</summary>
    public static readonly Article Suggestion = At(29);
    /// <summary>检举控告类事项；不得泄露给被检举、控告的人员或者单位.</summary>
    public static readonly Article Accusation = At(30);
    /// <summary>申诉求决类事项的六条途径.</summary>
    public static readonly Article Roads = At(31);
    /// <summary>诉讼、检察、公安程序.</summary>
    public static readonly Article LitigationRoute = At(31, item: 1);
    /// <summary>仲裁.</summary>
    public static readonly Article ArbitrationRoute = At(31, item: 2);
    /// <summary>党员申诉、申请复审.</summary>
    public static readonly Article PartyAppealRoute = At(31, item: 3);
    /// <summary>行政复议、裁决、确认、许可、处罚等行政程序.</summary>
    public static readonly Article AdministrativeRoute = At(31, item: 4);
    /// <summary>申请查处违法行为、履行职责.</summary>
    public static readonly Article PerformanceRoute = At(31, item: 5);
    /// <summary>不属于前五项的：听取陈述、调查核实，出具信访处理意见书；重大、复杂、疑难的可以听证.</summary>
    public static readonly Article Hearing = At(31, item: 6);
    /// <summary>出具信访处理意见书的途径（第六项）.</summary>
    public static readonly Article OpinionRoute = At(31, item: 6);
    /// <summary>The statutory roads that come before the opinion: items 1 to 5.</summary>
    public static readonly IReadOnlyList<Article> StatutoryRoutes =
        [LitigationRoute, ArbitrationRoute, PartyAppealRoute, AdministrativeRoute, PerformanceRoute];
    /// <summary>信访处理意见书的内容和支持、解释说明、不予支持.</summary>
    public static readonly Article Opinion = At(32, 1);
    /// <summary>支持的督促执行，不予支持的做好疏导教育.</summary>
    public static readonly Article Enforcement = At(32, 2);
    /// <summary>调解、和解.</summary>
    public static readonly Article Mediation = At(33);
    /// <summary>自受理之日起60日内办结.</summary>
    public static readonly Article Completion = At(34);
    /// <summary>情况复杂的，经本机关负责人批准延长，不超过30日，告知延期理由.</summary>
    public static readonly Article Extension = At(34);
    /// <summary>收到书面答复之日起30日内请求复查；30日内提出复查意见.</summary>
    public static readonly Article Review = At(35);
    /// <summary>收到书面答复之日起30日内请求复核；30日内提出复核意见.</summary>
    public static readonly Article Recheck = At(36, 1);
    /// <summary>复核可以听证，听证所需时间不计算在内.</summary>
    public static readonly Article RecheckHearing = At(36, 2);
    /// <summary>对复核意见不服，仍以同一事实和理由提出的，不再受理.</summary>
    public static readonly Article FinalBar = At(36, 3);
    /// <summary>多种手段化解；困难的帮助申请救助.</summary>
    public static readonly Article Resolution = At(37);
    /// <summary>不再受理的，仍做好疏导、化解、帮扶.</summary>
    public static readonly Article CareAfterFinal = At(37, 3);

    // Chapters 5 and 6: supervision and answering for it.

    /// <summary>督查.</summary>
    public static readonly Article Inspection = At(38);
    /// <summary>考核.</summary>
    public static readonly Article Appraisal = At(39, 1);
    /// <summary>约谈、通报、挂牌督办、限期整改.</summary>
    public static readonly Article Rectification = At(39, 3);
    /// <summary>督办.</summary>
    public static readonly Article Supervision = At(40, 1);
    /// <summary>改进工作、完善政策、追究责任建议.</summary>
    public static readonly Article Proposals = At(40);
    /// <summary>书面反馈采纳情况.</summary>
    public static readonly Article ProposalFeedback = At(40, 4);
    /// <summary>信访情况年度报告.</summary>
    public static readonly Article AnnualReport = At(41);
    /// <summary>导致信访事项发生的责任.</summary>
    public static readonly Article Causes = At(42);
    /// <summary>信访部门未登记、转送、交办、督办的责任.</summary>
    public static readonly Article OfficeLiability = At(43);
    /// <summary>收到机关不登记、不受理、未按期书面告知的责任.</summary>
    public static readonly Article ReceiptLiability = At(44);
    /// <summary>办理机关推诿、拖延等的责任.</summary>
    public static readonly Article HandlingLiability = At(45);
    /// <summary>工作人员的责任.</summary>
    public static readonly Article StaffLiability = At(46);
    /// <summary>泄露.</summary>
    public static readonly Article Leaking = At(46, item: 5);
    /// <summary>打击报复.</summary>
    public static readonly Article Retaliation = At(46, item: 6);
    /// <summary>信访人违反第二十条、第二十六条的处理.</summary>
    public static readonly Article PetitionerLiability = At(47);

    private static Article At(int number, int? clause = null, int? item = null) => new(Title, number, clause, item);
}

/// <summary>《中华人民共和国民法典》, the rules on counting. The Regulation has none of its own; these apply by analogy.</summary>
public static class CivilCode
{
    /// <summary>开始的当日不计入，自下一日开始计算.</summary>
    public static readonly Article FirstDay = new("民法典", 201);
    /// <summary>最后一日是法定休假日的，以休假日结束的次日为最后一日.</summary>
    public static readonly Article LastDay = new("民法典", 203);
    /// <summary>以内、届满，包括本数.</summary>
    public static readonly Article Inclusive = new("民法典", 1259);
}

/// <summary>《中华人民共和国未成年人保护法》.</summary>
public static class ProtectionOfMinors
{
    /// <summary>国家机关发现未成年人身心健康受到侵害的，应当立即报告.</summary>
    public static readonly Article Reporting = new("未成年人保护法", 11, 2);
}

/// <summary>《中华人民共和国民事诉讼法》, by analogy.</summary>
public static class CivilProcedure
{
    /// <summary>期间；不包括在途时间，期满前交邮的不算过期.</summary>
    public static readonly Article Periods = new("民事诉讼法", 85);
    /// <summary>送达必须有送达回证.</summary>
    public static readonly Article ServiceReceipt = new("民事诉讼法", 87);
}

/// <summary>The limits of the roads that article 31 sends people to.</summary>
public static class OtherProcedures
{
    /// <summary>知道之日起60日内申请行政复议.</summary>
    public static readonly Article AdministrativeReview = new("行政复议法", 20);
    /// <summary>行政复议60日内作出决定.</summary>
    public static readonly Article AdministrativeReviewDecision = new("行政复议法", 62);
    /// <summary>不服复议决定的，15日内起诉.</summary>
    public static readonly Article SuitAfterReview = new("行政诉讼法", 45);
    /// <summary>直接起诉的，6个月内.</summary>
    public static readonly Article DirectSuit = new("行政诉讼法", 46);
    /// <summary>劳动争议申请仲裁，1年.</summary>
    public static readonly Article LabourArbitration = new("劳动争议调解仲裁法", 27);
    /// <summary>农村土地承包申请仲裁，2年.</summary>
    public static readonly Article LandContractArbitration = new("农村土地承包经营纠纷调解仲裁法", 18);
    /// <summary>以信息公开形式进行信访的，告知信访渠道.</summary>
    public static readonly Article InformationDisclosure = new("政府信息公开条例", 39);
    /// <summary>What would harm the rights of third parties, personal privacy above all, is not made public.</summary>
    public static readonly Article NothingOfThirdParties = new("政府信息公开条例", 15);
}

/// <summary>《信访事项简易办理办法》（国信办发〔2022〕17号）.</summary>
public static class SimpleProcedure
{
    /// <summary>可以简易办理的.</summary>
    public static readonly Article Scope = new("信访事项简易办理办法", 4);
    /// <summary>不适用简易办理的.</summary>
    public static readonly Article Exclusions = new("信访事项简易办理办法", 5);
}

/// <summary>《全国年节及纪念日放假办法》, revised 2024-11-10.</summary>
public static class HolidayRules
{
    /// <summary>全体公民放假的节日，13天.</summary>
    public static readonly Article StatutoryDays = new("全国年节及纪念日放假办法", 2);
}
