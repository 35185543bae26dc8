using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Tests.Domain;

public class RaisingSignals
{
    [Theory]
    [InlineData("再不管我就跳楼", UrgencySignal.SelfHarm)]
    [InlineData("要和他们同归于尽", UrgencySignal.Violence)]
    [InlineData("小区燃气泄漏没人修", UrgencySignal.Grave)]
    [InlineData("全体业主准备堵路", UrgencySignal.Collective)]
    [InlineData("幼儿园老师打人", UrgencySignal.Minors)]
    [InlineData("家里已经没饭吃", UrgencySignal.Livelihood)]
    public void A_word_raises_the_question_and_is_shown(string subject, UrgencySignal signal)
    {
        var found = Signals.Of(new(subject))[0];
        Assert.Equal(signal, found.Signal);
        Assert.All(found.Evidence, word => Assert.Contains(word, subject, StringComparison.Ordinal));
        Assert.Matches("《.+》第.+条", found.Basis);
        Assert.True(found.Confidence < 1);
    }

    [Fact]
    public void Five_people_are_collective_by_what_was_registered()
    {
        Assert.Empty(Signals.Of(new("路灯坏了"), people: 4));
        var found = Assert.Single(Signals.Of(new("路灯坏了"), people: 5));
        Assert.Equal((UrgencySignal.Collective, 1.0), (found.Signal, found.Confidence));
    }

    [Fact]
    public void An_everyday_matter_raises_nothing() => Assert.Empty(Signals.Of(new("一楼下水管返水，物业和产权单位互相推", "地漏冒污水，淹到客厅。")));
}
