using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.CaseHandling.Tests.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;
using static Xinfang.CaseHandling.Tests.Supervising.People;

namespace Xinfang.CaseHandling.Tests.Supervising;

public class LeadersInCharge
{
    private static readonly ReceptionPlan LeadersDay = new(
        ReceptionKind.Leader, new(2026, 3, 12), new(9, 0), new(11, 30), "leader", LeaderRank.DistrictHead, "区长", "一楼接待大厅", "供暖", 2, []);

    [Fact, Rule("A-03")]
    public void Every_state_and_act_of_a_packaged_case_is_decided()
    {
        // Only the leader in charge gets as far as the state.
        var somebody = People.As(Capacity.Leader);
        FlowChecks.EveryPairIsDecided(CasePackage.Flow, status => In(status, somebody));
    }

    [Fact, Rule("A-03")]
    public void A_leader_meets_people_before_reporting_and_the_head_closes()
    {
        var package = In(PackageStatus.Planned, Leader, visited: false);
        Refused(package.Report(Leader, "已经化解。", At(2026, 3, 12)), "package.without-visit", PetitionRegulations.LeadersDuty);
        Refused(package.Visit(Leader, new(2026, 3, 13), LeaderVisitWay.GoingDown, "到现场。", At(2026, 3, 12)), "package.visit-date", PetitionRegulations.LeadersDuty);
        Done(package.Visit(Leader, new(2026, 3, 12), LeaderVisitWay.GoingDown, "到现场。", At(2026, 3, 12)));
        Refused(package.Plan(new("another", "120104-xfb", Capacity.Leader), "另一个方案。", At(2026, 3, 12)), "package.not-the-leader", PetitionRegulations.LeadersDuty);
        Done(package.Report(Leader, "已经化解。", At(2026, 3, 12)));
        Done(package.SendBack(OfficeHead, "补偿还没有到位。", At(2026, 3, 13)));
        Done(package.Report(Leader, "补偿已经到位。", At(2026, 3, 20)));
        Done(package.Close(OfficeHead, "同意销案。", At(2026, 3, 21)));
        Assert.Equal((PackageStatus.Closed, 1, DateOnly.MaxValue), (package.Status, package.Visits, package.NextOn));

        Refused(CasePackage.Assign(Guid.CreateVersion7(), Story.Received(Category.Accusation), "leader", "突出。", new(2026, 4, 1), OfficeHead, At(2026, 3, 9)), "petition.not-found", PetitionRegulations.Accusation);
    }

    [Fact, Rule("A-03"), Rule("A-04")]
    public void Every_state_and_act_of_a_reception_day_is_decided() => FlowChecks.EveryPairIsDecided(ReceptionDay.Flow, In);

    [Fact, Rule("A-03"), Rule("A-02")]
    public void A_day_is_announced_booked_up_to_its_places_and_held()
    {
        var day = In(ReceptionStatus.Published);
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Equal(1, Done(day.Book(Person.Petitioner, one, At(2026, 3, 10))).Slot);
        Refused(day.Book(Person.Petitioner, one, At(2026, 3, 10)), "reception.already-booked", PetitionRegulations.Publicity);
        Assert.Equal(2, Done(day.Book(Supervisor, two, At(2026, 3, 10))).Slot);
        Refused(day.Book(Person.Petitioner, Guid.CreateVersion7(), At(2026, 3, 10)), "reception.full", PetitionRegulations.Publicity);
        Refused(day.Book(Person.Petitioner, Guid.CreateVersion7(), At(2026, 3, 13)), "reception.over", PetitionRegulations.Publicity);

        Refused(day.Hold(Leader, [], _ => true, At(2026, 3, 11)), "reception.not-yet", PetitionRegulations.Publicity);
        Refused(day.Hold(Leader, [new("反映供暖。", FollowUp: "修好。")], _ => true, At(2026, 3, 12)), "supervision.without-text", PetitionRegulations.Supervision); // who, until when?
        Done(day.Hold(Leader, [new("反映供暖。", one, "修好。", Organ, new(2026, 3, 20)), new("咨询低保。")], _ => true, At(2026, 3, 12)));
        Assert.Equal(2, day.Received);
    }

    [Fact, Rule("A-04")]
    public void A_joint_reception_has_several_organs() => Refused(
        ReceptionDay.Plan(Guid.CreateVersion7(), LeadersDay with { Kind = ReceptionKind.Joint, Organs = [Organ] }, _ => true, Supervisor, At(2026, 3, 9)),
        "reception.incomplete", PetitionRegulations.Publicity);

    [Theory, Rule("A-03")]
    [InlineData(LeaderRank.DistrictHead, 11, 11)]
    [InlineData(LeaderRank.DepartmentHead, 11, 10)]
    [InlineData(LeaderRank.DepartmentHead, 9, 7)]
    public void Frequency_is_counted_in_periods_that_begin_in_January(LeaderRank rank, int month, int begins) =>
        Assert.Equal(new DateOnly(2026, begins, 1), ReceptionFrequency.Of(rank).PeriodOf(new(2026, month, 24)));

    private static CasePackage In(PackageStatus status, Person leader, bool visited = true)
    {
        var package = Done(CasePackage.Assign(Guid.CreateVersion7(), Story.Accepted(), leader.Account, "多次上访。", new(2026, 4, 1), OfficeHead, At(2026, 3, 9)));
        if (status >= PackageStatus.Planned) Done(package.Plan(leader, "召集两个单位会商。", At(2026, 3, 10)));
        if (visited) Done(package.Visit(leader, new(2026, 3, 10), LeaderVisitWay.Reception, "见面。", At(2026, 3, 10)));
        if (status >= PackageStatus.Reported) Done(package.Report(leader, "已经化解。", At(2026, 3, 11)));
        if (status is PackageStatus.Closed) Done(package.Close(OfficeHead, "同意销案。", At(2026, 3, 12)));
        return package;
    }

    private static ReceptionDay In(ReceptionStatus status)
    {
        var day = Done(ReceptionDay.Plan(Guid.CreateVersion7(), LeadersDay, _ => true, Supervisor, At(2026, 3, 9)));
        if (status is ReceptionStatus.Cancelled) return Done(day.Cancel(OfficeHead, "改期。", At(2026, 3, 9)));
        if (status >= ReceptionStatus.Published) Done(day.Publish(OfficeHead, At(2026, 3, 9)));
        if (status is ReceptionStatus.Held) Done(day.Hold(Leader, [], _ => true, At(2026, 3, 12)));
        return day;
    }
}
