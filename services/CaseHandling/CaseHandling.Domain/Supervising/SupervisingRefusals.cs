using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>Every reason why an act of supervision is not performed, each with its provision.</summary>
public static class SupervisingRefusals
{
    public static readonly Refusal SealedPetition = new("petition.not-found",
        "没有这个事项。可能编号不对，也可能不归您办。", PetitionRegulations.Accusation, RefusalKind.NotFound);

    public static readonly Refusal AlreadySupervised = new("supervision.already",
        "这件事因为同一情形已经列入督办。", PetitionRegulations.Supervision);

    public static readonly Refusal WithoutText = Invalid("supervision.without-text",
        "请写明情况和理由。", PetitionRegulations.Supervision);

    public static readonly Refusal WithoutDemands = Invalid("supervision.without-demands",
        "请写明督办的要求，至少一条。", PetitionRegulations.Supervision);

    public static readonly Refusal TermOutOfRange = Invalid("supervision.term",
        "答复的期限要在1日到60日之间。", PetitionRegulations.Supervision);

    public static readonly Refusal AnswerNotDue = new("supervision.not-due",
        "答复的期限还没有过，过了期限或者收到答复以后才能再次督办。", PetitionRegulations.Supervision);

    public static readonly Refusal UnknownViolation = Invalid("violation.unknown",
        "没有这个违规代码，请从名单里选。", PetitionRegulations.HandlingLiability);

    public static readonly Refusal ProposalIncomplete = Invalid("proposal.incomplete",
        "请写明问题和建议。", PetitionRegulations.Proposals);

    public static readonly Refusal WrongAddressee = Invalid("proposal.addressee",
        "完善政策建议报区委区政府；追究责任建议报有管理权限的机关、单位，不能报被追究的单位自己。", PetitionRegulations.Proposals);

    public static readonly Refusal WithoutConsequences = Invalid("proposal.without-consequences",
        "追究责任建议要写明造成的严重后果。", PetitionRegulations.Proposals);

    public static readonly Refusal FeedbackDate = Invalid("proposal.feedback-date",
        "反馈的日期要在发出建议到今天之间。", PetitionRegulations.ProposalFeedback);

    public static readonly Refusal FeedbackNotOverdue = new("proposal.not-overdue",
        "反馈的期限还没有过，或者已经提醒过。", PetitionRegulations.ProposalFeedback);

    public static readonly Refusal WithoutAgenda = Invalid("meeting.without-agenda",
        "请写明议题，至少一项。", PetitionRegulations.JointConference);

    public static readonly Refusal UnknownOrgan = Invalid("organ.unknown",
        "没有这个单位，请从名单里选。", PetitionRegulations.JointConference);

    public static readonly Refusal PastDay = Invalid("supervision.past-day",
        "日期不能早于今天或者会议那天。", PetitionRegulations.JointConference);

    public static readonly Refusal NotYetHeld = new("meeting.not-yet",
        "会议还没有到召开的日子。", PetitionRegulations.JointConference);

    public static readonly Refusal UnknownPoint = Invalid("meeting.point",
        "决定要对应议程里的一项。", PetitionRegulations.JointConference);

    public static readonly Refusal AlreadyPackaged = new("package.already",
        "这件事已经有领导包案，销案以后才能再包。", PetitionRegulations.LeadersDuty);

    public static readonly Refusal WithoutVisit = new("package.without-visit",
        "包案领导还没有接访、下访或者约见，先记下一次，才能报告结果。", PetitionRegulations.LeadersDuty);

    public static readonly Refusal VisitDate = Invalid("package.visit-date",
        "日期要在确定包案到今天之间。", PetitionRegulations.LeadersDuty);

    public static readonly Refusal NotTheLeader = new("package.not-the-leader",
        "这件事由另一位领导包案。", PetitionRegulations.LeadersDuty, RefusalKind.NotFound);

    public static readonly Refusal ReceptionIncomplete = Invalid("reception.incomplete",
        "请写明接访的领导、地点和时间；联合接访要写明参加的单位。", PetitionRegulations.Publicity);

    public static readonly Refusal ReceptionFull = new("reception.full",
        "这一天已经约满，请选别的日子，或者当天到接待大厅排队。", PetitionRegulations.Publicity);

    public static readonly Refusal AlreadyBooked = new("reception.already-booked",
        "这件事已经约了这一天。", PetitionRegulations.Publicity);

    public static readonly Refusal ReceptionOver = new("reception.over",
        "这一天已经过了，不能再约。", PetitionRegulations.Publicity);

    public static readonly Refusal ReceptionNotYet = new("reception.not-yet",
        "还没有到接访的日子。", PetitionRegulations.Publicity);

    private static Refusal Invalid(string code, string message, Article basis) => new(code, message, basis, RefusalKind.Invalid);
}
