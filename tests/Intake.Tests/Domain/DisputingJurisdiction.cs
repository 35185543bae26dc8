using Xinfang.Intake.Api.Disputes;
using Xinfang.Intake.Domain;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Domain;

[Rule("A-25")]
public class DisputingJurisdiction
{
    private static readonly Law.Moment Now = Given.On(2026, 3, 5);

    [Fact]
    public void Goes_from_negotiation_to_the_superior_to_the_joint_conference_and_ends_in_a_routing()
    {
        var petition = Given.Disputed(out var dispute);
        var first = Given.Done(petition.DecideDispute(dispute, null, "没有谈成，各说各的。", false, "clerk", Now));
        Assert.Equal(DisputeLevel.Superior, first.Next);
        var second = Given.Done(petition.DecideDispute(dispute, null, "区政府认为要开联席会议。", true, "office-head", Now));
        Assert.Equal(DisputeLevel.JointConference, second.Next);
        var last = Given.Done(petition.DecideDispute(dispute, Given.Urban, "联席会议定由区城管委办。", true, "office-head", Now));
        Assert.Equal(("120104-cgw", PetitionStatus.Forwarded, 1), (last.Settled!.Organ, petition.Status, petition.Round));
        Assert.False(dispute.Open);
    }

    [Fact]
    public void Without_a_common_superior_the_joint_conference_comes_at_once()
    {
        var petition = Given.Disputed(out var dispute, commonSuperior: null);
        Assert.Equal(DisputeLevel.JointConference, Given.Done(petition.DecideDispute(dispute, null, "没有谈成，各说各的。", false, "clerk", Now)).Next);
    }

    [Fact]
    public void The_conference_settles()
    {
        var petition = Given.Disputed(out var dispute, commonSuperior: null);
        Given.Done(petition.DecideDispute(dispute, null, "没有谈成，各说各的。", false, "clerk", Now));
        Assert.Equal("dispute.conference-settles", Given.No(petition.DecideDispute(dispute, null, "还是定不下来。", true, "office-head", Now)).Code);
    }

    [Fact]
    public void What_the_superior_decided_is_recorded_by_the_head_of_the_office()
    {
        var petition = Given.Disputed(out var dispute);
        Given.Done(petition.DecideDispute(dispute, null, "没有谈成，各说各的。", false, "clerk", Now));
        Assert.Equal("dispute.head-only", Given.No(petition.DecideDispute(dispute, Given.Urban, "区政府定了。", overseer: false, "clerk", Now)).Code);
    }

    [Fact]
    public void Takes_two_different_organs_of_the_district()
    {
        Assert.Equal("dispute.organs", Given.No(Given.Classified().OpenDispute([Given.Housing, Given.Housing], null, "两个单位都说不归自己管。", "clerk", Now, out _)).Code);
        Assert.Equal("organ.outside-district", Given.No(Given.Classified().OpenDispute([Given.Housing, Given.Discipline], null, "两个单位都说不归自己管。", "clerk", Now, out _)).Code);
    }

    [Fact]
    public void Every_level_has_the_districts_limit()
    {
        Given.Disputed(out var dispute);
        Assert.Equal((new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 11)), (dispute.Now.Since, dispute.Now.DueOn));
        Assert.All(Enum.GetValues<DisputeLevel>(), level => Assert.True(Dispute.TermOf(level).Policy));
    }

    [Fact]
    public void An_organ_that_had_given_it_back_takes_what_was_decided()
    {
        var petition = Given.Returned();
        Given.Done(petition.OpenDispute([Given.Housing, Given.Urban], "120104", "两个单位都说不归自己管。", "clerk", Now, out var dispute));
        Assert.Equal(2, Given.Done(petition.DecideDispute(dispute!, Given.Housing, "协商一致，仍由区住建委办。", false, "clerk", Now)).Settled!.Round);
    }

    [Theory]
    [InlineData("120104", "120104-zjw", "120104001")]
    [InlineData("120000", "120104-zjw", "120104-sthj")]
    public void The_common_superior_is_found_in_the_table_of_organs(string expected, params string[] organs) => Assert.Equal(expected, CommonSuperior.Of(organs));
}
