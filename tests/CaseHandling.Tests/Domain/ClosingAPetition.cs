using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

[Rule("A-30")]
public class CheckingTheFourDuties
{
    private static Closing With(Limb limb, bool applies, string? evidence) =>
        Closed with { Limbs = [.. Closed.Limbs.Where(check => check.Limb != limb), new LimbCheck(limb, applies, evidence)] };

    [Fact]
    public void Every_one_is_answered_before_the_file_is_closed() =>
        Refused(Served().Complete(Officer, "已修好。", Closed with { Limbs = [.. Closed.Limbs.Take(3)] }, At(2026, 5, 6)), "completion.limb-unchecked", PetitionRegulations.FourDuties);

    [Fact]
    public void What_applies_is_shown_by_evidence() =>
        Refused(Served().Complete(Officer, "已修好。", With(Limb.Relieve, true, " "), At(2026, 5, 6)), "completion.limb-without-evidence", PetitionRegulations.FourDuties);

    [Fact]
    public void A_supported_claim_is_a_problem_to_be_solved() =>
        Refused(Served().Complete(Officer, "已修好。", With(Limb.Resolve, false, null), At(2026, 5, 6)), "completion.limb-needed", PetitionRegulations.FourDuties);

    [Fact]
    public void Who_is_not_supported_has_it_explained()
    {
        var petition = Heard(claims: 1);
        Done(petition.Decide(Officer, "不符合规定。", [new(1, Outcome.NotSupported, "没有依据。", "《物业管理条例》")], "120104", At(2026, 4, 27)));
        Done(petition.Serve(Officer, Receipt(new(2026, 4, 29)), "120104", At(2026, 4, 29)));
        Refused(petition.Complete(Officer, "已答复。", Closed, At(2026, 5, 6)), "completion.limb-needed", PetitionRegulations.FourDuties);
        Done(petition.Complete(Officer, "已答复。", With(Limb.Educate, true, "当面讲清了规定。"), At(2026, 5, 6)));
    }

    [Fact, Rule("A-56"), Rule("A-66")]
    public void Where_it_was_settled_and_what_had_caused_it_are_told()
    {
        Refused(Served().Complete(Officer, "已修好。", Closed with { Level = null }, At(2026, 5, 6)), "completion.without-level", PetitionRegulations.FourDuties);
        Refused(Served().Complete(Officer, "已修好。", Closed with { Cause = null }, At(2026, 5, 6)), "completion.without-cause", PetitionRegulations.Causes);
        var completed = Done(Served().Complete(Officer, "已修好。", Closed, At(2026, 5, 6)));
        Assert.Equal((ClosingLevel.District, RootCause.FailedToAct), (completed.Level, completed.Cause));
    }

    [Fact, Rule("A-47")]
    public void The_means_are_kept_as_they_are_used()
    {
        var petition = Accepted();
        Refused(petition.TakeMeasure(Officer, Means.Relief, new(2026, 3, 16), "", At(2026, 3, 16)), "measure.without-note", PetitionRegulations.Resolution);
        Refused(petition.TakeMeasure(Officer, Means.Relief, new(2026, 3, 4), "协助申请。", At(2026, 3, 16)), "measure.date", PetitionRegulations.Resolution);
        Done(petition.TakeMeasure(Officer, Means.Relief, new(2026, 3, 16), "协助申请临时救助。", At(2026, 3, 16)));
        Assert.Equal(Means.Relief, Assert.Single(petition.File.Measures).Measure);
    }
}

[Rule("A-40")]
public class EnforcingWhatWasSupported
{
    [Fact]
    public void Every_supported_claim_is_owed_from_the_service_on()
    {
        var petition = Served();
        Assert.Equal([1, 2], petition.File.Enforcements.Select(each => each.Claim));
        Assert.Equal(new DateOnly(2026, 5, 29), petition.TermOf(Terms.Enforcement.Code)!.DueOn);
    }

    [Fact]
    public void It_is_followed_beyond_completion_until_the_last_is_done()
    {
        var petition = Completed();
        Assert.True(Done(petition.Enforce(Officer, 1, new(2026, 5, 10), "验收单。", At(2026, 5, 10))) is { Left: 1, InTime: true });
        Refused(petition.Enforce(Officer, 1, new(2026, 5, 10), "验收单。", At(2026, 5, 10)), "enforcement.unknown", PetitionRegulations.Enforcement);
        Done(petition.Enforce(Officer, 2, new(2026, 5, 12), "收条。", At(2026, 5, 12)));
        Assert.Null(petition.NextTerm);
        Refused(petition.Enforce(Officer, 2, new(2026, 5, 12), "收条。", At(2026, 5, 12)), "enforcement.nothing", PetitionRegulations.Enforcement);
    }

    [Fact]
    public void Once_overdue_it_is_told()
    {
        var petition = Completed();
        Assert.Contains(petition.TellTerms(At(2026, 5, 30)), told => told is { Term: "enforcement", Overdue: true });
    }

    [Fact]
    public void A_plan_moves_the_day_with_its_reason()
    {
        var petition = Completed();
        Refused(petition.PlanEnforcement(Officer, 1, new(2026, 5, 5), "分期。", At(2026, 5, 6)), "enforcement.date-past", PetitionRegulations.Enforcement);
        Refused(petition.PlanEnforcement(Officer, 1, new(2026, 6, 30), "", At(2026, 5, 6)), "enforcement.without-plan", PetitionRegulations.Enforcement);
        Done(petition.PlanEnforcement(Officer, 1, new(2026, 6, 30), "汛期前换管。", At(2026, 5, 6)));
        Assert.Equal(new DateOnly(2026, 5, 29), petition.NextDueOn); // the second is nearer
        Done(petition.Enforce(Officer, 2, new(2026, 5, 12), "收条。", At(2026, 5, 12)));
        Assert.Equal(new DateOnly(2026, 6, 30), petition.NextDueOn);
    }

    [Fact, Rule("A-51")]
    public void A_refusal_is_recorded_once_and_it_stays_owed()
    {
        var petition = Completed();
        Refused(petition.RefuseEnforcement(Officer, 1, "", At(2026, 5, 10)), "enforcement.refused-without-reason", PetitionRegulations.Causes);
        Done(petition.RefuseEnforcement(Officer, 1, "产权单位称没有资金。", At(2026, 5, 10)));
        Refused(petition.RefuseEnforcement(Officer, 1, "产权单位称没有资金。", At(2026, 5, 11)), "enforcement.refused-before", PetitionRegulations.Causes);
        Assert.Equal(2, petition.File.Enforcements.Count(each => each.IsOpen()));
    }

    [Fact]
    public void Done_means_shown_and_not_before_the_opinion()
    {
        Refused(Completed().Enforce(Officer, 1, new(2026, 5, 7), "", At(2026, 5, 7)), "enforcement.without-evidence", PetitionRegulations.Enforcement);
        Refused(Completed().Enforce(Officer, 1, new(2026, 4, 26), "验收单。", At(2026, 5, 7)), "enforcement.date", PetitionRegulations.Enforcement);
    }
}

public class EndingWithoutAnAnswer
{
    [Fact]
    public void A_withdrawal_stops_what_is_owed_and_is_noted_once()
    {
        var petition = Withdrawn();
        Assert.Null(petition.NextTerm);
        Assert.Null(petition.Withdraw(At(2026, 3, 21)));
        Assert.Null(Completed().Withdraw(At(2026, 5, 21)));
    }

    [Fact]
    public void A_termination_is_the_heads_and_says_why()
    {
        Assert.Equal(RefusalKind.Forbidden, Refused(Accepted().Terminate(Officer, TerminationGround.PetitionerDied, "死亡证明。", At(2026, 3, 20)), "duty.missing", PetitionRegulations.Completion).Kind);
        Refused(Accepted().Terminate(Head, TerminationGround.PetitionerDied, "", At(2026, 3, 20)), "termination.without-reason", PetitionRegulations.Completion);
        Assert.Null(Terminated().NextTerm);
    }
}

public class ReopeningAPetition
{
    [Fact]
    public void Is_the_petitioners_within_the_window_for_rating()
    {
        var petition = Completed(); // served on 29 April: 29 May
        Assert.Equal(RefusalKind.Forbidden, Refused(petition.Reopen(Officer, "还是返水。", At(2026, 5, 20)), "duty.missing", PetitionRegulations.Rating).Kind);
        Refused(petition.Reopen(Actor.Petitioner, "不", At(2026, 5, 29)), "reopening.without-reason", PetitionRegulations.Rating);
        Refused(Completed().Reopen(Actor.Petitioner, "还是返水，没有修好。", At(2026, 6, 1)), "reopening.too-late", PetitionRegulations.Rating);

        var reopened = Done(petition.Reopen(Actor.Petitioner, "还是返水，没有修好。", At(2026, 5, 29)));

        Assert.Equal(PetitionStatus.Accepted, petition.Status);
        Assert.Equal(new DateOnly(2026, 7, 28), reopened.Answer.StrictDueOn);
    }

    [Fact]
    public void Keeps_what_was_before_and_asks_for_everything_again()
    {
        var petition = Completed();
        Done(petition.Reopen(Actor.Petitioner, "还是返水，没有修好。", At(2026, 5, 20)));
        var earlier = Assert.Single(petition.File.Reopenings);
        Assert.Equal(2, earlier.Claims.Count(claim => claim.Outcome is Outcome.Supported));
        Assert.Single(earlier.Statements);
        Refused(petition.Decide(Officer, "复勘。", Opinions(2), "120104", At(2026, 6, 20)), "opinion.without-statement", PetitionRegulations.Hearing);
        Assert.Equal(Officer.Id, petition.FirstHandler);
    }
}
