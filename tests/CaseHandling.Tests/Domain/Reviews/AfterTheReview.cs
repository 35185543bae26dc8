using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain.Reviews;

public class RedoingAnOpinion
{
    private const string SameFacts = "主管道塌陷。";

    [Fact]
    public void Starts_a_new_round_with_the_term_the_body_has_set()
    {
        var petition = Redoing();
        Assert.Equal((PetitionStatus.Accepted, null, null), (petition.Status, petition.DecidedOn, petition.CompletedOn));
        Assert.All(petition.File.Claims, claim => Assert.Null(claim.Outcome));
        Assert.Equal((new(2026, 7, 8), Terms.Redo.Code), (petition.NextDueOn, petition.NextTerm));
        Assert.Null(petition.TermOf(Terms.ReviewRequest.Code));
        Refused(petition.Extend(Head, 10, "要重新检测。", At(2026, 6, 10)), "redo.not-extended", PetitionRegulations.Review);
    }

    [Fact]
    public void May_not_repeat_the_same_result_on_the_same_facts_and_reasons()
    {
        Refused(Decide(Redoing(), SameFacts, Opinions(2)), "redo.repeats", PetitionRegulations.Review);
        Refused(Decide(Redoing(), " 主管道，塌陷 ", Opinions(2)), "redo.repeats", PetitionRegulations.Review); // punctuation is no new fact
    }

    [Fact]
    public void The_same_result_on_something_new_needs_a_statement_of_what_is_new()
    {
        var petition = Redoing();
        Refused(Decide(petition, "重新检测，主管道未塌陷，是支管断裂。", Opinions(2)), "redo.without-news", PetitionRegulations.Review);
        Refused(petition.StateNews(Officer, "有新的"), "redo.without-news", PetitionRegulations.Review);
        Done(petition.StateNews(Officer, "检测机构6月12日出具新的报告，认定支管断裂。"));
        Assert.True(Done(Decide(petition, "重新检测，主管道未塌陷，是支管断裂。", Opinions(2))).InTime);
        Assert.NotNull(petition.TermOf(Terms.ServiceOfOpinion.Code));
    }

    [Fact]
    public void Another_result_needs_none()
    {
        var petition = Redoing();
        var other = Opinions(2);
        other[0] = other[0] with { Outcome = Outcome.NotSupported };
        Done(Decide(petition, SameFacts, other));
        Done(petition.Serve(Officer, Receipt(new(2026, 6, 20)), "120104", At(2026, 6, 20)));
        Assert.Equal(new(2026, 7, 20), petition.TermOf(Terms.ReviewRequest.Code)!.DueOn); // a new opinion, a new right
        Assert.True(Done(petition.Complete(Officer, "已重新办理。", Closed with { Limbs = [.. Closed.Limbs.Select(check => check with { Applies = true, Evidence = "已说明理由。" })] }, At(2026, 6, 22))).InTime);
    }

    [Fact, Rule("A-51")]
    public void One_that_is_late_calls_for_supervision()
    {
        var petition = Redoing();
        var other = Opinions(2);
        other[0] = other[0] with { Outcome = Outcome.NotSupported };
        var late = Done(petition.Decide(Officer, SameFacts, other, "120104", At(2026, 7, 9)));
        Assert.False(late.InTime);
        Assert.Equal((SupervisionCause.CompletionOverdue, new DateOnly(2026, 7, 8)), Triggers.Of(petition, late).Select(trigger => (trigger.Cause, trigger.DueOn!.Value)).Single());
        Assert.Equal([SupervisionCause.CompletionOverdue],
            Triggers.Of(petition, new TermWarned(Terms.Redo.Code, WarningLadder.Breach, new(2026, 7, 8), new(2026, 7, 8))).Select(trigger => trigger.Cause));
    }

    [Fact]
    public void There_is_nothing_new_to_state_without_a_redo() => Refused(Accepted().StateNews(Officer, "检测机构出具了新的报告。"), "redo.none", PetitionRegulations.Review);

    private static Result<Decided> Decide(Petition petition, string facts, Claim[] decisions) => petition.Decide(Officer, facts, decisions, "120104", At(2026, 6, 18));

    private static Petition Redoing()
    {
        var petition = Completed();
        Done(petition.Redo(new(Guid.CreateVersion7(), "120104", 30), At(2026, 6, 8)));
        return petition;
    }
}

[Rule("A-46")]
public class BarringAPetition
{
    private static readonly FinalOpinion Ended = new(new(Guid.CreateVersion7()), "120104-20250102-0007", Guid.CreateVersion7(), "津政信核〔2025〕3号", new(2025, 12, 1));
    private static readonly Comparison Same = new(true, true, true, "请求、事实、理由与前件逐项相同。");

    [Fact]
    public void The_same_facts_and_reasons_after_a_recheck_are_not_accepted_again()
    {
        var petition = Received();
        var barred = Done(petition.Bar(Head, Same, Ended, At(2026, 3, 9)));
        Assert.Equal((PetitionStatus.Barred, true, "津政信核〔2025〕3号"), (petition.Status, barred.NoticeInTime, barred.RecheckNumber));
        Assert.Equal(DateOnly.MaxValue, petition.NextDueOn);
        Refused(petition.Accept(Officer, null, null, At(2026, 3, 9)), "petition.wrong-state", PetitionRegulations.Notice);
    }

    [Fact]
    public void A_lapsed_right_to_review_is_not_enough() => Refused(Received().Bar(Head, Same, null, At(2026, 3, 9)), "bar.no-recheck", PetitionRegulations.FinalBar);

    [Fact]
    public void Both_facts_and_reasons_must_be_the_same()
    {
        Refused(Received().Bar(Head, Same with { SameFacts = false }, Ended, At(2026, 3, 9)), "bar.not-the-same", PetitionRegulations.FinalBar);
        Refused(Received().Bar(Head, Same with { SameReasons = false }, Ended, At(2026, 3, 9)), "bar.not-the-same", PetitionRegulations.FinalBar);
        Refused(Received().Bar(Head, Same with { SamePetitioner = false }, Ended, At(2026, 3, 9)), "bar.not-the-same", PetitionRegulations.FinalBar);
        Refused(Received().Bar(Head, Same with { Note = "相同" }, Ended, At(2026, 3, 9)), "comparison.without-note", PetitionRegulations.FinalBar);
    }

    [Fact]
    public void A_new_fact_makes_a_new_petition_linked_to_the_old_one()
    {
        var petition = Received();
        var linked = Done(petition.LinkEarlier(Officer, Same with { SameFacts = false, Note = "2026年2月又塌陷一次，前件没有。" }, Ended, At(2026, 3, 9)));
        Assert.Equal((PetitionStatus.Received, Ended.Petition.Value, Ended), (petition.Status, linked.Earlier, petition.File.Earlier?.Ended));
        Done(petition.Accept(Officer, null, null, At(2026, 3, 10)));
        Refused(Received().LinkEarlier(Officer, Same, Ended, At(2026, 3, 9)), "link.the-same", PetitionRegulations.FinalBar);
    }
}

[Rule("A-46")]
public class CaringAfterTheEnd
{
    [Fact]
    public void The_handling_organ_names_a_contact_and_notes_what_it_did()
    {
        var care = CareAfterEnd.Open(new(Guid.CreateVersion7()), Organ, new(2026, 8, 3));
        Done(care.NameContact(Officer, "示例联系人", "022-0000 0009"));
        Done(care.Give(Officer, CareKind.Relief, new(2026, 8, 10), "帮助申请临时救助。", At(2026, 8, 11)));
        Assert.Equal(("示例联系人", CareKind.Relief), (care.File.ContactPerson, Assert.Single(care.File.Measures).Kind));
        Refused(care.Give(Officer, CareKind.Visit, new(2026, 8, 2), "走访。", At(2026, 8, 11)), "care.date", PetitionRegulations.CareAfterFinal);
        Refused(care.Give(Officer, CareKind.Visit, new(2026, 8, 9), " ", At(2026, 8, 11)), "care.without-note", PetitionRegulations.CareAfterFinal);
        Refused(care.NameContact(Officer, "", ""), "care.contact-incomplete", PetitionRegulations.CareAfterFinal);
        Refused(care.NameContact(ReviewStory.Officer, "别人", "022-0000 0009"), "care.duty-missing", PetitionRegulations.CareAfterFinal);
    }
}
