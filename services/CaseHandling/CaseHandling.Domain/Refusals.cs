using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>Every reason why an act is not performed here, each with its provision.</summary>
public static class Refusals
{
    /// <summary>电子送达 and 公告送达, by analogy.</summary>
    private static readonly Article ElectronicService = new("民事诉讼法", 90), PublicNoticeService = new("民事诉讼法", 95);

    public static readonly Refusal Recused = new("petition.officer-recused",
        "您与这件事或者信访人有直接利害关系，已经回避。", PetitionRegulations.Recusal, RefusalKind.NotFound);

    public static readonly Refusal Sealed = new("petition.sealed",
        "检举控告按纪律和法律规定的程序办理，不走这一步。", PetitionRegulations.Accusation);

    public static readonly Refusal AlreadyClaimed = new("petition.already-claimed",
        "已经有人认领。", PetitionRegulations.Diligence);

    public static readonly Refusal ContestWithoutReason = Invalid("contestation.without-reason",
        "请写明不属于本单位职权的详细理由，至少10个字。", PetitionRegulations.Contest);

    public static readonly Refusal ContestForSelf = Invalid("contestation.own-organ",
        "建议的单位不能是本单位。", PetitionRegulations.Contest);

    public static readonly Refusal ContestForUnknownOrgan = Invalid("organ.unknown",
        "没有这个单位，请从名单里选。", PetitionRegulations.Contest);

    public static readonly Refusal ContestDecisionWithoutReason = Invalid("contestation.decision-without-reason",
        "请写明核实的情况和理由。", PetitionRegulations.Contest);

    public static readonly Refusal DeclinedWithoutRoad = Invalid("declination.without-road",
        "请选应当走的路。", PetitionRegulations.Roads);

    public static readonly Refusal DeclinedWithoutBody = Invalid("declination.without-body",
        "请写明应当找哪个单位。", PetitionRegulations.Roads);

    public static readonly Refusal DeclinedWithoutReason = Invalid("declination.without-reason",
        "请写明不予受理的理由。", PetitionRegulations.Notice);

    public static readonly Refusal DeclinedWithPastDate = Invalid("declination.until-past",
        "另一条路的最后日期不能早于今天。", PetitionRegulations.Roads);

    public static readonly Refusal StatementWithoutSummary = Invalid("statement.without-summary",
        "请写下信访人陈述的要点。", PetitionRegulations.Hearing);

    public static readonly Refusal NotHeard = new("opinion.without-statement",
        "还没有听取信访人陈述，先听取陈述，才能作出处理意见。", PetitionRegulations.Hearing);

    public static readonly Refusal OpinionWithoutFacts = Invalid("opinion.without-facts",
        "请写明查明的事实。", PetitionRegulations.Opinion);

    public static readonly Refusal NoReviewBody = new("opinion.without-review-body",
        "找不到复查机关，不能出具处理意见书。", PetitionRegulations.Review);

    public static readonly Refusal ExtensionPending = new("extension.pending",
        "上一次批准的延期还没有送达，先送达延期告知书。", PetitionRegulations.Extension);

    public static readonly Refusal NoExtensionToServe = new("extension.none-granted",
        "没有已批准、等待送达的延期，先由负责人批准。", PetitionRegulations.Extension);

    public static readonly Refusal ExtensionWithoutDays = Invalid("extension.without-days",
        "延长的天数至少是1日。", PetitionRegulations.Extension);

    public static readonly Refusal ExtensionWithoutReason = Invalid("extension.without-reason",
        "请写明为什么要延长，只写情况复杂不够。", PetitionRegulations.Extension);

    public static readonly Refusal ExtensionForRedressOnly = new("extension.redress-only",
        "只有申诉求决类事项可以延长办理期限。", PetitionRegulations.Extension);

    public static readonly Refusal ServiceWithoutReceiver = Invalid("service.without-receiver",
        "请写明签收人。", CivilProcedure.ServiceReceipt);

    public static readonly Refusal ServiceElectronicWithoutConsent = new("service.electronic-without-consent",
        "信访人没有同意网上送达，请用其他方式送达。", ElectronicService);

    public static readonly Refusal CompletionWithoutResult = Invalid("completion.without-result",
        "请写明办理结果。", PetitionRegulations.Completion);

    public static readonly Refusal RecusalWithoutReason = Invalid("recusal.without-reason",
        "请写明与这件事或者信访人的利害关系。", PetitionRegulations.Recusal);

    public static readonly Refusal RecusalOfAnother = new("recusal.of-another",
        "只有单位负责人能决定别人回避。", PetitionRegulations.Recusal, RefusalKind.Forbidden);

    public static readonly Refusal AlreadyRecused = new("petition.already-recused",
        "这个人已经回避。", PetitionRegulations.Recusal);

    public static readonly Refusal NothingToCheck = new("opinion.nothing-to-check",
        "现在没有送来审核的稿子，等经办人送审。", PetitionRegulations.Opinion);

    public static readonly Refusal CheckOfOwnDraft = new("opinion.check-of-own-draft",
        "自己起草的不能自己审核，请换人审核。", PetitionRegulations.Opinion);

    public static readonly Refusal NothingToReturn = new("opinion.nothing-to-return",
        "稿子不在您手上，不能退回。", PetitionRegulations.Opinion);

    public static readonly Refusal ReturnWithoutRemark = Invalid("opinion.return-without-remark",
        "请写明哪里要改。", PetitionRegulations.Opinion);

    public static readonly Refusal NotChecked = new("opinion.not-checked",
        "处理意见还没有经过审核，先起草、审核，再签发。", PetitionRegulations.Opinion);

    public static readonly Refusal SignatureOfOwnDraft = new("opinion.signature-of-own-draft",
        "自己起草或者审核的不能自己签发。", PetitionRegulations.Opinion);

    public static readonly Refusal WithdrawalWithoutReason = Invalid("opinion.withdrawal-without-reason",
        "请写明为什么作废。", PetitionRegulations.Opinion);

    public static Refusal OpinionBlocked(int findings) => new("opinion.blocked",
        $"文书检查发现{findings}处错误，改好以后才能送签。", PetitionRegulations.Opinion);

    public static Refusal WarningsUnanswered(int findings) => new("opinion.warnings-unanswered",
        $"文书检查有{findings}处提醒还没有说明理由，请经办人改正或者写明理由。", PetitionRegulations.Opinion);

    public static readonly Refusal SimpleForFirstOnly = new("simple.repeat",
        "重复信访事项不能简易办理，只有初次信访事项可以。", SimpleProcedure.Scope);

    public static readonly Refusal SimpleNotForAssigned = new("simple.assigned",
        "上级交办的事项不能简易办理。", SimpleProcedure.Exclusions);

    public static readonly Refusal SimpleNotForStatutoryRoads = new("simple.statutory-road",
        "应当走法定途径的事项（第三十一条第一项至第五项）不能简易办理。", SimpleProcedure.Exclusions);

    public static readonly Refusal SimpleNotWhenUnlikely = new("simple.likely-not-supported",
        "可能不予支持的事项不能简易办理。", SimpleProcedure.Exclusions);

    public static readonly Refusal SimpleNotForSeveralOrgans = new("simple.several-organs",
        "涉及多个责任单位或者多人联名的事项不能简易办理。", SimpleProcedure.Exclusions);

    public static readonly Refusal SimpleNotForGrave = new("simple.grave",
        "重大、紧急、复杂、疑难的事项不能简易办理。", SimpleProcedure.Exclusions);

    public static readonly Refusal SimpleWithoutReason = Invalid("simple.without-reason",
        "选了其他情形，请写明是什么情形。", SimpleProcedure.Scope);

    public static readonly Refusal SimpleWithoutGround = Invalid("simple.without-ground",
        "请选为什么可以简易办理。", SimpleProcedure.Scope);

    public static readonly Refusal AnswerWithoutAdoption = Invalid("answer.without-adoption",
        "请选采纳不采纳。", PetitionRegulations.Suggestion);

    public static readonly Refusal HearingWithoutGround = Invalid("hearing.without-ground",
        "请选重大、复杂还是疑难；都不是的，不用听证。", PetitionRegulations.Hearing);

    public static readonly Refusal AlreadySimple = new("simple.already",
        "已经在简易办理。", SimpleProcedure.Scope);

    public static readonly Refusal SimpleLeftBefore = new("simple.left-before",
        "已经转为普通程序，不能再转回简易办理。", SimpleProcedure.Exclusions);

    public static readonly Refusal NotSimple = new("simple.not-chosen",
        "没有在简易办理，不用转。", SimpleProcedure.Exclusions);

    public static readonly Refusal SimpleLeftWithoutReason = Invalid("simple.left-without-reason",
        "请写明为什么转为普通程序。", SimpleProcedure.Exclusions);

    public static readonly Refusal ServiceByPhone = new("service.phone-not-simple",
        "只有简易办理的事项、信访人没有要求书面的，才能用电话或者短信告知。", SimpleProcedure.Scope);

    public static readonly Refusal AnswerWithoutReply = Invalid("answer.without-reply",
        "请写明答复的内容。", PetitionRegulations.Suggestion);

    public static readonly Refusal RewardWithoutAdoption = new("answer.reward-without-adoption",
        "采纳或者部分采纳的建议才能奖励。", PetitionRegulations.Suggestion);

    public static readonly Refusal VerificationWithoutSummary = Invalid("verification.without-summary",
        "请写明核实的情况。", PetitionRegulations.Accusation);

    public static readonly Refusal TransferWithoutBody = Invalid("transfer.without-body",
        "请写明移送给哪个机关。", PetitionRegulations.ForwardingToDiscipline);

    public static readonly Refusal TransferWithoutReason = Invalid("transfer.without-reason",
        "请写明按什么管理权限移送。", PetitionRegulations.ForwardingToDiscipline);

    public static readonly Refusal InformedWithoutNote = Invalid("informed.without-note",
        "请写明告知了谁、怎么告知的。", PetitionRegulations.Accusation);

    public static readonly Refusal MediationOutsideDiscretion = new("mediation.outside-discretion",
        "只有在裁量权范围内、不违反强制性规定的，才能调解、和解。", PetitionRegulations.Mediation);

    public static readonly Refusal ConsentWithoutNote = Invalid("consent.without-note",
        "请写明怎么表示同意的。", PetitionRegulations.Mediation);

    public static readonly Refusal AlreadyConsented = new("consent.already",
        "已经记过同意。", PetitionRegulations.Mediation);

    public static readonly Refusal MediationOfOtherKind = new("mediation.other-kind",
        "另一方同意的是另一种方式，调解和和解要一致。", PetitionRegulations.Mediation);

    public static readonly Refusal MediationWithoutMediator = Invalid("mediation.without-mediator",
        "请写明由谁调解。", PetitionRegulations.Mediation);

    public static readonly Refusal AgreementWithoutContent = Invalid("agreement.without-content",
        "请写明协议的内容。", PetitionRegulations.Mediation);

    public static readonly Refusal AgreementWithPastDate = Invalid("agreement.date-past",
        "履行的最后日期不能早于今天。", PetitionRegulations.Mediation);

    public static readonly Refusal MediationFailedWithoutReason = Invalid("mediation.failed-without-reason",
        "请写明为什么没有谈成。", PetitionRegulations.Mediation);

    public static readonly Refusal HearingWithoutReason = Invalid("hearing.without-reason",
        "请写明重大、复杂或者疑难在哪里。", PetitionRegulations.Hearing);

    public static readonly Refusal HearingWithoutPlace = Invalid("hearing.without-place",
        "请写明听证的地点。", PetitionRegulations.Hearing);

    public static readonly Refusal HearingWithoutChair = Invalid("hearing.without-chair",
        "请写明听证主持人。", PetitionRegulations.Hearing);

    public static readonly Refusal HearingChairInvestigated = new("hearing.chair-investigated",
        "办理过这件事的人不能主持听证，请换人。", PetitionRegulations.Hearing);

    public static readonly Refusal HearingWithoutMembers = Invalid("hearing.without-members",
        "听证员至少2人。", PetitionRegulations.Hearing);

    public static readonly Refusal HearingWithoutParties = Invalid("hearing.without-parties",
        "请写明通知了哪些人参加。", PetitionRegulations.Hearing);

    public static readonly Refusal HearingWaits = new("hearing.waits",
        "听证已经通知，还没有举行，先举行或者取消。", PetitionRegulations.Hearing);

    public static readonly Refusal NoHearingCalled = new("hearing.none-called",
        "没有等待举行的听证。", PetitionRegulations.Hearing);

    public static readonly Refusal HearingWithoutMinutes = Invalid("hearing.without-minutes",
        "请写听证笔录。", PetitionRegulations.Hearing);

    public static readonly Refusal HearingWithoutConclusion = Invalid("hearing.without-conclusion",
        "请写听证结论。", PetitionRegulations.Hearing);

    public static readonly Refusal HearingCancelledWithoutReason = Invalid("hearing.cancelled-without-reason",
        "请写明为什么取消听证。", PetitionRegulations.Hearing);

    public static readonly Refusal HandOverUnclaimed = new("hand-over.unclaimed",
        "还没有人认领，不用移交。", PetitionRegulations.Diligence);

    public static readonly Refusal HandOverOfAnother = new("hand-over.of-another",
        "只有承办人自己或者单位负责人能移交。", PetitionRegulations.Diligence, RefusalKind.Forbidden);

    public static readonly Refusal HandOverOutside = Invalid("hand-over.outside",
        "只能移交给本单位的人。", PetitionRegulations.Diligence);

    public static readonly Refusal HandOverToSelf = new("hand-over.same",
        "这个人已经是承办人。", PetitionRegulations.Diligence);

    public static readonly Refusal HandOverToInterested = new("hand-over.interested",
        "这个人与信访事项或者信访人有直接利害关系，应当回避，不能承办。", PetitionRegulations.Recusal);

    public static readonly Refusal HandOverWithoutReason = Invalid("hand-over.without-reason",
        "请写明为什么移交。", PetitionRegulations.Diligence);

    public static readonly Refusal NobodyConcerned = Invalid("concerned.nobody",
        "请写被反映人员的账号；已经回避的不用再写。", PetitionRegulations.Recusal);

    public static readonly Refusal ContactWithoutNote = Invalid("contact.without-note",
        "请写明联系的情况。", PetitionRegulations.Diligence);

    public static readonly Refusal MeasureWithoutNote = Invalid("measure.without-note",
        "请写明做了什么。", PetitionRegulations.Resolution);

    public static readonly Refusal CompletionWithoutLevel = Invalid("completion.without-level",
        "请选在哪一级化解的。", PetitionRegulations.FourDuties);

    public static readonly Refusal CompletionWithoutCause = Invalid("completion.without-cause",
        "请选引发信访的原因。", PetitionRegulations.Causes);

    public static readonly Refusal EnforcementWithPastDate = Invalid("enforcement.date-past",
        "落实的最后日期不能早于今天。", PetitionRegulations.Enforcement);

    public static readonly Refusal EnforcementWithoutPlan = Invalid("enforcement.without-plan",
        "请写明怎么落实、由谁落实。", PetitionRegulations.Enforcement);

    public static readonly Refusal EnforcementWithoutEvidence = Invalid("enforcement.without-evidence",
        "请写明凭什么说已经落实。", PetitionRegulations.Enforcement);

    public static readonly Refusal EnforcementRefusedBefore = new("enforcement.refused-before",
        "已经记过拒不执行。", PetitionRegulations.Causes);

    public static readonly Refusal EnforcementRefusedWithoutReason = Invalid("enforcement.refused-without-reason",
        "请写明谁拒不执行、怎么说的。", PetitionRegulations.Causes);

    public static readonly Refusal NothingToEnforce = new("enforcement.nothing",
        "没有等待落实的事项。", PetitionRegulations.Enforcement);

    public static readonly Refusal TerminationWithoutReason = Invalid("termination.without-reason",
        "请写明终止的事实和凭据。", PetitionRegulations.Completion);

    public static readonly Refusal ReopeningWithoutReason = Invalid("reopening.without-reason",
        "请写明为什么要重新办，至少5个字。", PetitionRegulations.Rating);

    public static readonly Refusal ReopeningWithoutOpinion = new("reopening.without-opinion",
        "还没有送达处理意见，不能要求重新办理。", PetitionRegulations.Rating);

    /// <summary>The rail of articles 29 to 31 that the act belongs to is another.</summary>
    public static Refusal OtherRail(Step step) => new("petition.other-rail",
        $"{string.Join("、", step.Rails!.Select(Words.Of))}事项才能{step.Label}。", step.Basis);

    public static Refusal SimpleTooLate(DateOnly last) => new("simple.too-late",
        $"简易办理要在收到后3个工作日内决定，{ChineseDates.MonthDay(last)}截止。", SimpleProcedure.Scope);

    public static Refusal InformedDate(DateOnly receivedOn) => Invalid("informed.date",
        $"告知的日期要在{ChineseDates.MonthDay(receivedOn)}到今天之间。", PetitionRegulations.Accusation);

    public static Refusal ConsentDate(DateOnly receivedOn) => Invalid("consent.date",
        $"同意的日期要在{ChineseDates.MonthDay(receivedOn)}到今天之间。", PetitionRegulations.Mediation);

    public static Refusal MediationWithoutConsent(IEnumerable<Party> missing) => new("mediation.without-consent",
        $"还没有记下{string.Join("和", missing.Select(Words.Of))}同意，双方都同意才能调解、和解。", PetitionRegulations.Mediation);

    public static Refusal HearingNoticeTooShort(DateOnly earliest) => new("hearing.notice-too-short",
        $"听证要提前{Petition.HearingNoticeDays}日通知，今天通知的，最早{ChineseDates.MonthDay(earliest)}举行。", PetitionRegulations.Hearing);

    public static Refusal HearingTooEarly(DateOnly heldOn) => new("hearing.too-early",
        $"听证定在{ChineseDates.MonthDay(heldOn)}，还没有到。", PetitionRegulations.Hearing);

    public static Refusal ContactDate(DateOnly receivedOn) => Invalid("contact.date",
        $"联系的时间要在{ChineseDates.MonthDay(receivedOn)}收到以后、现在以前。", PetitionRegulations.Diligence);

    public static Refusal MeasureDate(DateOnly receivedOn) => Invalid("measure.date",
        $"采取措施的日期要在{ChineseDates.MonthDay(receivedOn)}到今天之间。", PetitionRegulations.Resolution);

    public static Refusal LimbUnchecked(Limb limb) => Invalid("completion.limb-unchecked",
        $"还没有核对“{Words.Of(limb)}”。", PetitionRegulations.FourDuties);

    public static Refusal LimbWithoutEvidence(Limb limb) => Invalid("completion.limb-without-evidence",
        $"“{Words.Of(limb)}”还没有写凭据。", PetitionRegulations.FourDuties);

    public static Refusal LimbNeeded(Limb limb) => Invalid("completion.limb-needed",
        limb is Limb.Resolve ? "有支持的请求，“解决问题到位”不能不适用。" : "有不予支持的请求，“思想教育到位”不能不适用。", PetitionRegulations.FourDuties);

    public static Refusal EnforcementUnknown(int number) => Invalid("enforcement.unknown",
        $"没有等待落实的第{number}项。", PetitionRegulations.Enforcement);

    public static Refusal EnforcementDate(DateOnly decidedOn) => Invalid("enforcement.date",
        $"落实的日期要在{ChineseDates.MonthDay(decidedOn)}到今天之间。", PetitionRegulations.Enforcement);

    public static Refusal ReopeningTooLate(DateOnly last) => new("reopening.too-late",
        $"送达后30日内可以要求重新办理，{ChineseDates.MonthDay(last)}截止。", PetitionRegulations.Rating);

    public static Refusal WrongState(PetitionStatus status, Step step) => new("petition.wrong-state",
        status switch
        {
            PetitionStatus.Received when step.Act is Act.HearStatement or Act.Extend or Act.ServeExtension or Act.DraftOpinion or Act.SignOpinion or Act.AnswerSuggestion or Act.CallHearing or Act.ConsentToMediation or Act.VerifyAccusation => $"还没有受理，先受理，才能{step.Label}。",
            PetitionStatus.Received or PetitionStatus.Accepted when step.Act is Act.Serve or Act.Complete => $"还没有作出意见，不能{step.Label}。",
            PetitionStatus.Decided when step.Act is Act.Complete => "意见书还没有送达，先送达，才能办结。",
            PetitionStatus.Contested => $"异议正在核实，信访办答复以后才能{step.Label}。",
            _ => $"这件事现在是“{Words.Of(status)}”，不能{step.Label}。",
        }, step.Basis);

    public static Refusal NotAllowed(Step step) => new("duty.missing",
        $"只有{Words.Of(step.Who)}能{step.Label}。", step.Basis, RefusalKind.Forbidden);

    public static Refusal ContestTooLate(DateOnly dueOn) => new("contestation.too-late",
        $"5个工作日已过，{ChineseDates.MonthDay(dueOn)}截止。", PetitionRegulations.Contest);

    public static Refusal StatementDate(DateOnly receivedOn) => Invalid("statement.date",
        $"听取陈述的日期要在{ChineseDates.MonthDay(receivedOn)}到今天之间。", PetitionRegulations.Hearing);

    public static Refusal ClaimsIncomplete(IEnumerable<int> missing) => Invalid("opinion.claims-incomplete",
        $"缺第{string.Join("、", missing)}项请求的意见，每项请求都要有意见。", PetitionRegulations.Opinion);

    public static Refusal ClaimsUnknown(int number) => Invalid("opinion.claim-unknown",
        $"没有第{number}项请求，或者写了两次。", PetitionRegulations.Opinion);

    public static Refusal ClaimWithoutReason(int number) => Invalid("opinion.claim-without-reason",
        $"第{number}项请求还没有写理由。", PetitionRegulations.Opinion);

    public static Refusal ClaimWithoutBasis(int number) => Invalid("opinion.claim-without-basis",
        $"第{number}项请求还没有写法律法规依据。", PetitionRegulations.Opinion);

    public static Refusal ExtensionTooLate(DateOnly lastDay) => new("extension.too-late",
        $"办理期限的第60天是{ChineseDates.MonthDay(lastDay)}，已经过了，不能再延长。", PetitionRegulations.Extension);

    public static Refusal ExtensionServedTooLate(DateOnly lastDay) => new("extension.served-too-late",
        $"延期告知书要在第60天（{ChineseDates.MonthDay(lastDay)}）前送达，这次延期不能生效。", PetitionRegulations.Extension);

    public static Refusal ExtensionUsedUp(int most) => new("extension.too-long",
        $"延长合计不超过{most}日，已经用完。", PetitionRegulations.Extension);

    public static Refusal ExtensionTooLong(int most, int left) => new("extension.too-long",
        $"延长合计不超过{most}日，还可以延长{left}日。", PetitionRegulations.Extension);

    public static Refusal ServiceDate(DateOnly earliest, Article? basis = null) => Invalid("service.date",
        $"送达日期要在{ChineseDates.MonthDay(earliest)}到今天之间。", basis ?? CivilProcedure.ServiceReceipt);

    public static Refusal ServiceByNoticeTooEarly(DateOnly earliest) => Invalid("service.notice-too-early",
        $"公告送达要满30日，最早{ChineseDates.MonthDay(earliest)}。", PublicNoticeService);

    private static Refusal Invalid(string code, string message, Article basis) => new(code, message, basis, RefusalKind.Invalid);
}
