using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Domain;

public class CallingBack
{
    private const string Said = "只修了一半，没有人回来看过。";

    [Fact, Rule("C-26")]
    public void Only_dissatisfaction_calls_for_it()
    {
        Assert.Null(CallBack.OwedFor(Of(Score.Satisfied, Score.FairlySatisfied)));
        var owed = CallBack.OwedFor(Of(Score.Satisfied, Score.Dissatisfied))!;
        Assert.Equal((false, true, new DateOnly(2026, 5, 7)), (owed.OfOffice, owed.OfOrgan, owed.OwedFrom));
        Assert.True(CallBack.OwedFor(Of(Score.Dissatisfied, Score.Satisfied))!.OfOffice);
    }

    [Fact]
    public void The_district_gives_it_three_working_days()
    {
        // Thursday 7 May; the 9th is worked in exchange for the holiday.
        var due = Owed().Due(Given.On(2026, 5, 8));
        Assert.Equal(("call-back", true, new DateOnly(2026, 5, 11)), (due.Term.Code, due.Term.Policy, due.DueOn));
        Assert.NotEmpty(due.Derivation);
    }

    [Fact]
    public void Is_held_once()
    {
        var (petition, owed) = (Given.Forwarded(), Owed());
        var held = Given.Done(owed.Hold(petition, CallBackWay.Phone, new(2026, 5, 8), CallBackOutcome.MoreToDo, Said, "clerk", Given.On(2026, 5, 8)));
        Assert.Equal((CallBackWay.Phone, new DateOnly(2026, 5, 8), true), (held.Way, held.HeldOn, held.InTime));
        Assert.Equal("call-back.once", Given.No(owed.Hold(petition, CallBackWay.Phone, new(2026, 5, 8), CallBackOutcome.Settled, Said, "clerk", Given.On(2026, 5, 8))).Code);
    }

    [Fact]
    public void Late_it_is_still_owed_and_counts_as_late() =>
        Assert.False(Given.Done(Owed().Hold(Given.Forwarded(), CallBackWay.HomeVisit, new(2026, 5, 20), CallBackOutcome.Settled, Said, "clerk", Given.On(2026, 5, 20))).InTime);

    [Fact]
    public void Not_by_the_one_it_is_about()
    {
        var petition = Given.Forwarded();
        var owed = CallBack.OwedFor(Of(Score.Dissatisfied, Score.Satisfied))!;
        var refusal = Given.No(owed.Hold(petition, CallBackWay.Phone, new(2026, 5, 8), CallBackOutcome.Settled, Said, petition.FirstReceiver!, Given.On(2026, 5, 8)));
        Assert.Equal(("call-back.own-work", PetitionRegulations.Rating), (refusal.Code, refusal.Basis));
        Given.Done(owed.Hold(petition, CallBackWay.Phone, new(2026, 5, 8), CallBackOutcome.Settled, Said, "office-head", Given.On(2026, 5, 8)));
    }

    [Fact]
    public void Is_written_down_in_full()
    {
        var petition = Given.Forwarded();
        var now = Given.On(2026, 5, 8);
        Assert.Equal("call-back.held-on", Given.No(Owed().Hold(petition, CallBackWay.Phone, new(2026, 5, 6), CallBackOutcome.Settled, Said, "clerk", now)).Code);
        Assert.Equal("call-back.held-on", Given.No(Owed().Hold(petition, CallBackWay.Phone, new(2026, 5, 9), CallBackOutcome.Settled, Said, "clerk", now)).Code);
        Assert.Equal("call-back.text", Given.No(Owed().Hold(petition, CallBackWay.Phone, now.Date, CallBackOutcome.Settled, " ", "clerk", now)).Code);
        Assert.Equal("call-back.way", Given.No(Owed().Hold(petition, (CallBackWay)9, now.Date, CallBackOutcome.Settled, Said, "clerk", now)).Code);
        Assert.Equal("call-back.outcome", Given.No(Owed().Hold(petition, CallBackWay.Phone, now.Date, (CallBackOutcome)9, Said, "clerk", now)).Code);
    }

    private static CallBack Owed() => CallBack.OwedFor(Of(Score.Satisfied, Score.Dissatisfied))!;

    private static Rated Of(Score office, Score organ) => new(new(Guid.CreateVersion7()), "120104-zjw", office, organ, Given.On(2026, 5, 7).At);
}
