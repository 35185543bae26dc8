using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>Every reason why an act is not performed here, each with its provision.</summary>
public static partial class Refusals
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

    public static Refusal WrongState(PetitionStatus status, Step step) => new("petition.wrong-state",
        status switch
        {
            PetitionStatus.Received when step.Act is Act.HearStatement or Act.Extend or Act.ServeExtension or Act.DraftOpinion or Act.SignOpinion or Act.StudySuggestion or Act.AnswerSuggestion or Act.CallHearing or Act.ConsentToMediation or Act.VerifyAccusation => $"还没有受理，先受理，才能{step.Label}。",
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
