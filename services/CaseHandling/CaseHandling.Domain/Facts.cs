using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>What an act has brought about. Codes, dates and accounts only: facts go into the record and onto the wire, words of people never do.</summary>
public abstract record Fact
{
    /// <summary>One plain sentence for the record.</summary>
    public abstract string Sentence { get; }
}

public sealed record Received(string Organ, int Round, bool Sealed, DateOnly On, DueDates? Notice, DateOnly? ContestDueOn) : Fact
{
    public override string Sentence => Notice is { } notice ? $"收到，最晚{ChineseDates.WithYear(notice.DueOn)}书面告知" : "收到，按保密事项办理";
}

public sealed record Acknowledged(string Organ, DateOnly On) : Fact
{
    public override string Sentence => "单位系统签收";
}

public sealed record Claimed(string By) : Fact
{
    public override string Sentence => "认领，声明与本件无利害关系";
}

public sealed record Recused(string Officer, bool ClaimReleased) : Fact
{
    public override string Sentence => "回避";
}

public sealed record Contested(int Round, string? ProposedOrgan) : Fact
{
    public override string Sentence => "提出异议";
}

public sealed record ContestationDecided(int Round, string Organ, bool Agreed, string? ProposedOrgan) : Fact
{
    public override string Sentence => Agreed ? "同意异议，退回重新转办" : "不同意异议，由原单位办理";
}

public sealed record Accepted(DateOnly On, bool NoticeInTime, DueDates Answer, DueDates? Simple = null) : Fact
{
    public override string Sentence => $"受理，{(Simple is { } simple ? $"按简易办理，{ChineseDates.WithYear(simple.DueOn)}前" : $"最晚{ChineseDates.WithYear(Answer.DueOn)}")}作出意见";
}

public sealed record Declined(DateOnly On, bool NoticeInTime, Road Road, DateOnly? Until) : Fact
{
    public override string Sentence => $"不予受理：{Words.Of(Road)}";
}

public sealed record StatementHeard(DateOnly HeardOn, StatementWay Way) : Fact
{
    public override string Sentence => $"{ChineseDates.MonthDay(HeardOn)}{Words.Of(Way)}听取信访人陈述";
}

public sealed record ExtensionGranted(int Days, DateOnly On, DueDates Answer) : Fact
{
    public override string Sentence => $"批准延长{Days}日，送达后到{ChineseDates.WithYear(Answer.DueOn)}";
}

public sealed record ExtensionServed(int Days, DateOnly ServedOn, ServiceMethod Method, DueDates Answer) : Fact
{
    public override string Sentence => $"延期告知书{ChineseDates.MonthDay(ServedOn)}{Words.Of(Method)}，最晚{ChineseDates.WithYear(Answer.DueOn)}作出意见";
}

public sealed record Decided(DateOnly On, bool InTime, int Supported, int Explained, int NotSupported) : Fact
{
    public override string Sentence => $"作出意见{(InTime ? "" : "（超期）")}：支持{Supported}项，解释说明{Explained}项，不支持{NotSupported}项";
}

public sealed record Served(DateOnly ServedOn, ServiceMethod Method, string? ReviewBody, DueDates? ReviewRequest) : Fact
{
    public override string Sentence => $"意见书{ChineseDates.MonthDay(ServedOn)}{Words.Of(Method)}"
        + (ReviewRequest is { } review ? $"，{ChineseDates.WithYear(review.DueOn)}前可以申请复查" : "");
}

public sealed record Completed(DateOnly On, bool InTime, ClosingLevel? Level, RootCause? Cause) : Fact
{
    public override string Sentence => InTime ? "按期办结" : "办结（超期）";
}

public sealed record SimpleChosen(SimpleGround Ground, DueDates Accept) : Fact
{
    public override string Sentence => $"适用简易办理：{Words.Of(Ground)}，{ChineseDates.WithYear(Accept.DueOn)}前决定受理";
}

public sealed record SimpleLeft(DueDates? Answer) : Fact
{
    public override string Sentence => $"转为普通程序{(Answer is { } answer ? $"，最晚{ChineseDates.WithYear(answer.DueOn)}作出意见" : "")}，期限从原来的日子算";
}

public sealed record SuggestionStudied(DateOnly On, int Participants) : Fact
{
    public override string Sentence => $"{ChineseDates.MonthDay(On)}研究论证，{Participants}方参加";
}

public sealed record AdoptionCarriedOut(DateOnly DoneOn, bool InTime) : Fact
{
    public override string Sentence => $"采纳措施{ChineseDates.MonthDay(DoneOn)}落实完毕{(InTime ? "" : "（超期）")}";
}

public sealed record SuggestionRewarded(RewardKind Kind, DateOnly On) : Fact
{
    public override string Sentence => $"{ChineseDates.MonthDay(On)}致谢、奖励：{Words.Of(Kind)}";
}

public sealed record SuggestionAnswered(DateOnly On, bool InTime, SuggestionOutcome Adoption, bool Reward, DateOnly? MeasureDueOn = null) : Fact
{
    public override string Sentence => $"答复建议{(InTime ? "" : "（超期）")}：{Words.Of(Adoption)}{(Reward ? "，建议奖励" : "")}";
}

public sealed record MediationConsented(MediationKind Kind, Party Party, DateOnly On) : Fact
{
    public override string Sentence => $"{Words.Of(Party)}{ChineseDates.MonthDay(On)}同意{Words.Of(Kind)}";
}

public sealed record MediationStarted(MediationKind Kind, DateOnly On) : Fact
{
    public override string Sentence => $"双方同意，开始{Words.Of(Kind)}；办理期限照常计算";
}

public sealed record MediationReached(MediationKind Kind, AgreementForm Form, DateOnly On, bool InTime, DateOnly PerformBy) : Fact
{
    public override string Sentence => $"{Words.Of(Kind)}达成协议（{(Form is AgreementForm.Written ? "书面" : "口头，记录在案")}），{ChineseDates.WithYear(PerformBy)}前履行";
}

public sealed record MediationFailed(MediationKind Kind, DateOnly On, DueDates Answer) : Fact
{
    public override string Sentence => $"{Words.Of(Kind)}不成，继续办理，最晚{ChineseDates.WithYear(Answer.DueOn)}作出意见";
}

public sealed record HearingCalled(HearingGround Ground, DateOnly NoticedOn, DateOnly HeldOn) : Fact
{
    public override string Sentence => $"决定{ChineseDates.WithYear(HeldOn)}听证（{Words.Of(Ground)}），当天通知；办理期限照常计算";
}

public sealed record HearingHeld(DateOnly HeldOn, bool PetitionerCame) : Fact
{
    public override string Sentence => $"{ChineseDates.MonthDay(HeldOn)}举行听证，信访人{(PetitionerCame ? "到场" : "没有到场")}";
}

public sealed record HearingCancelled(DateOnly HeldOn) : Fact
{
    public override string Sentence => $"取消原定{ChineseDates.MonthDay(HeldOn)}的听证";
}

public sealed record HandedOver(string From, string To) : Fact
{
    public override string Sentence => $"承办人由{From}改为{To}，首办责任不变";
}

public sealed record ConcernedNamed(int Count, bool ClaimReleased) : Fact
{
    public override string Sentence => $"登记被反映的人员{Count}名，均应当回避";
}

public sealed record Contacted(DateTimeOffset At, StatementWay Way, bool Reached, bool First, bool InTime) : Fact
{
    public override string Sentence => $"{Words.Of(Way)}联系信访人，{(Reached ? "联系上了" : "没有联系上")}{(First ? InTime ? "，首次联系按时" : "，首次联系超时" : "")}";
}

public sealed record MeasureNoted(Means Measure, DateOnly On) : Fact
{
    public override string Sentence => $"{ChineseDates.MonthDay(On)}采取措施：{Words.Of(Measure)}";
}

public sealed record EnforcementPlanned(int Number, int? Claim, DateOnly DueOn) : Fact
{
    public override string Sentence => $"第{Number}项落实事项，{ChineseDates.WithYear(DueOn)}前落实";
}

public sealed record Enforced(int Number, int? Claim, DateOnly DoneOn, bool InTime, int Left) : Fact
{
    public override string Sentence => $"第{Number}项落实事项{ChineseDates.MonthDay(DoneOn)}落实完毕{(InTime ? "" : "（超期）")}{(Left == 0 ? "，全部落实" : $"，还有{Left}项")}";
}

public sealed record EnforcementRefused(int Number, int? Claim, DateOnly On) : Fact
{
    public override string Sentence => $"第{Number}项落实事项被拒绝执行";
}

public sealed record Withdrawn(DateOnly On) : Fact
{
    public override string Sentence => "信访人撤回，办理到此结束";
}

public sealed record Terminated(TerminationGround Ground, DateOnly On) : Fact
{
    public override string Sentence => $"终止办理：{Words.Of(Ground)}";
}

public sealed record Reopened(DateOnly On, DueDates Answer) : Fact
{
    public override string Sentence => $"信访人要求重新办理，最晚{ChineseDates.WithYear(Answer.DueOn)}作出意见";
}

public sealed record AccusationReceived(DateOnly On) : Fact
{
    public override string Sentence => "受理检举控告";
}

public sealed record AccusationVerified(DateOnly On) : Fact
{
    public override string Sentence => "初步核实完毕";
}

public sealed record AccusationTransferred(DateOnly On) : Fact
{
    public override string Sentence => "按管理权限移送";
}

public sealed record OrganisationInformed(DateOnly On) : Fact
{
    public override string Sentence => $"{ChineseDates.MonthDay(On)}告知组织（人事）部门";
}

public sealed record ResultTold(DateOnly On) : Fact
{
    public override string Sentence => $"{ChineseDates.MonthDay(On)}向检举控告人反馈结果";
}

public sealed record Supplemented(int Number) : Fact
{
    public override string Sentence => $"信访人补充材料（第{Number}份）";
}

public sealed record Rated(string? OrganScore) : Fact
{
    public override string Sentence => "信访人作出评价";
}

/// <summary>临期 or 超期 of one term, to be told once.</summary>
public sealed record TermTold(string Term, bool Overdue, DateOnly StrictDueOn, DateOnly DueOn) : Fact
{
    public override string Sentence => Overdue ? $"{Terms.Default.All.First(term => term.Code == Term).Name}已过严格届满日" : $"{Terms.Default.All.First(term => term.Code == Term).Name}临期";
}

/// <summary>期限重算: the calendar was corrected, and these dates moved.</summary>
public sealed record DatesCorrected(string Calendar, IReadOnlyList<MovedTerm> Moved) : Fact
{
    public override string Sentence => $"放假安排更正，期限重算：{string.Join("；", Moved.Select(term => term.Sentence))}";
}

/// <summary>A date before and after the correction.</summary>
public sealed record MovedTerm(string Term, DateOnly FormerStrictDueOn, DateOnly FormerDueOn, DateOnly StrictDueOn, DateOnly DueOn)
{
    internal string Sentence => $"{Terms.Default.All.First(term => term.Code == Term).Name}由{ChineseDates.WithYear(FormerDueOn)}改为{ChineseDates.WithYear(DueOn)}";
}

/// <summary>The two dates of a term (strict and rolled).</summary>
public sealed record DueDates(DateOnly StrictDueOn, DateOnly DueOn)
{
    internal static DueDates Of(DueDate due) => new(due.StrictDueOn, due.DueOn);
}
