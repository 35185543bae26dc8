using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>Refusals of the simple procedure and of the rails of suggestions and accusations (art. 29, 30; 《信访事项简易办理办法》).</summary>
public static partial class Refusals
{
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

    public static readonly Refusal AnswerWithoutStudy = new("answer.without-study",
        "建议要先研究论证，记下谁研究的、结论是什么，才能答复。", PetitionRegulations.Suggestion);

    public static readonly Refusal AnswerWithoutReason = Invalid("answer.without-reason",
        "没有采纳或者没有全部采纳的，请写明为什么。", PetitionRegulations.Suggestion);

    public static readonly Refusal AnswerWithoutMeasure = Invalid("answer.without-measure",
        "采纳的，请写明做什么、最晚哪天做完。", PetitionRegulations.Suggestion);

    public static readonly Refusal AnswerMeasureDate = Invalid("answer.measure-date",
        "做完的最后一天要在今天以后。", PetitionRegulations.Suggestion);

    public static readonly Refusal StudyWithoutParticipants = Invalid("study.without-participants",
        "请写明谁参加了研究。", PetitionRegulations.Suggestion);

    public static readonly Refusal StudyWithoutConclusion = Invalid("study.without-conclusion",
        "请写明研究的结论。", PetitionRegulations.Suggestion);

    public static readonly Refusal NothingToCarryOut = new("adoption.nothing",
        "没有还要落实的采纳措施。", PetitionRegulations.Suggestion);

    public static readonly Refusal AdoptionWithoutResult = Invalid("adoption.without-result",
        "请写明落实的情况。", PetitionRegulations.Suggestion);

    public static readonly Refusal RewardWithoutKind = Invalid("reward.without-kind",
        "请选怎样致谢、奖励。", PetitionRegulations.Suggestion);

    public static readonly Refusal RewardWithoutNote = Invalid("reward.without-note",
        "请写明感谢或者奖励的内容。", PetitionRegulations.Suggestion);

    public static readonly Refusal RewardedBefore = new("reward.given-before",
        "这种感谢、奖励已经给过。", PetitionRegulations.Suggestion);

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

    /// <summary>The rail of articles 29 to 31 that the act belongs to is another.</summary>
    public static Refusal OtherRail(Step step) => new("petition.other-rail",
        $"{string.Join("、", step.Rails!.Select(Words.Of))}事项才能{step.Label}。", step.Basis);

    public static Refusal SimpleTooLate(DateOnly last) => new("simple.too-late",
        $"简易办理要在收到后3个工作日内决定，{ChineseDates.MonthDay(last)}截止。", SimpleProcedure.Scope);

    public static Refusal StudyDate(DateOnly receivedOn) => Invalid("study.date",
        $"研究的日期要在{ChineseDates.MonthDay(receivedOn)}到今天之间。", PetitionRegulations.Suggestion);

    public static Refusal AdoptionDate(DateOnly answeredOn) => Invalid("adoption.date",
        $"落实的日期要在{ChineseDates.MonthDay(answeredOn)}到今天之间。", PetitionRegulations.Suggestion);

    public static Refusal RewardDate(DateOnly answeredOn) => Invalid("reward.date",
        $"致谢、奖励的日期要在{ChineseDates.MonthDay(answeredOn)}到今天之间。", PetitionRegulations.Suggestion);

    public static Refusal InformedDate(DateOnly receivedOn) => Invalid("informed.date",
        $"告知的日期要在{ChineseDates.MonthDay(receivedOn)}到今天之间。", PetitionRegulations.Accusation);
}
