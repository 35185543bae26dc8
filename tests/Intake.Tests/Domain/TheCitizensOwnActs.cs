using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Domain;

public class TheCitizensOwnActs
{
    [Fact]
    public void Chasing_opens_the_day_after_the_last_day()
    {
        var petition = Given.Forwarded();
        var due = Given.On(2026, 3, 5).Due(new DateOnly(2026, 3, 5), Terms.Notice, "收到");
        Assert.Equal(new DateOnly(2026, 3, 20), due.DueOn);
        Assert.Equal("chase.too-early", Given.No(petition.Chase(due, false, Given.On(2026, 3, 20, 23))).Code);
        var chased = Given.Done(petition.Chase(due, false, Given.On(2026, 3, 21)));
        Assert.Equal(("120104-zjw", 1), (chased.Organ, chased.Number));
    }

    [Fact]
    public void Chasing_is_once_a_day()
    {
        var petition = Given.Registered();
        var now = Given.On(2026, 3, 18);
        Given.Done(petition.Chase(petition.ForwardingTerm(now), ofOffice: true, now));
        Assert.Equal("chase.once-a-day", Given.No(petition.Chase(petition.ForwardingTerm(now), true, now)).Code);
        Assert.Equal(2, Given.Done(petition.Chase(petition.ForwardingTerm(now), true, Given.On(2026, 3, 19))).Number);
    }

    [Fact]
    public void Nothing_due_is_nothing_to_chase() => Assert.Equal("chase.nothing-due", Given.No(Given.Forwarded().Chase(null, false, Given.On(2026, 3, 18))).Code);

    [Fact]
    public void Withdrawing_is_of_free_will_and_before_the_opinion()
    {
        Assert.Equal("withdrawal.unconfirmed", Given.No(Given.Forwarded().Withdraw(false, confirmed: false, Given.On(2026, 3, 18))).Code);
        Assert.Equal("withdrawal.decided", Given.No(Given.Forwarded().Withdraw(decided: true, true, Given.On(2026, 3, 18))).Code);
        var petition = Given.Forwarded();
        Assert.Equal("120104-zjw", Given.Done(petition.Withdraw(false, true, Given.On(2026, 3, 18))).Organ);
        Assert.Equal("petition.wrong-state", Given.No(petition.Withdraw(false, true, Given.On(2026, 3, 18))).Code);
    }

    [Fact, Rule("A-34")]
    public void An_accusation_that_has_gone_to_discipline_stays_there()
    {
        var petition = Given.Classified(Category.Accusation);
        Given.Done(petition.Forward(Given.Discipline, "反映公职人员违纪。", "clerk", Given.On(2026, 3, 4)));
        Assert.Equal("withdrawal.accusation", Given.No(petition.Withdraw(false, true, Given.On(2026, 3, 5))).Code);
        Assert.Equal("message.sealed", Given.No(petition.Message("什么时候答复？", 0, Given.On(2026, 3, 5))).Code);
    }

    [Fact]
    public void A_message_is_answered_within_three_working_days()
    {
        var messaged = Given.Done(Given.Forwarded().Message("什么时候来看？", 0, Given.On(2026, 3, 6)));
        Assert.Equal((new DateOnly(2026, 3, 11), true), (messaged.Reply.DueOn, messaged.Reply.Term.Policy));
    }

    [Fact]
    public void Three_unanswered_messages_are_enough() => Assert.Equal("message.unanswered", Given.No(Given.Forwarded().Message("在吗？", 3, Given.On(2026, 3, 6))).Code);

    [Fact]
    public void What_was_vouched_for_before_these_acts_existed_still_is()
    {
        var state = System.Text.Json.JsonSerializer.Serialize(Given.Forwarded().State);
        Assert.All([nameof(Petition.Chases), nameof(Petition.Messages), nameof(Petition.Escalations), nameof(Petition.LastChasedOn)],
            later => Assert.DoesNotContain(later, state, StringComparison.OrdinalIgnoreCase));
    }
}
