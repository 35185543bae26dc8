using Xinfang.Intake.Domain;
using Xinfang.Law;

namespace Xinfang.Intake.Tests.Domain;

public class SupplementingAPetition
{
    [Fact]
    public void Is_numbered_and_tells_the_organ()
    {
        var petition = Given.Forwarded();
        Given.Done(petition.Supplement("又漏了一次", received: false, Given.On(2026, 3, 10)));
        var second = Given.Done(petition.Supplement("又漏了两次", received: false, Given.On(2026, 3, 11)));
        Assert.Equal((2, "120104-zjw"), (second.Number, second.Organ));
    }

    [Fact]
    public void The_same_text_is_kept_once() =>
        Assert.Equal("supplement.already-received", Given.No(Given.Forwarded().Supplement("又漏了一次", received: true, Given.On(2026, 3, 10))).Code);

    [Theory, InlineData(null), InlineData(""), InlineData("漏")]
    public void Needs_words(string? text)
    {
        var refusal = Given.No(Given.Forwarded().Supplement(text, received: false, Given.On(2026, 3, 10)));
        Assert.Equal(("supplement.length", RefusalKind.Invalid), (refusal.Code, refusal.Kind));
    }

    [Fact]
    public void Is_over_when_the_organ_has_completed_it()
    {
        var refusal = Given.No(Given.In(PetitionStatus.Completed).Supplement("又漏了一次", false, Given.On(2026, 5, 10)));
        Assert.Equal(("petition.wrong-state", PetitionRegulations.Form), (refusal.Code, refusal.Basis));
    }
}
