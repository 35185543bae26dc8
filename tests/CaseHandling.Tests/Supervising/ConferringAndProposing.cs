using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.CaseHandling.Tests.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;
using static Xinfang.CaseHandling.Tests.Supervising.People;

namespace Xinfang.CaseHandling.Tests.Supervising;

public class ConferringAndProposing
{
    private const string Government = "120104";

    private static readonly ProposalDraft Improvement = new(ProposalKind.Improvement, Organ, "告知常常超期。", "设专人登记。", null);

    [Fact, Rule("A-52")]
    public void Every_state_and_act_of_a_proposal_is_decided() => FlowChecks.EveryPairIsDecided(Proposal.Flow, In);

    [Fact, Rule("A-65")]
    public void Every_state_and_act_of_a_meeting_is_decided() => FlowChecks.EveryPairIsDecided(Meeting.Flow, status => status switch
    {
        MeetingStatus.Held => Done(Called().Hold(OfficeHead, "纪要。", [new(1, "查清责任。", Organ, new(2026, 3, 20))], _ => true, At(2026, 3, 9))),
        MeetingStatus.Cancelled => Done(Called().Cancel(OfficeHead, "改期。", At(2026, 3, 9))),
        _ => Called(),
    });

    [Fact, Rule("A-65")]
    public void Every_state_and_act_of_a_task_is_decided() => FlowChecks.EveryPairIsDecided(FollowUp.Flow, status =>
    {
        var task = Task();
        if (status >= FollowUpStatus.Reported) Done(task.Report(OrganOfficer, "已经查清。", At(2026, 3, 12)));
        if (status is FollowUpStatus.Done) Done(task.Confirm(Supervisor, "属实。", At(2026, 3, 13)));
        return task;
    });

    [Fact, Rule("A-50")]
    public void Every_state_and_act_of_a_measure_is_decided() => FlowChecks.EveryPairIsDecided(Measure.Flow, status =>
    {
        var measure = Imposed();
        if (status >= MeasureStatus.Reported) Done(measure.Report(HeadOfOrgan, "已经整改。", At(2026, 3, 12)));
        if (status is MeasureStatus.Lifted) Done(measure.Lift(OfficeHead, "整改到位。", At(2026, 3, 13)));
        return measure;
    });

    [Fact, Rule("A-52")]
    public void A_proposal_goes_to_the_right_organ()
    {
        Refused(Draft(Improvement with { Kind = ProposalKind.Policy }), "proposal.addressee", PetitionRegulations.Proposals);
        Refused(Draft(Improvement with { Kind = ProposalKind.Accountability, Consequences = "集体上访。" }), "proposal.addressee", PetitionRegulations.Proposals); // not to the organ itself
        Refused(Draft(Improvement with { Kind = ProposalKind.Accountability, Addressee = Government }), "proposal.without-consequences", PetitionRegulations.Proposals);
        Done(Draft(Improvement with { Kind = ProposalKind.Policy, Addressee = Government }));
        Done(Draft(Improvement with { Kind = ProposalKind.Accountability, Addressee = "120104-jwjw", Consequences = "造成集体上访。" }));
    }

    [Fact, Rule("A-53")]
    public void Feedback_is_owed_in_writing_within_thirty_days_and_told_late_once()
    {
        var issued = In(ProposalStatus.Issued);
        Assert.Equal(new DateOnly(2026, 4, 8), issued.DueOn); // 9 March + 30
        Refused(issued.TellOverdue(At(2026, 4, 8)), "proposal.not-overdue", PetitionRegulations.ProposalFeedback);
        Done(issued.TellOverdue(At(2026, 4, 9)));
        Refused(issued.TellOverdue(At(2026, 4, 10)), "proposal.not-overdue", PetitionRegulations.ProposalFeedback);

        Refused(issued.Answer(OrganOfficer, Adoption.Adopted, " ", null, At(2026, 4, 10)), "supervision.without-text", PetitionRegulations.Supervision);
        Refused(issued.Answer(Supervisor, Adoption.Adopted, "纸质反馈。", new(2026, 4, 11), At(2026, 4, 10)), "proposal.feedback-date", PetitionRegulations.ProposalFeedback);
        Done(issued.Answer(Supervisor, Adoption.PartlyAdopted, "纸质反馈。", new(2026, 4, 7), At(2026, 4, 10)));
        Assert.Equal((Adoption.PartlyAdopted, new DateOnly(2026, 4, 7)), (issued.Adoption, issued.AnsweredOn));
    }

    [Fact, Rule("A-65")]
    public void A_meeting_decides_who_does_what_until_when()
    {
        var known = (string code) => code.StartsWith("120104", StringComparison.Ordinal);
        Refused(Meeting.Call(Guid.CreateVersion7(), new(2026, 3, 9), "会议室", "区长", [], [Organ], known, OfficeHead, At(2026, 3, 5)), "meeting.without-agenda", PetitionRegulations.JointConference);
        var called = Done(Meeting.Call(Guid.CreateVersion7(), new(2026, 3, 9), "会议室", "区长", [new("受理争议", DisputeId: Guid.CreateVersion7())], [Organ], known, OfficeHead, At(2026, 3, 5)));
        Refused(called.Hold(OfficeHead, "纪要。", [], known, At(2026, 3, 8)), "meeting.not-yet", PetitionRegulations.JointConference);
        Refused(called.Hold(OfficeHead, "纪要。", [new(2, "由住建委受理。", Organ, new(2026, 3, 20))], known, At(2026, 3, 9)), "meeting.point", PetitionRegulations.JointConference);
        Refused(called.Hold(OfficeHead, "纪要。", [new(1, "由住建委受理。", "nowhere", new(2026, 3, 20))], known, At(2026, 3, 9)), "organ.unknown", PetitionRegulations.JointConference);
        Done(called.Hold(OfficeHead, "纪要。", [new(1, "由住建委受理。", Organ, new(2026, 3, 20))], known, At(2026, 3, 9)));

        var task = Task();
        Done(task.Report(OrganOfficer, "在办。", At(2026, 3, 12)));
        Done(task.SendBack(Supervisor, "还没有办。", new(2026, 3, 30), At(2026, 3, 13)));
        Assert.Equal((FollowUpStatus.Open, new DateOnly(2026, 3, 30)), (task.Status, task.NextOn));
    }

    private static Result<Proposal> Draft(ProposalDraft draft) => Proposal.Begin(Guid.CreateVersion7(), Story.Accepted(), draft, Government, Supervisor, At(2026, 3, 9));

    private static Proposal In(ProposalStatus status)
    {
        var proposal = Done(Draft(Improvement));
        if (status is ProposalStatus.Withdrawn) return Done(proposal.Withdraw(Supervisor, "并入另一份。", At(2026, 3, 9)));
        if (status >= ProposalStatus.Issued) Done(proposal.Issue(OfficeHead, "津南开信建〔2026〕1号", At(2026, 3, 9)));
        if (status is ProposalStatus.Answered) Done(proposal.Answer(HeadOfOrgan, Adoption.Adopted, "已设专人。", null, At(2026, 3, 10)));
        return proposal;
    }

    private static Meeting Called() => Done(Meeting.Call(Guid.CreateVersion7(), new(2026, 3, 9), "会议室", "区长", [new("排水管道的归属")], [Organ], _ => true, OfficeHead, At(2026, 3, 5)));

    private static FollowUp Task() => Done(FollowUp.Set(FollowUpSource.Meeting, Guid.CreateVersion7(), "查清责任。", Organ, new(2026, 3, 20), null, null, OfficeHead, At(2026, 3, 9)));

    private static Measure Imposed() => Done(Measure.Impose(Guid.CreateVersion7(), MeasureKind.List, Organ, null, "多次超期。", "一个月内改正。", new(2026, 4, 9), _ => true, OfficeHead, At(2026, 3, 9)));
}
