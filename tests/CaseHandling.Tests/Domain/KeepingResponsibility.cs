using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

/// <summary>Acceptance scenario 11, and the responsibility of whoever handled first.</summary>
public class KeepingResponsibility
{
    [Fact]
    public void No_hand_over_clears_the_first_handler()
    {
        var petition = Accepted();
        Done(petition.HandOver(Head, Colleague.Id, "岗位调整。", At(2026, 3, 16)));
        Assert.Equal((Officer.Id, Colleague.Id), (petition.FirstHandler, petition.Officer));
        Done(petition.HandOver(Colleague, new("120104-zjw.third"), "请假。", At(2026, 3, 17)));
        Assert.Equal(Officer.Id, petition.FirstHandler);
        Assert.Equal(2, petition.File.HandOvers.Count);
    }

    [Fact]
    public void A_hand_over_is_the_officers_own_or_the_heads_and_stays_in_the_organ()
    {
        Refused(Accepted().HandOver(Colleague, Colleague.Id, "我来办。", At(2026, 3, 16)), "hand-over.of-another", PetitionRegulations.Diligence);
        Refused(Accepted().HandOver(Officer, new("120104-cgw.officer"), "归它。", At(2026, 3, 16)), "hand-over.outside", PetitionRegulations.Diligence);
        Refused(Accepted().HandOver(Officer, Officer.Id, "还是我。", At(2026, 3, 16)), "hand-over.same", PetitionRegulations.Diligence);
        Refused(Accepted().HandOver(Officer, Colleague.Id, "", At(2026, 3, 16)), "hand-over.without-reason", PetitionRegulations.Diligence);
        Refused(Received().HandOver(Head, Colleague.Id, "派给他。", At(2026, 3, 6)), "hand-over.unclaimed", PetitionRegulations.Diligence);
    }

    [Fact, Rule("A-32")]
    public void Nobody_with_an_interest_is_given_it()
    {
        var petition = Accepted();
        Done(petition.NameConcerned(Head, [Colleague.Id.Value], "反映的就是他。", At(2026, 3, 16)));
        Refused(petition.HandOver(Head, Colleague.Id, "派给他。", At(2026, 3, 16)), "hand-over.interested", PetitionRegulations.Recusal);
    }

    [Fact, Rule("A-32")]
    public void Whoever_the_office_says_it_is_about_cannot_claim_it()
    {
        var petition = Petition.Receive(Routing() with { Concerned = [Officer.Id.Value] }, On(ReceivedOn)).Petition;
        Refused(petition.Claim(Officer), "petition.officer-recused", PetitionRegulations.Recusal);
        Done(petition.Claim(Colleague));
    }

    [Fact, Rule("A-32")]
    public void Whoever_turns_out_to_be_concerned_loses_it_at_once()
    {
        var petition = Accepted();
        var named = Done(petition.NameConcerned(Officer, [Officer.Id.Value, " "], "信访人指的是我。", At(2026, 3, 16)));
        Assert.Equal((1, true), (named.Count, named.ClaimReleased));
        Assert.Equal(Officer.Id, petition.FirstHandler); // still responsible, no longer in charge
        Refused(petition.NameConcerned(Head, [Officer.Id.Value], "再记一次。", At(2026, 3, 16)), "concerned.nobody", PetitionRegulations.Recusal);
        Refused(petition.NameConcerned(Head, [Colleague.Id.Value], "", At(2026, 3, 16)), "recusal.without-reason", PetitionRegulations.Recusal);
    }

    [Fact, Rule("A-32")]
    public void Whoever_had_it_in_hand_is_known_to_a_later_review()
    {
        var petition = Accepted();
        Done(petition.HandOver(Head, Colleague.Id, "岗位调整。", At(2026, 3, 16)));
        Assert.True(petition.HasHandled(Officer.Id.Value) && petition.HasHandled(Colleague.Id.Value));
        Assert.False(petition.HasHandled(Checker.Id.Value));
    }

    [Fact]
    public void The_petitioner_is_contacted_within_a_day()
    {
        var petition = Received();
        var received = On(ReceivedOn).At;
        Refused(petition.Contact(Officer, received.AddDays(-1), StatementWay.Phone, true, "电话联系。", At(2026, 3, 6)), "contact.date", PetitionRegulations.Diligence);
        Refused(petition.Contact(Officer, received.AddHours(1), StatementWay.Phone, true, "", At(2026, 3, 6)), "contact.without-note", PetitionRegulations.Diligence);
        Assert.False(Done(petition.Contact(Officer, received.AddHours(20), StatementWay.Phone, reached: false, "没有人接。", At(2026, 3, 6))).First);

        var first = Done(petition.Contact(Officer, received.AddHours(24), StatementWay.Phone, reached: true, "约了看现场。", At(2026, 3, 6)));

        Assert.True(first is { First: true, InTime: true });
        Assert.False(Done(petition.Contact(Officer, received.AddHours(30), StatementWay.Phone, reached: true, "再联系。", At(2026, 3, 9))).First);
    }

    [Fact]
    public void A_later_first_contact_is_late()
    {
        var petition = Received();
        Assert.True(Done(petition.Contact(Officer, On(ReceivedOn).At.AddHours(25), StatementWay.Visit, reached: true, "上门。", At(2026, 3, 9))) is { First: true, InTime: false });
    }
}
