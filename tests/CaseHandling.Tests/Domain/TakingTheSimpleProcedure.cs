using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

/// <summary>Acceptance scenario 13: on a first, clear petition 3 and 10 working days; on a repeat or an assigned one never.</summary>
public class TakingTheSimpleProcedure
{
    private static readonly SimpleAnswers Clear = new(SimpleGround.ClearAndSmall, null, false, false, false, false, PaperWanted: false);

    public static TheoryData<string> Exclusions => [.. Excluded.Keys];

    private static readonly Dictionary<string, SimpleAnswers> Excluded = new()
    {
        ["simple.statutory-road"] = Clear with { StatutoryRoad = true },
        ["simple.likely-not-supported"] = Clear with { LikelyNotSupported = true },
        ["simple.several-organs"] = Clear with { SeveralOrgans = true },
        ["simple.grave"] = Clear with { Grave = true },
    };

    private static Petition Chosen()
    {
        var petition = Received();
        Done(petition.ChooseSimple(Officer, Clear, On(ReceivedOn)));
        return petition;
    }

    [Fact, Rule("C-01"), Rule("C-05")]
    public void A_first_and_clear_petition_is_accepted_or_not_within_three_working_days()
    {
        var petition = Received();
        var chosen = Done(petition.ChooseSimple(Officer, Clear, On(ReceivedOn)));
        Assert.True(petition.Simple);
        Assert.Equal(new DateOnly(2026, 3, 10), chosen.Accept.DueOn); // Thursday 5 March: Friday, Monday, Tuesday
    }

    [Fact, Rule("C-06")]
    public void And_answered_within_ten_working_days_of_acceptance()
    {
        var petition = Chosen();
        var accepted = Done(petition.Accept(Officer, null, null, At(2026, 3, 9)));
        Assert.Equal(new DateOnly(2026, 3, 23), accepted.Simple!.DueOn);
        Assert.Equal(new DateOnly(2026, 3, 9), petition.TermOf(Terms.SimpleAccept.Code)!.DoneOn);
        Assert.Equal(Terms.SimpleComplete.Code, petition.NextTerm);
    }

    [Theory, Rule("C-02")]
    [MemberData(nameof(Exclusions))]
    public void What_the_measures_exclude_is_refused(string code) =>
        Refused(Received().ChooseSimple(Officer, Excluded[code], On(ReceivedOn)), code, SimpleProcedure.Exclusions);

    [Fact, Rule("C-01")]
    public void A_repeat_is_never_simple()
    {
        var petition = Petition.Receive(Routing() with { Repeat = true }, On(ReceivedOn)).Petition;
        Refused(petition.ChooseSimple(Officer, Clear, On(ReceivedOn)), "simple.repeat", SimpleProcedure.Scope);
    }

    [Fact, Rule("C-02")]
    public void An_assigned_one_is_never_simple() =>
        Refused(Assigned().ChooseSimple(Officer, Clear, On(ReceivedOn)), "simple.assigned", SimpleProcedure.Exclusions);

    [Fact, Rule("C-02")]
    public void An_urgent_one_is_never_simple() =>
        Refused(Petition.Receive(Routing() with { Urgent = true }, On(ReceivedOn)).Petition.ChooseSimple(Officer, Clear, On(ReceivedOn)), "simple.grave", SimpleProcedure.Exclusions);

    [Fact, Rule("C-01")]
    public void Another_ground_must_be_told() =>
        Refused(Received().ChooseSimple(Officer, Clear with { Ground = SimpleGround.Other }, On(ReceivedOn)), "simple.without-reason", SimpleProcedure.Scope);

    [Fact, Rule("C-03")]
    public void It_is_the_competent_organ_that_decides() =>
        Assert.Equal(RefusalKind.Forbidden, Refused(Received().ChooseSimple(Overseer, Clear, On(ReceivedOn)), "duty.missing", SimpleProcedure.Scope).Kind);

    [Fact, Rule("C-05")]
    public void After_three_working_days_it_is_too_late() =>
        Refused(Received().ChooseSimple(Officer, Clear, At(2026, 3, 11)), "simple.too-late", SimpleProcedure.Scope);

    [Fact, Rule("C-08")]
    public void A_switch_keeps_the_ordinary_dates_and_there_is_no_way_back()
    {
        var (simple, ordinary) = (Chosen(), Received());
        Done(simple.Accept(Officer, null, null, At(2026, 3, 9)));
        Done(ordinary.Accept(Officer, null, null, At(2026, 3, 9)));
        Done(simple.LeaveSimple(Officer, "要做鉴定，十个工作日办不完。", At(2026, 3, 20)));

        Assert.Equal(ordinary.TermOf(Terms.Completion.Code)!.DueOn, simple.TermOf(Terms.Completion.Code)!.DueOn);
        Assert.Null(simple.TermOf(Terms.SimpleComplete.Code));
        Assert.Equal(ordinary.NextDueOn, simple.NextDueOn);
        Refused(simple.LeaveSimple(Officer, "再转一次。", At(2026, 3, 20)), "simple.not-chosen", SimpleProcedure.Exclusions);
    }

    [Fact, Rule("C-08")]
    public void A_switch_before_acceptance_keeps_the_fifteen_days()
    {
        var petition = Chosen();
        Refused(petition.LeaveSimple(Officer, "", At(2026, 3, 6)), "simple.left-without-reason", SimpleProcedure.Exclusions);
        Done(petition.LeaveSimple(Officer, "涉及两个单位。", At(2026, 3, 6)));
        Assert.Equal(Terms.Notice.Code, petition.NextTerm);
        Refused(petition.ChooseSimple(Officer, Clear, At(2026, 3, 6)), "simple.left-before", SimpleProcedure.Exclusions);
    }

    [Fact, Rule("C-07")]
    public void The_answer_may_be_given_by_telephone_unless_paper_is_wanted()
    {
        Done(Answered(Clear).Serve(Officer, Receipt(new(2026, 3, 20), ServiceMethod.Phone), "120104", At(2026, 3, 20)));
        Refused(Answered(Clear with { PaperWanted = true }).Serve(Officer, Receipt(new(2026, 3, 20), ServiceMethod.Phone), "120104", At(2026, 3, 20)),
            "service.phone-not-simple", SimpleProcedure.Scope);
        Refused(Decided().Serve(Officer, Receipt(new(2026, 4, 29), ServiceMethod.Phone), "120104", At(2026, 4, 29)), "service.phone-not-simple", SimpleProcedure.Scope);
    }

    [Fact, Rule("C-06"), Rule("C-09")]
    public void Missing_the_ten_days_is_told_to_the_organ()
    {
        var petition = Chosen();
        Done(petition.Accept(Officer, null, null, At(2026, 3, 9)));
        Assert.Contains(petition.TellTerms(At(2026, 3, 24)), told => told is { Term: "simple-complete", Overdue: true });
    }

    [Fact, Rule("C-06")]
    public void The_opinion_ends_both_terms()
    {
        var petition = Answered(Clear);
        Assert.Equal(new DateOnly(2026, 3, 19), petition.TermOf(Terms.SimpleComplete.Code)!.DoneOn);
        Assert.Equal(new DateOnly(2026, 3, 19), petition.TermOf(Terms.Completion.Code)!.DoneOn);
    }

    private static Petition Answered(SimpleAnswers answers)
    {
        var petition = Received();
        Done(petition.ChooseSimple(Officer, answers, On(ReceivedOn)));
        Done(petition.Accept(Officer, null, null, At(2026, 3, 9)));
        Done(petition.HearStatement(Officer, new(2026, 3, 10), StatementWay.Phone, "电话听取。", At(2026, 3, 10)));
        Done(petition.Decide(Officer, "路灯不亮。", Opinions(2), "120104", At(2026, 3, 19)));
        return petition;
    }
}
