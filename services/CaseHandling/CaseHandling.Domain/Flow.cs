using System.Collections.Frozen;
using System.Text;
using Xinfang.Law;
using State = Xinfang.CaseHandling.Domain.PetitionStatus;

namespace Xinfang.CaseHandling.Domain;

/// <summary>One line of the flow: an act, who may do it, in which states, where it leads, under which provision.</summary>
/// <param name="Act">The act.</param>
/// <param name="Label">The act in Chinese, verb first.</param>
/// <param name="Who">Whoever has one of these roles for the organ that holds the petition; the overseer for the office.</param>
/// <param name="From">States in which the act is open.</param>
/// <param name="To">States it may lead to.</param>
/// <param name="Basis">The provision behind the act.</param>
/// <param name="Consequence">What it brings about, one line for the person who is about to do it.</param>
/// <param name="Announced">States in which the closed act is shown with its reason, because it may still come or has just lapsed.</param>
/// <param name="Guards">What may refuse it besides state and role.</param>
/// <param name="ForSealed">Open for accusations too.</param>
/// <param name="Rails">The only categories it is for (art. 29, 30, 31); null for all that <paramref name="ForSealed"/> lets in.</param>
public sealed record Step(
    Act Act, string Label, Roles Who, PetitionStatus[] From, PetitionStatus[] To, Article Basis, string Consequence,
    PetitionStatus[] Announced, Refusal[] Guards, bool ForSealed = false, Category[]? Rails = null);

/// <summary>Which act is open in which state, and the provision behind it. Printed in docs/case-handling-flow.md.</summary>
public static class Flow
{
    private static readonly PetitionStatus[] Anywhere = Enum.GetValues<PetitionStatus>();
    private static readonly PetitionStatus[] Open = [.. Anywhere.Where(Petition.IsOpen)];
    private static readonly DateOnly SomeDay = new(2026, 3, 2);
    private static readonly Category[] Redress = [Category.Redress], Suggestion = [Category.Suggestion], Accusation = [Category.Accusation];

    /// <summary>From receipt until the file is closed, with whoever it may be in hand.</summary>
    private static readonly PetitionStatus[] InHand = [State.Received, State.Accepted, State.Mediating, State.Settled, State.Decided, State.Served, State.Verified, State.Transferred];

    /// <summary>A suggestion that has its answer.</summary>
    private static readonly PetitionStatus[] Answered = [State.Decided, State.Served, State.Completed];

    /// <summary>Answered, or closed with something still owed.</summary>
    private static readonly PetitionStatus[] Owing = [State.Settled, State.Served, State.Completed];

    private static readonly FrozenDictionary<Act, Step> Steps = new[]
    {
        new Step(Act.Receive, "收到", Roles.System, [State.Returned], [State.Received], PetitionRegulations.Forwarding,
            "告知和异议的期限开始计算", [], [], ForSealed: true),
        new Step(Act.Acknowledge, "签收", Roles.System, Anywhere, Anywhere, PetitionRegulations.Forwarding,
            "不影响期限", [], [], ForSealed: true),
        new Step(Act.Claim, "认领", Roles.Officer, InHand, InHand, PetitionRegulations.Recusal,
            "您成为经办人，同时声明与本件无利害关系；期限不因认领变动", [], [Refusals.AlreadyClaimed, Refusals.Recused], ForSealed: true),
        new Step(Act.Recuse, "回避", Roles.Officer | Roles.Head, InHand, InHand, PetitionRegulations.Recusal,
            "回避的人不再看到这件事，换人办理", [], [Refusals.RecusalOfAnother, Refusals.AlreadyRecused, Refusals.RecusalWithoutReason], ForSealed: true),
        new Step(Act.HandOver, "移交承办人", Roles.Officer | Roles.Head, InHand, InHand, PetitionRegulations.Diligence,
            "换人承办，首办责任人不变", [],
            [
                Refusals.HandOverUnclaimed, Refusals.HandOverOfAnother, Refusals.HandOverOutside, Refusals.HandOverToSelf, Refusals.HandOverToInterested, Refusals.HandOverWithoutReason,
            ], ForSealed: true),
        new Step(Act.NameConcerned, "登记被反映人", Roles.Officer | Roles.Head, InHand, InHand, PetitionRegulations.Recusal,
            "被反映的人不能承办，也看不到这件事", [], [Refusals.NobodyConcerned, Refusals.RecusalWithoutReason], ForSealed: true),
        new Step(Act.Contact, "联系信访人", Roles.Officer, [State.Received, State.Accepted, State.Mediating, State.Settled, State.Decided, State.Served], [State.Received, State.Accepted, State.Mediating, State.Settled, State.Decided, State.Served], PetitionRegulations.Diligence,
            "记入联系记录；收到后24小时内首次联系，为本区设定", [], [Refusals.ContactDate(SomeDay), Refusals.ContactWithoutNote]),
        new Step(Act.Contest, "提出异议", Roles.Officer, [State.Received], [State.Contested], PetitionRegulations.Contest,
            "交信访办核实；书面告知的期限照常计算", [State.Accepted],
            [Refusals.ContestTooLate(SomeDay), Refusals.ContestWithoutReason, Refusals.ContestForSelf, Refusals.ContestForUnknownOrgan]),
        new Step(Act.DecideContestation, "核实异议", Roles.Overseer, [State.Contested], [State.Returned, State.Received], PetitionRegulations.Contest,
            "同意的退回重新转办，不同意的由原单位办理", [], [Refusals.ContestDecisionWithoutReason]),
        new Step(Act.ChooseSimple, "适用简易办理", Roles.Officer, [State.Received], [State.Received], SimpleProcedure.Scope,
            "3个工作日内决定受理，受理后10个工作日内答复", [],
            [.. SimpleAdmission.Table.Select(row => row.Refusal), Refusals.SimpleWithoutGround, Refusals.AlreadySimple, Refusals.SimpleLeftBefore, Refusals.SimpleTooLate(SomeDay)]),
        new Step(Act.LeaveSimple, "转为普通程序", Roles.Officer, [State.Received, State.Accepted], [State.Received, State.Accepted], SimpleProcedure.Exclusions,
            "改按普通程序办理，期限从原来的日子算", [], [Refusals.NotSimple, Refusals.SimpleLeftWithoutReason]),
        new Step(Act.Accept, "受理", Roles.Officer, [State.Received], [State.Accepted], PetitionRegulations.Notice,
            "出具受理告知书；60日内作出处理意见", [State.Contested], [Refusals.Recused]),
        new Step(Act.Decline, "不予受理", Roles.Officer, [State.Received], [State.Declined], PetitionRegulations.Notice,
            "出具不予受理告知书，告诉信访人应当走哪条路", [State.Contested],
            [Refusals.DeclinedWithoutRoad, Refusals.DeclinedWithoutBody, Refusals.DeclinedWithoutReason, Refusals.DeclinedWithPastDate]),
        new Step(Act.HearStatement, "听取陈述", Roles.Officer, [State.Accepted], [State.Accepted], PetitionRegulations.Hearing,
            "记入办理记录；作出处理意见以前必须听取", [State.Received], [Refusals.StatementDate(SomeDay), Refusals.StatementWithoutSummary]),
        new Step(Act.CallHearing, "决定听证", Roles.Head, [State.Accepted], [State.Accepted], PetitionRegulations.Hearing,
            "重大、复杂、疑难的才听证；提前7日通知，办理期限照常计算", [],
            [
                Refusals.HearingWaits, Refusals.HearingWithoutGround, Refusals.HearingWithoutReason, Refusals.HearingNoticeTooShort(SomeDay), Refusals.HearingWithoutPlace, Refusals.HearingWithoutChair,
                Refusals.HearingChairInvestigated, Refusals.HearingWithoutMembers, Refusals.HearingWithoutParties,
            ], Rails: Redress),
        new Step(Act.HoldHearing, "举行听证", Roles.Officer | Roles.Head, [State.Accepted], [State.Accepted], PetitionRegulations.Hearing,
            "笔录和结论记入案卷", [], [Refusals.NoHearingCalled, Refusals.HearingTooEarly(SomeDay), Refusals.HearingWithoutMinutes, Refusals.HearingWithoutConclusion], Rails: Redress),
        new Step(Act.CancelHearing, "取消听证", Roles.Head, [State.Accepted], [State.Accepted], PetitionRegulations.Hearing,
            "不再举行这次听证", [], [Refusals.NoHearingCalled, Refusals.HearingCancelledWithoutReason], Rails: Redress),
        new Step(Act.ConsentToMediation, "记下同意调解", Roles.Officer, [State.Accepted], [State.Accepted], PetitionRegulations.Mediation,
            "信访人和对方都同意，才能调解、和解", [],
            [Refusals.MediationOutsideDiscretion, Refusals.ConsentDate(SomeDay), Refusals.ConsentWithoutNote, Refusals.AlreadyConsented, Refusals.MediationOfOtherKind], Rails: Redress),
        new Step(Act.Mediate, "开始调解", Roles.Officer, [State.Accepted], [State.Mediating], PetitionRegulations.Mediation,
            "进入调解、和解；办理期限照常计算", [], [Refusals.MediationWithoutConsent([Party.Petitioner]), Refusals.MediationWithoutMediator, Refusals.HearingWaits], Rails: Redress),
        new Step(Act.Agree, "达成协议", Roles.Officer, [State.Mediating], [State.Settled], PetitionRegulations.Mediation,
            "办理期限到此为止；协议的履行盯到完毕", [], [Refusals.AgreementWithoutContent, Refusals.AgreementWithPastDate], Rails: Redress),
        new Step(Act.FailMediation, "调解不成", Roles.Officer, [State.Mediating], [State.Accepted], PetitionRegulations.Mediation,
            "回到办理，期限没有停过", [], [Refusals.MediationFailedWithoutReason], Rails: Redress),
        new Step(Act.Extend, "批准延期", Roles.Head, [State.Accepted, State.Mediating], [State.Accepted, State.Mediating], PetitionRegulations.Extension,
            "出具延长办理期限告知书，送达以后生效；合计不超过30日", [State.Received],
            [
                Refusals.ExtensionForRedressOnly, Refusals.RedoIsNotExtended, Refusals.ExtensionTooLate(SomeDay), Refusals.ExtensionPending, Refusals.ExtensionTooLong(30, 0),
                Refusals.ExtensionWithoutDays, Refusals.ExtensionWithoutReason,
            ]),
        new Step(Act.ServeExtension, "送达延期告知书", Roles.Officer, [State.Accepted, State.Mediating], [State.Accepted, State.Mediating], PetitionRegulations.Extension,
            "办理期限延长", [],
            [Refusals.ExtensionForRedressOnly, Refusals.NoExtensionToServe, Refusals.ExtensionServedTooLate(SomeDay), Refusals.ServiceDate(SomeDay, PetitionRegulations.Extension)]),
        new Step(Act.DraftOpinion, "起草处理意见", Roles.Officer, [State.Accepted], [State.Accepted], PetitionRegulations.Opinion,
            "存下这一稿，送审核人审核；再改要重新审核", [State.Received],
            [
                Refusals.NotHeard, Refusals.NoReviewBody, Refusals.OpinionWithoutFacts, Refusals.ClaimsIncomplete([1]), Refusals.ClaimsUnknown(1),
                Refusals.ClaimWithoutReason(1), Refusals.ClaimWithoutBasis(1), Refusals.RedoRepeats, Refusals.RedoWithoutNews,
            ], Rails: Redress),
        new Step(Act.CheckOpinion, "审核处理意见", Roles.Checker, [State.Accepted], [State.Accepted], PetitionRegulations.Opinion,
            "送单位负责人签发", [], [Refusals.NothingToCheck, Refusals.CheckOfOwnDraft, Refusals.OpinionBlocked(1)], Rails: Redress),
        new Step(Act.ReturnDraft, "退回修改", Roles.Checker | Roles.Head, [State.Accepted], [State.Accepted], PetitionRegulations.Opinion,
            "退给经办人改，写明哪里要改", [], [Refusals.NothingToReturn, Refusals.ReturnWithoutRemark], Rails: Redress),
        new Step(Act.SignOpinion, "签发处理意见", Roles.Head, [State.Accepted], [State.Decided], PetitionRegulations.Opinion,
            "编号、用印，出具处理意见书，办理期限到此为止", [State.Received],
            [
                Refusals.NotHeard, Refusals.NotChecked, Refusals.SignatureOfOwnDraft, Refusals.NoReviewBody, Refusals.OpinionBlocked(1),
                Refusals.WarningsUnanswered(1), Refusals.OpinionWithoutFacts, Refusals.ClaimsIncomplete([1]), Refusals.HearingWaits,
            ], Rails: Redress),
        new Step(Act.WithdrawOpinion, "作废处理意见书", Roles.Head, [State.Decided], [State.Accepted], PetitionRegulations.Opinion,
            "还没有送达的意见书作废，文号保留；重新起草，办理期限照原来的算", [], [Refusals.WithdrawalWithoutReason], Rails: Redress),
        new Step(Act.StudySuggestion, "研究论证", Roles.Officer, [State.Accepted], [State.Accepted], PetitionRegulations.Suggestion,
            "记入案卷；研究过才能答复", [State.Received], [Refusals.StudyDate(SomeDay), Refusals.StudyWithoutParticipants, Refusals.StudyWithoutConclusion], Rails: Suggestion),
        new Step(Act.AnswerSuggestion, "答复建议", Roles.Officer, [State.Accepted], [State.Decided], PetitionRegulations.Suggestion,
            "出具建议答复书，写明采纳不采纳", [State.Received],
            [
                Refusals.AnswerWithoutStudy, Refusals.AnswerWithoutAdoption, Refusals.AnswerWithoutReply, Refusals.RewardWithoutAdoption,
                Refusals.AnswerWithoutReason, Refusals.AnswerWithoutMeasure, Refusals.AnswerMeasureDate,
            ], Rails: Suggestion),
        new Step(Act.Serve, "送达意见书", Roles.Officer, [State.Decided], [State.Served], PetitionRegulations.Review,
            "从送达这天起，信访人30日内可以申请复查", [State.Accepted],
            [
                Refusals.ServiceWithoutReceiver, Refusals.ServiceDate(SomeDay), Refusals.ServiceElectronicWithoutConsent, Refusals.ServiceByPhone, Refusals.ServiceByNoticeTooEarly(SomeDay),
            ]),
        new Step(Act.TakeMeasure, "记下化解措施", Roles.Officer, [State.Accepted, State.Mediating, State.Settled, State.Decided, State.Served], [State.Accepted, State.Mediating, State.Settled, State.Decided, State.Served], PetitionRegulations.Resolution,
            "记入案卷：法律、政策、经济、行政等手段，教育、调解、疏导、救助", [], [Refusals.MeasureDate(SomeDay), Refusals.MeasureWithoutNote]),
        new Step(Act.Complete, "办结", Roles.Officer, [State.Served, State.Settled], [State.Completed], PetitionRegulations.Completion,
            "办理到此结束；交办的同时报送办理结果，没落实完的继续盯", [State.Decided],
            [
                Refusals.CompletionWithoutResult, Refusals.LimbUnchecked(Limb.Resolve), Refusals.LimbWithoutEvidence(Limb.Resolve), Refusals.LimbNeeded(Limb.Educate),
                Refusals.CompletionWithoutLevel, Refusals.CompletionWithoutCause,
            ]),
        new Step(Act.CarryOutAdoption, "记下采纳措施落实", Roles.Officer, Answered, Answered, PetitionRegulations.Suggestion,
            "采纳的建议落实完毕，信访人在进度里看到", [], [Refusals.NothingToCarryOut, Refusals.AdoptionDate(SomeDay), Refusals.AdoptionWithoutResult], Rails: Suggestion),
        new Step(Act.RewardSuggestion, "致谢、奖励", Roles.Head, Answered, Answered, PetitionRegulations.Suggestion,
            "记入案卷，信访人在进度里看到", [],
            [Refusals.RewardWithoutKind, Refusals.RewardWithoutAdoption, Refusals.RewardedBefore, Refusals.RewardDate(SomeDay), Refusals.RewardWithoutNote], Rails: Suggestion),
        new Step(Act.PlanEnforcement, "定落实计划", Roles.Officer, Owing, Owing, PetitionRegulations.Enforcement,
            "改定落实的最后日期，到期提醒", [], [Refusals.NothingToEnforce, Refusals.EnforcementUnknown(1), Refusals.EnforcementWithPastDate, Refusals.EnforcementWithoutPlan], Rails: Redress),
        new Step(Act.Enforce, "记下落实", Roles.Officer, Owing, Owing, PetitionRegulations.Enforcement,
            "这一项落实完毕", [], [Refusals.NothingToEnforce, Refusals.EnforcementUnknown(1), Refusals.EnforcementDate(SomeDay), Refusals.EnforcementWithoutEvidence], Rails: Redress),
        new Step(Act.RefuseEnforcement, "记下拒不执行", Roles.Officer | Roles.Head, Owing, Owing, PetitionRegulations.Causes,
            "报信访办督办；这一项仍然要落实", [], [Refusals.NothingToEnforce, Refusals.EnforcementUnknown(1), Refusals.EnforcementRefusedBefore, Refusals.EnforcementRefusedWithoutReason], Rails: Redress),
        new Step(Act.Withdraw, "撤回", Roles.System, [State.Received, State.Contested, State.Returned, State.Accepted, State.Mediating, State.Decided], [State.Withdrawn], PetitionRegulations.Form,
            "办理到此结束", [], []),
        new Step(Act.Terminate, "终止办理", Roles.Head, [State.Received, State.Accepted, State.Mediating, State.Decided], [State.Terminated], PetitionRegulations.Completion,
            "办理到此结束，不再作出意见", [], [Refusals.TerminationWithoutReason]),
        new Step(Act.Reopen, "要求重新办理", Roles.Petitioner, [State.Served, State.Completed], [State.Accepted], PetitionRegulations.Rating,
            "重新受理，60日内再作出意见", [], [Refusals.ReopeningWithoutOpinion, Refusals.ReopeningTooLate(SomeDay), Refusals.ReopeningWithoutReason]),
        new Step(Act.ReceiveAccusation, "受理检举控告", Roles.Officer, [State.Received], [State.Accepted], PetitionRegulations.Accusation,
            "按纪律和法律规定的程序办理", [], [Refusals.Recused], ForSealed: true, Rails: Accusation),
        new Step(Act.VerifyAccusation, "记下初步核实", Roles.Officer, [State.Accepted], [State.Verified], PetitionRegulations.Accusation,
            "核实情况只在本机关保存", [State.Received], [Refusals.VerificationWithoutSummary], ForSealed: true, Rails: Accusation),
        new Step(Act.TransferAccusation, "按管理权限移送", Roles.Officer | Roles.Head, [State.Received, State.Accepted, State.Verified], [State.Transferred], PetitionRegulations.ForwardingToDiscipline,
            "移送给有管理权限的机关", [], [Refusals.TransferWithoutBody, Refusals.TransferWithoutReason], ForSealed: true, Rails: Accusation),
        new Step(Act.InformOrganisation, "告知组织（人事）部门", Roles.Officer | Roles.Head, [State.Received, State.Accepted, State.Verified, State.Transferred], [State.Received, State.Accepted, State.Verified, State.Transferred], PetitionRegulations.Accusation,
            "涉及干部的，按干部管理权限告知", [], [Refusals.InformedDate(SomeDay), Refusals.InformedWithoutNote], ForSealed: true, Rails: Accusation),
        new Step(Act.TellResult, "反馈结果", Roles.Officer, [State.Verified, State.Transferred], [State.Completed], PetitionRegulations.Accusation,
            "只记已经反馈，不记内容；办理到此结束", [State.Accepted], [Refusals.InformedDate(SomeDay), Refusals.InformedWithoutNote], ForSealed: true, Rails: Accusation),
        new Step(Act.Supplement, "补充材料", Roles.System, Anywhere, Anywhere, PetitionRegulations.Truthfulness, "记入办理记录", [], [], ForSealed: true),
        new Step(Act.Rate, "评价", Roles.System, Anywhere, Anywhere, PetitionRegulations.Rating, "记入办理记录", [], [], ForSealed: true),
        new Step(Act.NoteRepeat, "重复信访", Roles.System, Anywhere, Anywhere, PetitionRegulations.Registration, "信访办确认或者撤销的，记入办理记录；重复信访不适用简易办理", [], []),
        new Step(Act.TellDueSoon, "临期提醒", Roles.System, Anywhere, Anywhere, PetitionRegulations.HandlingLiability, "告诉承办单位期限快到了", [], []),
        new Step(Act.TellOverdue, "超期提醒", Roles.System, Anywhere, Anywhere, PetitionRegulations.HandlingLiability, "告诉承办单位期限已经过了", [], []),
        new Step(Act.CorrectDates, "期限重算", Roles.System, Open, Open, CivilCode.LastDay, "放假安排有更正，没有办完的期限按新的安排重算；已经办完的不变", [], []),
        new Step(Act.Redo, "责令重作", Roles.System, [State.Served, State.Completed], [State.Accepted], PetitionRegulations.Review,
            "原意见被撤销，按复查、复核意见规定的期限重新办理", [], []),
        new Step(Act.StateNews, "写明新情况", Roles.Officer, [State.Accepted], [State.Accepted], PetitionRegulations.Review,
            "结论和被撤销的意见相同时，必须先写明查明了什么新情况", [], [Refusals.NothingToRedo, Refusals.RedoWithoutNews]),
        new Step(Act.Bar, "不再受理", Roles.Head, [State.Received], [State.Barred], PetitionRegulations.FinalBar,
            "出具不再受理告知书；疏导、化解、帮扶照常做", [],
            [Refusals.NoRecheckToBar, Refusals.BarredButNew, Refusals.ComparisonWithoutNote]),
        new Step(Act.LinkEarlier, "关联前件", Roles.Officer, [State.Received], [State.Received], PetitionRegulations.FinalBar,
            "有新的事实或者理由，按新事项办理，指向已经终结的前件", [],
            [Refusals.NoRecheckToBar, Refusals.LinkedButSame, Refusals.ComparisonWithoutNote]),
        new Step(Act.ProposePublication, "拟公开答复", Roles.Officer, [State.Served, State.Completed], [State.Served, State.Completed], OtherProcedures.NothingOfThirdParties,
            "送另一个人复核；现在还没有公开", [],
            [Refusals.PublicationIncomplete, Refusals.PublicationNames(["手机号"]), Refusals.PublishedAlready], Rails: [Category.Redress, Category.Suggestion]),
        new Step(Act.ReleasePublication, "公开答复", Roles.Checker | Roles.Head, [State.Served, State.Completed], [State.Served, State.Completed], OtherProcedures.NothingOfThirdParties,
            "任何人都能在网上看到去掉个人信息的问题和答复", [], [Refusals.NothingToRelease, Refusals.ReleaseOfOwnProposal], Rails: [Category.Redress, Category.Suggestion]),
        new Step(Act.WithdrawPublication, "撤回公开", Roles.Officer | Roles.Checker | Roles.Head, [State.Served, State.Completed], [State.Served, State.Completed], OtherProcedures.NothingOfThirdParties,
            "网上不再看得到；可以改好以后重新拟", [], [Refusals.NothingToWithdraw, Refusals.PublicationWithdrawnWithoutReason], Rails: [Category.Redress, Category.Suggestion]),
    }.ToFrozenDictionary(step => step.Act);

    /// <summary>The line of an act.</summary>
    public static Step Of(Act act) => Steps[act];

    /// <summary>Every line, in the order in which the acts usually come.</summary>
    public static IEnumerable<Step> All => Steps.Values.OrderBy(step => step.Act);

    /// <summary>Why the act is not open: the wrong person first, then the seal, then the state. Null when it is.</summary>
    public static Refusal? Refuses(Act act, PetitionStatus status, Category category, Roles roles)
    {
        var step = Steps[act];
        if ((step.Who & roles) == 0) return Refusals.NotAllowed(step);
        if (category is Category.Accusation && !step.ForSealed) return Refusals.Sealed;
        if (step.Rails?.Contains(category) is false) return Refusals.OtherRail(step);
        return step.From.Contains(status) ? null : Refusals.WrongState(status, step);
    }

    /// <summary>The table as Markdown.</summary>
    public static string Describe()
    {
        var text = new StringBuilder("""
            # CaseHandling flow

            Kept equal to `CaseHandling.Domain/Flow.cs` by a test. *Who* is the role at the organ that holds the petition (System: an event of
            another service; Overseer: the head of the petition office; Petitioner: whoever has shown the petition's ticket). Accusations (art. 30) are sealed: every act not marked *sealed too* is
            refused with `petition.sealed`. An act marked with a rail (art. 29, 30, 31) is refused for the others with `petition.other-rail`.

            | Act | 中文 | Who | From | To | Guards | Basis |
            |---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var step in All)
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| {step.Act}{Note(step)} | {step.Label} | {step.Who} | {Names(step.From)} | {Names(step.To)} | {Guards(step)} | {step.Basis} |\n");
        return text.ToString();
    }

    private static string Note(Step step) => step.Rails is { } rails ? $" ({string.Join(", ", rails)} only)" : step.ForSealed ? " (sealed too)" : "";

    private static string Names(PetitionStatus[] states) => states.Length == Anywhere.Length ? "any" : string.Join(", ", states);

    private static string Guards(Step step) => step.Guards.Length == 0
        ? "–"
        : string.Join("<br>", step.Guards.Select(guard => $"`{guard.Code}` {guard.Basis?.Short}"));
}
