using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>Refusals around people, closing, enforcement and the endings (art. 27, 28, 32, 37).</summary>
public static partial class Refusals
{
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
}
