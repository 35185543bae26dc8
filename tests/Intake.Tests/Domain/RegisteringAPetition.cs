using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Domain;

public class RegisteringAPetition
{
    private static readonly PetitionId Id = new(Guid.CreateVersion7());

    [Fact, Rule("A-14"), Rule("C-13")]
    public void Starts_the_fifteen_days_of_forwarding()
    {
        var fact = Given.Done(Petition.Register(Id, "120104-20260302-0001", Given.Entry(new(2026, 3, 2)), null, Given.On(2026, 3, 2))).Fact;
        Assert.Equal(new DateOnly(2026, 3, 17), fact.Forwarding.DueOn);
        Assert.Equal("《信访工作条例》第二十二条第一款", fact.Forwarding.Term.Basis.ToString());
    }

    [Fact]
    public void Received_on_Friday_and_registered_on_Monday_counts_from_Friday()
    {
        var entry = Given.Entry(new(2026, 3, 6), Channel.Letter);
        var fact = Given.Done(Petition.Register(Id, "120104-20260309-0001", entry, "clerk", Given.On(2026, 3, 9))).Fact;
        Assert.Equal(new DateOnly(2026, 3, 6), fact.Forwarding.From);
        Assert.Equal(new DateOnly(2026, 3, 21), fact.Forwarding.StrictDueOn); // a Saturday
        Assert.Equal(new DateOnly(2026, 3, 23), fact.Forwarding.DueOn);
    }

    [Fact]
    public void The_day_is_the_day_in_Beijing()
    {
        var lateEvening = new Moment(new(2026, 3, 2, 16, 30, 0, TimeSpan.Zero), LegalCalendar.Default, Terms.Default); // 00:30 on the 3rd
        Given.Done(Petition.Register(Id, "120104-20260303-0001", Given.Entry(new(2026, 3, 3)), null, lateEvening));
    }

    [Fact]
    public void Cannot_have_been_received_tomorrow()
    {
        var refusal = Given.No(Petition.Register(Id, "x", Given.Entry(new(2026, 3, 3), Channel.Letter), "clerk", Given.On(2026, 3, 2)));
        Assert.Equal(("petition.received-in-future", PetitionRegulations.Registration), (refusal.Code, refusal.Basis));
    }

    [Fact]
    public void Cannot_have_been_received_before_the_Regulation()
    {
        var refusal = Given.No(Petition.Register(Id, "x", Given.Entry(new(2022, 4, 30), Channel.Letter), "clerk", Given.On(2026, 3, 2)));
        Assert.Equal(("petition.received-before-regulation", 50), (refusal.Code, refusal.Basis!.Number));
    }

    [Fact]
    public void A_clerk_does_not_submit_online()
    {
        var refusal = Given.No(Petition.Register(Id, "x", Given.Entry(new(2026, 3, 2)), "clerk", Given.On(2026, 3, 2)));
        Assert.Equal(("petition.online-by-petitioner", PetitionRegulations.Channels), (refusal.Code, refusal.Basis));
    }

    [Fact]
    public void The_clerk_who_registers_is_the_first_receiver() => Assert.Equal("clerk", Given.Registered("clerk").FirstReceiver);

    [Fact]
    public void Online_nobody_has_received_it_yet() => Assert.Null(Given.Registered().FirstReceiver);
}
