namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>The Chinese words for the vocabulary of supervision, as people read them.</summary>
public static class SupervisingWords
{
    public static string Of(SupervisionStatus status) => status switch
    {
        SupervisionStatus.Proposed => "待决定",
        SupervisionStatus.Dismissed => "不予督办",
        SupervisionStatus.Open => "等答复",
        SupervisionStatus.Answered => "已答复",
        SupervisionStatus.Closed => "督办办结",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(SupervisionCause cause) => cause switch
    {
        SupervisionCause.NoticeOverdue => "没有按期书面告知",
        SupervisionCause.CompletionOverdue => "没有按期作出处理意见",
        SupervisionCause.ReportMissing => "交办的没有按期反馈结果",
        SupervisionCause.ProcedureSkipped => "没有按规定程序办理",
        SupervisionCause.Shirking => "推诿：反复退回或者异议不成立",
        SupervisionCause.Perfunctory => "敷衍：答复没有回应请求",
        SupervisionCause.NotExecuted => "支持的意见没有执行",
        SupervisionCause.Dissatisfied => "信访人评价不满意",
        SupervisionCause.Falsified => "弄虚作假",
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };

    public static string Of(ViolationStatus status) => status switch
    {
        ViolationStatus.Found => "待改正",
        ViolationStatus.Corrected => "已改正",
        ViolationStatus.Withdrawn => "已撤销",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(ProposalStatus status) => status switch
    {
        ProposalStatus.Drafted => "待签发",
        ProposalStatus.Withdrawn => "不发出",
        ProposalStatus.Issued => "等反馈",
        ProposalStatus.Answered => "已反馈",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(ProposalKind kind) => kind switch
    {
        ProposalKind.Improvement => "改进工作建议",
        ProposalKind.Policy => "完善政策建议",
        ProposalKind.Accountability => "追究责任建议",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(Adoption adoption) => adoption switch
    {
        Adoption.Adopted => "采纳",
        Adoption.PartlyAdopted => "部分采纳",
        Adoption.NotAdopted => "未采纳",
        _ => throw new ArgumentOutOfRangeException(nameof(adoption)),
    };

    public static string Of(MeetingStatus status) => status switch
    {
        MeetingStatus.Called => "已召集",
        MeetingStatus.Held => "已召开",
        MeetingStatus.Cancelled => "已取消",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(FollowUpStatus status) => status switch
    {
        FollowUpStatus.Open => "在落实",
        FollowUpStatus.Reported => "已报告",
        FollowUpStatus.Done => "已办结",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(MeasureStatus status) => status switch
    {
        MeasureStatus.Imposed => "在整改",
        MeasureStatus.Reported => "已报告",
        MeasureStatus.Lifted => "已解除",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(MeasureKind kind) => kind switch
    {
        MeasureKind.Talk => "约谈",
        MeasureKind.Circulate => "通报",
        MeasureKind.List => "挂牌督办",
        MeasureKind.Rectify => "限期整改",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(PackageStatus status) => status switch
    {
        PackageStatus.Assigned => "待定方案",
        PackageStatus.Planned => "在包案",
        PackageStatus.Reported => "待销案",
        PackageStatus.Closed => "已销案",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(ReceptionStatus status) => status switch
    {
        ReceptionStatus.Planned => "未公布",
        ReceptionStatus.Published => "已公布",
        ReceptionStatus.Held => "已接访",
        ReceptionStatus.Cancelled => "已取消",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(LeaderVisitWay way) => way switch
    {
        LeaderVisitWay.Reception => "接访",
        LeaderVisitWay.GoingDown => "下访",
        LeaderVisitWay.Phone => "电话约谈",
        LeaderVisitWay.Meeting => "开会研究",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };
}
