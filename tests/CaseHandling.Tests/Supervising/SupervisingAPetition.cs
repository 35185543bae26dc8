using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.CaseHandling.Tests.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;
using static Xinfang.CaseHandling.Tests.Supervising.People;

namespace Xinfang.CaseHandling.Tests.Supervising;

public class SupervisingAPetition
{
    private static readonly string[] Demands = ["十日内作出处理意见", "说明超期的原因"];

    [Fact, Rule("A-51")]
    public void Every_state_and_act_is_open_or_refused_with_an_article() => FlowChecks.EveryPairIsDecided(Supervision.Flow, In);

    [Fact]
    public void The_letter_names_its_demands_and_a_day_counted_by_the_calendar()
    {
        var opened = In(SupervisionStatus.Open);
        var term = opened.AnswerTerm(At(2026, 3, 9))!;
        Assert.Equal((new DateOnly(2026, 3, 19), new DateOnly(2026, 3, 19)), (opened.DueOn, term.DueOn)); // 9 March + 10 days
        Assert.Equal("发出督办函", term.FromEvent);
        Assert.Equal("津南开信督〔2026〕1号", opened.LetterNumber);
        Assert.Equal(Demands, opened.File.Demands);

        Refused(Proposed().Open(Supervisor, [" "], null, 10, "n", At(2026, 3, 9)), "supervision.without-demands", PetitionRegulations.Supervision);
        Refused(Proposed().Open(Supervisor, Demands, null, 61, "n", At(2026, 3, 9)), "supervision.term", PetitionRegulations.Supervision);
    }

    [Fact]
    public void It_is_pressed_again_when_the_answer_does_not_come_or_does_not_do()
    {
        var waiting = In(SupervisionStatus.Open);
        Refused(waiting.Press(Supervisor, "没有答复", 5, At(2026, 3, 19)), "supervision.not-due", PetitionRegulations.Supervision);
        Done(waiting.Press(Supervisor, "没有答复", 5, At(2026, 3, 20)));
        Assert.Equal((1, SupervisionStatus.Open, new DateOnly(2026, 3, 25)), (waiting.Pressings, waiting.Status, waiting.DueOn));

        Done(waiting.Answer(HeadOfOrgan, "已经作出处理意见。", At(2026, 3, 23)));
        Done(waiting.Press(Supervisor, "没有说明原因", 5, At(2026, 3, 23)));
        Done(waiting.Answer(OrganOfficer, "原因是鉴定用时较长。", At(2026, 3, 24)));
        Done(waiting.Close(Supervisor, "已经改正。", At(2026, 3, 25)));
        Assert.Equal((2, 2, DateOnly.MaxValue), (waiting.Pressings, waiting.File.Answers.Count, waiting.NextOn));
    }

    [Fact, Rule("A-34")]
    public void An_accusation_is_never_supervised_here()
    {
        var refusal = Refused(Supervision.Propose(Guid.CreateVersion7(), Story.Received(Category.Accusation), new(SupervisionCause.Shirking), Supervisor, At(2026, 3, 9)),
            "petition.not-found", PetitionRegulations.Accusation);
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
    }

    [Fact, Rule("A-51")]
    public void Facts_propose_supervision_by_themselves()
    {
        var late = Story.Received();
        var accepted = Done(late.Accept(Story.Officer, null, null, At(2026, 3, 30)));
        Assert.Equal([SupervisionCause.NoticeOverdue], Triggers.Of(late, accepted).Select(trigger => trigger.Cause));

        var heard = Heard();
        var decided = Done(heard.Decide(Story.Officer, "查明。", Opinions(2), "120104", At(2026, 5, 12)));
        Assert.Equal((SupervisionCause.CompletionOverdue, new DateOnly(2026, 5, 11)), Triggers.Of(heard, decided).Select(trigger => (trigger.Cause, trigger.DueOn!.Value)).Single());

        var inTime = Story.Accepted();
        Assert.Empty(Triggers.Of(inTime, new Rated("Satisfied")));
        Assert.Equal([SupervisionCause.Dissatisfied], Triggers.Of(inTime, new Rated("Dissatisfied")).Select(trigger => trigger.Cause));
        Assert.Equal([SupervisionCause.ReportMissing],
            Triggers.Of(inTime, new TermWarned(Terms.AssignmentReport.Code, WarningLadder.Breach, new(2026, 5, 20), new(2026, 5, 20))).Select(trigger => trigger.Cause));
        Assert.Empty(Triggers.Of(inTime, new TermWarned(Terms.AssignmentReport.Code, 99, new(2026, 5, 20), new(2026, 5, 20))));
        Assert.Equal([SupervisionCause.NotExecuted], Triggers.Of(inTime, new EnforcementRefused(1, 1, new(2026, 5, 20))).Select(trigger => trigger.Cause));
        Assert.Equal([SupervisionCause.NotExecuted],
            Triggers.Of(inTime, new TermWarned(Terms.Enforcement.Code, WarningLadder.Breach, new(2026, 5, 20), new(2026, 5, 20))).Select(trigger => trigger.Cause));
        Assert.Equal([SupervisionCause.Perfunctory, SupervisionCause.ProcedureSkipped], Triggers.Of(inTime, new DefectsFound(["H03", "H04", "H05"])).Select(trigger => trigger.Cause));
        Assert.Empty(Triggers.Of(inTime, new DefectsFound(["H05"])));
        Assert.Empty(Triggers.Of(inTime, new TermWarned(Terms.ServiceOfOpinion.Code, WarningLadder.Breach, new(2026, 5, 20), new(2026, 5, 20))));
    }

    [Fact, Rule("A-51")]
    public void Twice_refused_or_twice_returned_is_shirking()
    {
        var petition = Story.Received();
        Assert.Empty(Triggers.Of(petition, Refuse()));
        Assert.Equal([(SupervisionCause.Shirking, 2)], Triggers.Of(petition, Refuse()).Select(trigger => (trigger.Cause, trigger.Count!.Value)));

        ContestationDecided Refuse()
        {
            Done(petition.Contest(Story.Officer, "该处管道由城管委负责养护，不归本单位。", null, At(2026, 3, 9)));
            return Done(petition.DecideContestation(Story.Overseer, agreed: false, "归本单位。", At(2026, 3, 9)));
        }
    }

    [Fact]
    public void The_flow_is_as_documented() => Approved.Document("docs/supervision-flow.md",
        "# Supervision flows\n\nKept equal to `CaseHandling.Domain/Supervising` by a test. One table per aggregate; *who* is any one of the capacities.\n\n" + string.Concat(SupervisingFlows.All));

    internal static Supervision Proposed() =>
        Done(Supervision.Propose(Guid.CreateVersion7(), Story.Accepted(), new(SupervisionCause.CompletionOverdue, Terms.Completion.Code, new(2026, 5, 10), new(2026, 5, 11)), Person.System, At(2026, 3, 9)));

    private static Supervision In(SupervisionStatus status)
    {
        var supervision = Proposed();
        if (status is SupervisionStatus.Dismissed) return Done(supervision.Dismiss(Supervisor, "已经办理。", At(2026, 3, 9)));
        if (status >= SupervisionStatus.Open) Done(supervision.Open(Supervisor, Demands, null, 10, "津南开信督〔2026〕1号", At(2026, 3, 9)));
        if (status >= SupervisionStatus.Answered) Done(supervision.Answer(OrganOfficer, "已经办理。", At(2026, 3, 12)));
        if (status is SupervisionStatus.Closed) Done(supervision.Close(Supervisor, "已经改正。", At(2026, 3, 13)));
        return supervision;
    }
}
