using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>Refusals of mediation, settlement and hearings (art. 31, 33).</summary>
public static partial class Refusals
{
    public static readonly Refusal HearingWithoutGround = Invalid("hearing.without-ground",
        "请选重大、复杂还是疑难；都不是的，不用听证。", PetitionRegulations.Hearing);

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

    public static Refusal ConsentDate(DateOnly receivedOn) => Invalid("consent.date",
        $"同意的日期要在{ChineseDates.MonthDay(receivedOn)}到今天之间。", PetitionRegulations.Mediation);

    public static Refusal MediationWithoutConsent(IEnumerable<Party> missing) => new("mediation.without-consent",
        $"还没有记下{string.Join("和", missing.Select(Words.Of))}同意，双方都同意才能调解、和解。", PetitionRegulations.Mediation);

    public static Refusal HearingNoticeTooShort(DateOnly earliest) => new("hearing.notice-too-short",
        $"听证要提前{Petition.HearingNoticeDays}日通知，今天通知的，最早{ChineseDates.MonthDay(earliest)}举行。", PetitionRegulations.Hearing);

    public static Refusal HearingTooEarly(DateOnly heldOn) => new("hearing.too-early",
        $"听证定在{ChineseDates.MonthDay(heldOn)}，还没有到。", PetitionRegulations.Hearing);
}
