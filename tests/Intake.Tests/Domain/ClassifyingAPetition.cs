using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Domain;

public class ClassifyingAPetition
{
    [Fact]
    public void Makes_the_clerk_the_first_receiver_of_an_online_petition() => Assert.Equal("clerk", Given.Classified().FirstReceiver);

    [Fact]
    public void The_first_receiver_stays_through_every_hand_over()
    {
        var petition = Given.Registered("first");
        Given.Done(petition.Classify(Category.Redress, "030000", false, "second", Given.On(2026, 3, 3)));
        Given.Done(petition.Forward(Given.Housing, Given.Reason, "third", Given.On(2026, 3, 4)));
        Given.Done(petition.Return("120104-zjw", 1, Given.On(2026, 3, 9).At));
        Given.Done(petition.Forward(Given.Urban, Given.Reason, "fourth", Given.On(2026, 3, 10)));
        Assert.Equal("first", petition.FirstReceiver);
    }

    [Fact]
    public void May_be_corrected_before_routing()
    {
        var petition = Given.Classified(Category.Suggestion);
        Given.Done(petition.Classify(Category.Redress, "130000", true, "clerk", Given.On(2026, 3, 3)));
        Assert.Equal((Category.Redress, "130000", true), (petition.Category, petition.ContentCode, petition.Urgent));
    }

    [Fact]
    public void The_same_again_is_refused()
    {
        var refusal = Given.No(Given.Classified().Classify(Category.Redress, "030000", false, "clerk", Given.On(2026, 3, 3)));
        Assert.Equal(("petition.already-classified", PetitionRegulations.Forwarding), (refusal.Code, refusal.Basis));
    }

    [Fact]
    public void Needs_a_content_of_the_list()
    {
        var refusal = Given.No(Given.Registered().Classify(Category.Redress, "123456", false, "clerk", Given.On(2026, 3, 3)));
        Assert.Equal(("petition.unknown-content", RefusalKind.Invalid), (refusal.Code, refusal.Kind));
    }

    [Fact, Rule("A-34")]
    public void Seals_an_accusation()
    {
        var petition = Given.Registered();
        var fact = Given.Done(petition.Classify(Category.Accusation, "160000", false, "clerk", Given.On(2026, 3, 3)));
        Assert.True(fact.Seals);
        Assert.True(petition.Sealed);
    }

    [Fact]
    public void What_is_sealed_stays_sealed()
    {
        var refusal = Given.No(Given.Classified(Category.Accusation).Classify(Category.Redress, "030000", false, "clerk", Given.On(2026, 3, 3)));
        Assert.Equal(("petition.seal-stays", PetitionRegulations.Accusation), (refusal.Code, refusal.Basis));
    }

    [Fact]
    public void Is_over_once_it_is_routed()
    {
        var refusal = Given.No(Given.Forwarded().Classify(Category.Suggestion, "030000", false, "clerk", Given.On(2026, 3, 5)));
        Assert.Equal(("petition.wrong-state", PetitionRegulations.Forwarding), (refusal.Code, refusal.Basis));
    }
}
