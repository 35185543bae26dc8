using Xinfang.Intake.Domain;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Domain;

/// <summary>Direct reply, the same matter running elsewhere, other channels.</summary>
public class AnsweringAPetition
{
    private const string Why = "与长虹街道正在办的那一件是同一件事。";

    [Fact, Rule("A-08")]
    public void The_same_persons_running_matter_is_not_taken_again()
    {
        var petition = Given.Classified();
        Given.Done(petition.Link(Given.Forwarded(), true, new(2026, 5, 11), Why, "clerk", Given.On(2026, 3, 5)));
        Assert.Equal((PetitionStatus.Linked, new DateOnly(2026, 3, 5)), (petition.Status, petition.FirstRoutedOn));
    }

    [Fact, Rule("A-08")]
    public void After_the_period_the_upper_level_takes_it() => Assert.Equal("link.period-over",
        Given.No(Given.Classified().Link(Given.Forwarded(), true, new(2026, 5, 11), Why, "clerk", Given.On(2026, 5, 12))).Code);

    [Fact, Rule("A-08")]
    public void Only_what_runs_and_only_the_same_persons()
    {
        var now = Given.On(2026, 3, 5);
        Assert.Equal("link.unknown", Given.No(Given.Classified().Link(null, false, null, Why, "clerk", now)).Code);
        Assert.Equal("link.another-person", Given.No(Given.Classified().Link(Given.Forwarded(), false, null, Why, "clerk", now)).Code);
        Assert.Equal("link.not-running", Given.No(Given.Classified().Link(Given.Returned(), true, null, Why, "clerk", now)).Code);
    }

    [Fact, Rule("A-10"), Rule("A-18")]
    public void A_litigation_letter_is_forwarded_and_only_a_visitor_is_guided()
    {
        var letter = Given.Classified();
        var refusal = Given.No(letter.Divert(Diversion.LitigationRelated, "南开区人民法院诉讼服务中心", "判决已经生效，执行由法院办。", "clerk", Given.On(2026, 3, 5)));
        Assert.Equal(("divert.letter-is-forwarded", "《信访工作条例》第二十二条第二款"), (refusal.Code, refusal.Basis!.ToString()));

        var visit = Given.Visit();
        Given.Done(visit.Divert(Diversion.LitigationRelated, "南开区人民法院诉讼服务中心", "判决已经生效，执行由法院办。", "clerk", Given.On(2026, 3, 5)));
        Assert.Equal(PetitionStatus.Diverted, visit.Status);
    }

    [Fact, Rule("A-34")]
    public void An_accusation_takes_no_other_way_than_discipline()
    {
        var now = Given.On(2026, 3, 5);
        Assert.Equal("petition.accusation-to-discipline-only", Given.No(Given.Classified(Category.Accusation).Reply("已经收到您的材料，谢谢您。", "clerk", now)).Code);
        Assert.Equal("petition.accusation-to-discipline-only", Given.No(Given.Classified(Category.Accusation).Link(Given.Forwarded(), true, null, Why, "clerk", now)).Code);
        Assert.Equal("petition.accusation-to-discipline-only", Given.No(Given.Classified(Category.Accusation).Divert(Diversion.OtherOrgan, "别处", Why, "clerk", now)).Code);
        Assert.Equal("petition.accusation-to-discipline-only",
            Given.No(Given.Classified(Category.Accusation).OpenDispute([Given.Housing, Given.Urban], null, "两个单位都说不归自己管。", "clerk", now, out _)).Code);
        Assert.Equal("escalation.sealed", Given.No(Given.Classified(Category.Accusation).Escalate(Given.Report, Given.Housing, now.At, "clerk", now, out _)).Code);
    }

    [Fact]
    public void The_first_receiver_stays_who_it_was()
    {
        var petition = Given.Registered(by: "first");
        Given.Done(petition.Classify(Category.Redress, "030000", false, "second", Given.On(2026, 3, 3)));
        Given.Done(petition.Reply("您问的办理时间是工作日九点到十七点。", "third", Given.On(2026, 3, 4)));
        Assert.Equal("first", petition.FirstReceiver);
    }
}
