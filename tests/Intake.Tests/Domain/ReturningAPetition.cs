using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Tests.Domain;

public class ReturningAPetition
{
    [Fact]
    public void Takes_it_from_the_organ()
    {
        var petition = Given.Returned();
        Assert.Equal((PetitionStatus.Returned, null, 1), (petition.Status, petition.Organ, petition.Round));
        Assert.NotNull(petition.Routings[0].ReturnedAt);
    }

    [Fact]
    public void A_late_word_about_an_earlier_routing_changes_nothing()
    {
        var petition = Given.Returned();
        Given.Done(petition.Forward(Given.Urban, Given.Reason, "clerk", Given.On(2026, 3, 10)));
        Assert.Equal("petition.another-round", Given.No(petition.Return("120104-zjw", 1, Given.On(2026, 3, 11).At)).Code);
        Assert.Equal("120104-cgw", petition.Organ);
    }

    [Fact]
    public void Happens_once() => Assert.Equal("petition.wrong-state", Given.No(Given.Returned().Return("120104-zjw", 1, Given.On(2026, 3, 9).At)).Code);

    [Fact]
    public void Another_organ_cannot_end_it() => Assert.Equal("petition.another-round", Given.Forwarded().Ends(Act.Complete, "120104-cgw")!.Code);
}
