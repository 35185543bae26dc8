using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Domain;

public class RoutingAPetition
{
    [Fact, Rule("A-15"), Rule("A-16")]
    public void Forwarding_gives_it_to_the_organ()
    {
        var petition = Given.Forwarded();
        Assert.Equal((PetitionStatus.Forwarded, "120104-zjw", 1), (petition.Status, petition.Organ, petition.Round));
        Assert.Equal(new DateOnly(2026, 3, 4), petition.FirstRoutedOn);
    }

    [Fact]
    public void Comes_after_classification()
    {
        var refusal = Given.No(Given.Registered().Forward(Given.Housing, Given.Reason, "clerk", Given.On(2026, 3, 4)));
        Assert.Equal(("petition.wrong-state", RefusalKind.Conflict, PetitionRegulations.Forwarding), (refusal.Code, refusal.Kind, refusal.Basis));
        Assert.Contains("先分类", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Happens_once()
    {
        var refusal = Given.No(Given.Forwarded().Forward(Given.Urban, Given.Reason, "clerk", Given.On(2026, 3, 5)));
        Assert.Equal("petition.wrong-state", refusal.Code);
    }

    [Fact, Rule("A-14"), Rule("P-03")]
    public void On_the_last_day_it_is_in_time() =>
        Assert.False(Given.Done(Given.Classified().Forward(Given.Housing, Given.Reason, "clerk", Given.On(2026, 3, 17, hour: 23))).Late);

    [Fact, Rule("A-14")]
    public void After_the_last_day_it_is_still_open_and_marked_late()
    {
        var petition = Given.Classified();
        Assert.True(Given.Done(petition.Forward(Given.Housing, Given.Reason, "clerk", Given.On(2026, 3, 18))).Late);
        Assert.True(petition.Routings[0].Late);
    }

    [Fact]
    public void A_second_routing_is_not_late_by_the_first_term() =>
        Assert.False(Given.Done(Given.Returned().Forward(Given.Urban, Given.Reason, "clerk", Given.On(2026, 4, 1))).Late);

    [Fact, Rule("A-19"), Rule("A-34")]
    public void An_accusation_goes_to_the_disciplinary_organ_only()
    {
        var refusal = Given.No(Given.Classified(Category.Accusation).Forward(Given.Housing, Given.Reason, "clerk", Given.On(2026, 3, 4)));
        Assert.Equal(("petition.accusation-to-discipline-only", "《信访工作条例》第二十二条第二款"), (refusal.Code, refusal.Basis!.ToString()));
        Given.Done(Given.Classified(Category.Accusation).Forward(Given.Discipline, Given.Reason, "clerk", Given.On(2026, 3, 4)));
    }

    [Fact]
    public void An_unknown_organ_is_refused() => Assert.Equal("organ.unknown",
        Given.No(Given.Classified().Forward(new("120104-xxx", false, false, false, null), Given.Reason, "clerk", Given.On(2026, 3, 4))).Code);

    [Fact]
    public void A_superior_organ_is_refused() => Assert.Equal("organ.outside-district",
        Given.No(Given.Classified().Forward(new("120104", true, false, false, null), Given.Reason, "clerk", Given.On(2026, 3, 4))).Code);

    [Fact, Rule("A-26")]
    public void For_an_abolished_organ_the_successor_is_named()
    {
        var refusal = Given.No(Given.Classified().Forward(new("120104-wjsw", true, false, false, "区卫健委"), Given.Reason, "clerk", Given.On(2026, 3, 4)));
        Assert.Equal(("organ.succeeded", PetitionRegulations.Succession), (refusal.Code, refusal.Basis));
        Assert.Contains("区卫健委", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(""), InlineData("  因 "), InlineData("不要")]
    public void Needs_a_reason_that_the_petitioner_can_read(string reason) => Assert.Equal("petition.reason-missing",
        Given.No(Given.Classified().Forward(Given.Housing, reason, "clerk", Given.On(2026, 3, 4))).Code);

    [Fact]
    public void Does_not_go_back_to_the_organ_that_returned_it()
    {
        var refusal = Given.No(Given.Returned().Forward(Given.Housing, Given.Reason, "clerk", Given.On(2026, 3, 10)));
        Assert.Equal(("petition.returned-by-this-organ", PetitionRegulations.Contest), (refusal.Code, refusal.Basis));
    }

    [Fact, Rule("A-17")]
    public void Assigning_sets_a_day_for_the_report()
    {
        var petition = Given.Classified();
        var fact = Given.Done(petition.Assign(Given.Housing, Given.Reason, 10, "请查明维修责任。", "clerk", Given.On(2026, 3, 4)));
        Assert.True(fact.IsAssignment);
        Assert.Equal((new DateOnly(2026, 3, 14), new DateOnly(2026, 3, 16)), (fact.Report!.StrictDueOn, fact.Report.DueOn)); // a Saturday rolls
        Assert.Equal(PetitionRegulations.ForwardingWithReport, fact.Report.Term.Basis);
    }

    [Theory, InlineData(0), InlineData(61), InlineData(-1)]
    public void Assigning_needs_one_to_sixty_days(int days)
    {
        var refusal = Given.No(Given.Classified().Assign(Given.Housing, Given.Reason, days, "请查明维修责任。", "clerk", Given.On(2026, 3, 4)));
        Assert.Equal(("petition.report-days", PetitionRegulations.ForwardingWithReport), (refusal.Code, refusal.Basis));
    }

    [Fact]
    public void Assigning_says_what_it_demands() => Assert.Equal("petition.demand-missing",
        Given.No(Given.Classified().Assign(Given.Housing, Given.Reason, 10, "", "clerk", Given.On(2026, 3, 4))).Code);
}
