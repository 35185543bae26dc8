using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

public class AcceptingAPetition
{
    [Fact, Rule("A-38"), Rule("P-02")]
    public void Starts_the_sixty_days_and_rolls_a_sunday_to_monday()
    {
        var petition = Received();
        var accepted = Done(petition.Accept(Officer, null, null, On(AcceptedOn)));

        Assert.Equal(new DueDates(new(2026, 5, 10), new(2026, 5, 11)), accepted.Answer);
        Assert.True(accepted.NoticeInTime);
        Assert.Equal((PetitionStatus.Accepted, Terms.Completion.Code), (petition.Status, petition.NextTerm));
    }

    [Fact]
    public void The_day_is_the_day_in_Beijing()
    {
        var night = new Moment(new(2026, 3, 10, 16, 30, 0, TimeSpan.Zero), LegalCalendar.Default, Terms.Default); // 00:30 on the 11th
        Assert.Equal(AcceptedOn, Done(Received().Accept(Officer, null, null, night)).On);
    }

    [Fact, Rule("A-22")]
    public void On_the_fifteenth_day_the_notice_is_in_time_on_the_next_it_is_late_but_still_given()
    {
        Assert.True(Done(Received().Accept(Officer, null, null, At(2026, 3, 20))).NoticeInTime);
        Assert.False(Done(Received().Accept(Officer, null, null, At(2026, 3, 23))).NoticeInTime);
    }

    [Fact]
    public void Cannot_happen_twice_and_says_under_which_article()
    {
        var petition = Accepted();
        var refusal = Refused(petition.Accept(Officer, null, null, At(2026, 3, 12)), "petition.wrong-state", PetitionRegulations.Notice);
        Assert.Equal("《信访工作条例》第二十三条第三款", refusal.Basis!.ToString());
        Assert.Equal(RefusalKind.Conflict, refusal.Kind);
    }

    [Fact]
    public void Is_for_officers_not_for_the_head_or_the_checker()
    {
        Assert.Equal(RefusalKind.Forbidden, Refused(Received().Accept(Head, null, null, At(2026, 3, 11)), "duty.missing", PetitionRegulations.Notice).Kind);
        Refused(Received().Accept(Checker, null, null, At(2026, 3, 11)), "duty.missing", PetitionRegulations.Notice);
    }
}

public class DecliningAPetition
{
    private static readonly Declination Arbitration = new(Road.Arbitration, "区劳动人事争议仲裁院", "属于劳动争议。", new(2027, 1, 15));

    [Fact, Rule("A-35")]
    public void Names_the_road_that_is_open()
    {
        var petition = Received();
        var declined = Done(petition.Decline(Officer, Arbitration, At(2026, 3, 10)));

        Assert.Equal((Road.Arbitration, new DateOnly(2027, 1, 15), true), (declined.Road, declined.Until!.Value, declined.NoticeInTime));
        Assert.Equal((PetitionStatus.Declined, (string?)null), (petition.Status, petition.NextTerm));
    }

    [Fact, Rule("A-35")]
    public void Needs_a_body_and_a_reason()
    {
        Refused(Received().Decline(Officer, Arbitration with { Body = " " }, At(2026, 3, 10)), "declination.without-body", PetitionRegulations.Roads);
        Refused(Received().Decline(Officer, Arbitration with { Reason = "" }, At(2026, 3, 10)), "declination.without-reason", PetitionRegulations.Notice);
    }

    [Fact]
    public void The_other_road_must_still_be_open() =>
        Refused(Received().Decline(Officer, Arbitration with { Until = new(2026, 3, 9) }, At(2026, 3, 10)), "declination.until-past", PetitionRegulations.Roads);

    [Fact]
    public void Cannot_follow_acceptance() =>
        Refused(Accepted().Decline(Officer, Arbitration, At(2026, 3, 12)), "petition.wrong-state", PetitionRegulations.Notice);
}
