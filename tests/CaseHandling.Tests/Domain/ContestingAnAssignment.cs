using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

public class ContestingAnAssignment
{
    private const string Reason = "该处管道由城管委负责养护，不归本单位。";

    [Fact, Rule("A-23")]
    public void Is_open_up_to_the_fifth_working_day()
    {
        var petition = Received();
        var contested = Done(petition.Contest(Officer, Reason, "120104-cgw", At(2026, 3, 12)));
        Assert.Equal((PetitionStatus.Contested, "120104-cgw"), (petition.Status, contested.ProposedOrgan));
    }

    [Fact, Rule("A-23")]
    public void Is_closed_on_the_sixth()
    {
        var refusal = Refused(Received().Contest(Officer, Reason, null, At(2026, 3, 13)), "contestation.too-late", PetitionRegulations.Contest);
        Assert.Equal("5个工作日已过，3月12日截止。", refusal.Message);
    }

    [Fact]
    public void A_make_up_sunday_is_a_working_day()
    {
        Petition Of20January() => Petition.Receive(Routing(), At(2025, 1, 20)).Petition;

        Done(Of20January().Contest(Officer, Reason, null, At(2025, 1, 26)));
        Refused(Of20January().Contest(Officer, Reason, null, At(2025, 1, 27)), "contestation.too-late", PetitionRegulations.Contest);
    }

    [Theory, Rule("A-23")]
    [InlineData("")]
    [InlineData("不归我们。")]
    public void Needs_detailed_reasons(string reason) =>
        Refused(Received().Contest(Officer, reason, null, At(2026, 3, 9)), "contestation.without-reason", PetitionRegulations.Contest);

    [Fact]
    public void Cannot_propose_itself() =>
        Refused(Received().Contest(Officer, Reason, Organ, At(2026, 3, 9)), "contestation.own-organ", PetitionRegulations.Contest);

    [Fact]
    public void Cannot_follow_acceptance() =>
        Refused(Accepted().Contest(Officer, Reason, null, At(2026, 3, 12)), "petition.wrong-state", PetitionRegulations.Contest);

    [Fact]
    public void Does_not_stop_the_term_for_the_notice()
    {
        var petition = Contested();
        Assert.Equal((Terms.Notice.Code, new DateOnly(2026, 3, 20)), (petition.NextTerm, petition.NextDueOn));
    }

    [Fact, Rule("A-23")]
    public void Is_decided_by_the_head_of_the_office_alone()
    {
        Refused(Contested().DecideContestation(Officer, true, "同意。", At(2026, 3, 10)), "duty.missing", PetitionRegulations.Contest);
        Refused(Contested().DecideContestation(Overseer, true, "", At(2026, 3, 10)), "contestation.decision-without-reason", PetitionRegulations.Contest);
    }

    [Fact]
    public void Agreed_returns_the_petition_and_ends_the_organs_terms()
    {
        var petition = Returned();
        Assert.Equal((PetitionStatus.Returned, (string?)null, (DateOnly?)null), (petition.Status, petition.NextTerm, petition.WatchOn));
    }

    [Fact]
    public void Refused_leaves_it_with_the_organ_whose_terms_have_run_on()
    {
        var petition = Contested();
        Done(petition.DecideContestation(Overseer, agreed: false, "属于本单位职权。", At(2026, 3, 16)));

        Assert.Equal((PetitionStatus.Received, new DateOnly(2026, 3, 20)), (petition.Status, petition.NextDueOn));
        Done(petition.Accept(Officer, null, null, At(2026, 3, 17)));
    }

    [Fact]
    public void Nothing_else_can_be_done_meanwhile() =>
        Refused(Contested().Accept(Officer, null, null, At(2026, 3, 10)), "petition.wrong-state", PetitionRegulations.Notice);
}
