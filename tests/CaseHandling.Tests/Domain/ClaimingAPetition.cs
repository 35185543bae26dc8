using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

public class ClaimingAPetition
{
    [Fact]
    public void Makes_the_officer_the_one_in_charge()
    {
        var petition = Received();
        Done(petition.Claim(Officer));
        Assert.Equal(Officer.Id, petition.Officer);
    }

    [Fact]
    public void Cannot_happen_twice()
    {
        var petition = Received();
        Done(petition.Claim(Officer));
        Refused(petition.Claim(Colleague), "petition.already-claimed", PetitionRegulations.Diligence);
    }

    [Fact]
    public void Is_not_for_the_head() => Assert.Equal(RefusalKind.Forbidden,
        Refused(Received().Claim(Head), "duty.missing", PetitionRegulations.Recusal).Kind);

    [Fact]
    public void An_officer_who_accepts_without_claiming_is_in_charge_too() => Assert.Equal(Officer.Id, Accepted().Officer);
}

public class StandingAside
{
    [Fact, Rule("A-32")]
    public void An_interested_officer_must_not_act_any_more()
    {
        var petition = Received();
        Done(petition.Claim(Officer));

        var recused = Done(petition.Recuse(Officer, Officer.Id, "信访人是本人亲属。"));

        Assert.True(recused.ClaimReleased);
        Assert.False(petition.IsClaimed());
        Assert.Equal(RefusalKind.NotFound, Refused(petition.Accept(Officer, null, null, At(2026, 3, 11)), "petition.officer-recused", PetitionRegulations.Recusal).Kind);
        Done(petition.Accept(Colleague, null, null, At(2026, 3, 11)));
    }

    [Fact]
    public void The_head_decides_for_others_an_officer_only_for_himself()
    {
        Refused(Received().Recuse(Officer, Colleague.Id, "有亲属关系。"), "recusal.of-another", PetitionRegulations.Recusal);
        Done(Received().Recuse(Head, Officer.Id, "有亲属关系。"));
    }

    [Fact]
    public void Needs_a_reason_and_happens_once()
    {
        var petition = Accepted();
        Refused(petition.Recuse(Officer, Officer.Id, " "), "recusal.without-reason", PetitionRegulations.Recusal);
        Done(petition.Recuse(Head, Colleague.Id, "有亲属关系。"));
        Refused(petition.Recuse(Head, Colleague.Id, "有亲属关系。"), "petition.already-recused", PetitionRegulations.Recusal);
    }

    [Fact]
    public void Leaves_the_petition_to_be_claimed_by_a_colleague_even_while_it_is_handled()
    {
        var petition = Accepted();
        Done(petition.Recuse(Officer, Officer.Id, "有亲属关系。"));
        Done(petition.Claim(Colleague));
        Assert.Equal(Colleague.Id, petition.Officer);
    }

    [Fact, Rule("A-32")]
    public void Holds_in_every_later_act()
    {
        var petition = Decided();
        Done(petition.Recuse(Head, Officer.Id, "有亲属关系。"));
        Refused(petition.Serve(Officer, Receipt(new(2026, 4, 29)), "120104", At(2026, 4, 29)), "petition.officer-recused", PetitionRegulations.Recusal);
    }
}
