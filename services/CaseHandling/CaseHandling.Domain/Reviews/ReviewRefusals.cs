using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Reviews;

/// <summary>Every reason why an act of a review or recheck is not performed, each with its provision.</summary>
public static class ReviewRefusals
{
    /// <summary>期满前交邮的不算过期, by analogy.</summary>
    private static readonly Article Posting = CivilProcedure.Periods;

    public static readonly Refusal NotServed = new("review.opinion-not-served",
        "还没有收到书面意见，收到以后才能申请。", PetitionRegulations.Review);

    public static readonly Refusal NoBody = new("review.no-body",
        "这个意见没有上一级机关可以申请。", PetitionRegulations.Review);

    public static readonly Refusal ReviewerIsHandler = new("review.reviewer-is-handler",
        "作出意见的机关不能复查、复核自己的意见，应当由它的上一级机关办。", PetitionRegulations.Review);

    public static readonly Refusal NotThisBody = new("review.not-this-body",
        "没有这件事，或者本单位不是它的复查、复核机关。请核对编号。", PetitionRegulations.Review, RefusalKind.NotFound);

    public static readonly Refusal Final = new("review.final",
        "复核意见已经送达，信访已经终结。同一事实和理由不再受理；有新的事实和理由，可以另提一件。", PetitionRegulations.FinalBar);

    public static readonly Refusal OnlyRedress = new("review.redress-only",
        "只有申诉求决类事项的处理意见可以申请复查。", PetitionRegulations.Review);

    public static readonly Refusal WithoutClaims = Invalid("review.without-claims",
        "请写明要复查、复核机关做什么。", PetitionRegulations.Review);

    public static readonly Refusal WithoutReasons = Invalid("review.without-reasons",
        "请写明原来的意见哪里不对、为什么，至少10个字。", PetitionRegulations.Review);

    public static readonly Refusal PostmarkDate = Invalid("review.postmark-date",
        "邮戳日期不能晚于收到的日期，也不能早于意见送达的日期。", Posting);

    public static readonly Refusal PostmarkWithoutLetter = Invalid("review.postmark-without-letter",
        "只有来信有邮戳日期。", Posting);

    public static readonly Refusal AlreadyClaimed = new("review.already-claimed",
        "已经有人认领。", PetitionRegulations.Diligence);

    public static readonly Refusal Recused = new("review.officer-recused",
        "您参与过这件事原来的办理，或者有直接利害关系，已经回避。", PetitionRegulations.Recusal, RefusalKind.NotFound);

    public static readonly Refusal RecusalOfAnother = new("review.recusal-of-another",
        "只有负责人能决定别人回避。", PetitionRegulations.Recusal, RefusalKind.Forbidden);

    public static readonly Refusal AlreadyRecused = new("review.already-recused",
        "这个人已经回避。", PetitionRegulations.Recusal);

    public static readonly Refusal RecusalWithoutReason = Invalid("review.recusal-without-reason",
        "请写明与这件事或者信访人的利害关系。", PetitionRegulations.Recusal);

    public static readonly Refusal LateWithoutGround = Invalid("review.late-without-ground",
        "这份申请超过了30日。受理要写明正当理由，例如不可抗力、住院；没有正当理由的，不予受理。", PetitionRegulations.Review);

    public static readonly Refusal RejectedWithoutReason = Invalid("review.rejected-without-reason",
        "请写明不予受理的理由。", PetitionRegulations.Review);

    public static readonly Refusal RejectedWithoutRoad = Invalid("review.rejected-without-road",
        "请写明信访人现在可以怎么办、找谁。", PetitionRegulations.Roads);

    public static readonly Refusal RejectedWithoutBody = Invalid("review.rejected-without-body",
        "请写明应当找哪个机关。", PetitionRegulations.Roads);

    public static readonly Refusal RejectedWithPastDate = Invalid("review.rejected-until-past",
        "另一条路的最后日期不能早于今天。", PetitionRegulations.Roads);

    public static readonly Refusal HearingIncomplete = Invalid("review.hearing-incomplete",
        "请写明听证的地点、主持人、参加人和笔录要点。", PetitionRegulations.RecheckHearing);

    public static readonly Refusal HearingChair = Invalid("review.hearing-chair",
        "听证主持人不能是本件的经办人。", PetitionRegulations.Recusal);

    public static readonly Refusal HearingOverlaps = Invalid("review.hearing-overlaps",
        "这几天已经记过听证，不能重复计算。", PetitionRegulations.RecheckHearing);

    public static readonly Refusal HearingNotice = Invalid("review.hearing-notice",
        "听证要提前7日通知参加人。", PetitionRegulations.RecheckHearing);

    public static readonly Refusal OpinionWithoutFacts = Invalid("review.opinion-without-facts",
        "请写明查明的事实。", PetitionRegulations.Opinion);

    public static readonly Refusal OpinionWithoutReason = Invalid("review.opinion-without-reason",
        "请写明维持、变更或者撤销的理由。", PetitionRegulations.Opinion);

    public static readonly Refusal OpinionWithoutBasis = Invalid("review.opinion-without-basis",
        "请写明法律法规依据。", PetitionRegulations.Opinion);

    public static readonly Refusal ChangesNothing = Invalid("review.changes-nothing",
        "变更意见要至少改变一项请求的结论；都不改的，是维持。", PetitionRegulations.Opinion);

    public static readonly Refusal ClaimsWithoutChange = Invalid("review.claims-without-change",
        "只有变更才逐项写新的结论。", PetitionRegulations.Opinion);

    public static readonly Refusal RedoWithoutTerm = Invalid("review.redo-without-term",
        "撤销并责令重作，要规定1日到60日的期限，并写明要重新查清什么。", PetitionRegulations.Completion);

    public static readonly Refusal TermWithoutRedo = Invalid("review.term-without-redo",
        "只有撤销并责令重作才规定重作的期限。", PetitionRegulations.Completion);

    public static readonly Refusal NotProposed = new("review.not-proposed",
        "还没有起草意见，经办人先起草，负责人才能签发。", PetitionRegulations.Opinion);

    public static readonly Refusal SignedByDrafter = new("review.signed-by-drafter",
        "起草的人不能自己签发。", PetitionRegulations.Diligence, RefusalKind.Forbidden);

    public static readonly Refusal ServiceWithoutReceiver = Invalid("review.service-without-receiver",
        "请写明签收人。", CivilProcedure.ServiceReceipt);

    public static readonly Refusal ServiceElectronicWithoutConsent = new("review.service-electronic-without-consent",
        "信访人没有同意网上送达，请用其他方式送达。", new Article("民事诉讼法", 90));

    public static Refusal AlreadyRequested(ReviewLevel level, DateOnly on) => new("review.already-requested",
        $"{ChineseDates.MonthDay(on)}已经收到过对这份意见的{ReviewWords.Of(level)}申请，不用再交。", BasisOf(level));

    public static Refusal Late(ReviewLevel level, DateOnly dueOn) => new("review.late",
        $"申请{ReviewWords.Of(level)}的最后一天是{ChineseDates.Full(dueOn)}，已经过了。有不能按时申请的正当理由的，请写明理由，由{ReviewWords.Of(level)}机关决定。", BasisOf(level));

    public static Refusal InTime(ReviewLevel level) => Invalid("review.not-late",
        "这份申请在期限内，不能以超期为由不予受理。", BasisOf(level));

    public static Refusal ReceivedDate(DateOnly earliest) => Invalid("review.received-date",
        $"收到申请的日期要在{ChineseDates.MonthDay(earliest)}到今天之间。", PetitionRegulations.Review);

    public static Refusal HearingDates(DateOnly earliest) => Invalid("review.hearing-dates",
        $"听证的日期要在{ChineseDates.MonthDay(earliest)}到今天之间，结束不早于开始。", PetitionRegulations.RecheckHearing);

    public static Refusal HearingAfterTerm(DateOnly dueOn) => Invalid("review.hearing-after-term",
        $"期限{ChineseDates.MonthDay(dueOn)}已经届满，以后的听证不能再延长它。", PetitionRegulations.RecheckHearing);

    public static Refusal ClaimsIncomplete(int number) => Invalid("review.claims-incomplete",
        $"第{number}项请求还没有写结论、理由和依据，或者没有这一项。", PetitionRegulations.Opinion);

    public static Refusal ServiceDate(DateOnly earliest) => Invalid("review.service-date",
        $"送达日期要在{ChineseDates.MonthDay(earliest)}到今天之间。", CivilProcedure.ServiceReceipt);

    public static Refusal WrongState(ReviewStatus status, ReviewLevel level, ReviewStep step) => new("review.wrong-state",
        $"这份申请现在是“{ReviewWords.Of(status, level)}”，不能{step.LabelOf(level)}。", step.BasisOf(level));

    public static Refusal NotAllowed(ReviewStep step, ReviewLevel level) => new("review.duty-missing",
        $"只有{ReviewWords.Of(step.Who)}能{step.LabelOf(level)}。", step.BasisOf(level), RefusalKind.Forbidden);

    /// <summary>Article 35 of a review, article 36 of a recheck.</summary>
    public static Article BasisOf(ReviewLevel level) => level is ReviewLevel.Review ? PetitionRegulations.Review : PetitionRegulations.Recheck;

    private static Refusal Invalid(string code, string message, Article basis) => new(code, message, basis, RefusalKind.Invalid);
}
