using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

public class ReceivingAPetition
{
    [Fact, Rule("A-22"), Rule("A-23")]
    public void Starts_fifteen_days_for_the_notice_and_five_working_days_for_a_contestation()
    {
        var (petition, received) = Petition.Receive(Routing(), On(ReceivedOn));

        Assert.Equal(new DateOnly(2026, 3, 20), received.Notice?.DueOn);
        Assert.Equal(new DateOnly(2026, 3, 12), received.ContestDueOn);
        Assert.Equal(PetitionStatus.Received, petition.Status);
        Assert.Equal(Terms.Notice.Code, petition.NextTerm);
    }

    [Fact]
    public void Neither_claiming_nor_acknowledging_moves_a_date()
    {
        var petition = Received();
        var dates = petition.StartedTerms.ToList();

        Done(petition.Claim(Officer));
        petition.Acknowledge(At(2026, 3, 6));

        Assert.Equal(dates, petition.StartedTerms);
        Assert.Equal(new DateOnly(2026, 3, 6), petition.AcknowledgedOn);
    }

    [Fact]
    public void Is_acknowledged_once() => Assert.Multiple(
        () => Assert.NotNull(Received().Acknowledge(At(2026, 3, 6))),
        () =>
        {
            var petition = Received();
            petition.Acknowledge(At(2026, 3, 6));
            Assert.Null(petition.Acknowledge(At(2026, 3, 7)));
            Assert.Equal(new DateOnly(2026, 3, 6), petition.AcknowledgedOn);
        });

    [Fact, Rule("A-17")]
    public void An_assignment_has_the_date_of_its_letter_for_the_report()
    {
        var report = Assigned().TermOf(Terms.AssignmentReport.Code)!;

        Assert.Equal(new DateOnly(2026, 5, 20), report.StrictDueOn);
        Assert.Equal(77, report.Facts.Days);
    }

    [Fact]
    public void A_new_round_after_a_return_starts_everything_again_at_the_new_organ()
    {
        var petition = Returned();

        var received = Done(petition.ReceiveAgain(Routing(round: 2, organ: "120104-cgw") with { Id = petition.Id }, At(2026, 3, 12)));

        Assert.Equal(("120104-cgw", 2, PetitionStatus.Received, new DateOnly(2026, 3, 27)), (petition.Organ, petition.Round, petition.Status, received.Notice!.DueOn));
        Assert.Equal([Organ], petition.FormerOrgans);
        Assert.False(petition.IsClaimed());
    }

    [Theory]
    [InlineData(PetitionStatus.Received)]
    [InlineData(PetitionStatus.Accepted)]
    [InlineData(PetitionStatus.Completed)]
    public void A_new_round_needs_a_return(PetitionStatus status)
    {
        var petition = In(status);
        Refused(petition.ReceiveAgain(Routing(round: 2) with { Id = petition.Id }, At(2026, 6, 1)), "petition.wrong-state", PetitionRegulations.Forwarding);
    }

    [Fact]
    public void A_repeat_is_noted_when_the_office_confirms_it_and_taken_back_when_the_office_does()
    {
        var petition = Accepted();

        Assert.Equal(3, petition.NoteRepeat(3)?.Round);
        Assert.Null(petition.NoteRepeat(3));
        Assert.Equal((true, 3), (petition.Repeat, petition.RepeatRound));
        Assert.Null(petition.NoteRepeat(1)!.Round);
        Assert.Equal((false, null), (petition.Repeat, petition.RepeatRound));
    }

    [Fact]
    public void A_supplement_and_a_rating_are_noted_once()
    {
        var petition = Completed();

        Assert.NotNull(petition.Supplement(1));
        Assert.Null(petition.Supplement(1));
        Assert.NotNull(petition.Supplement(2));
        Assert.NotNull(petition.Rate("Satisfied", At(2026, 5, 10)));
        Assert.Null(petition.Rate("Dissatisfied", At(2026, 5, 11)));
    }
}
