using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.CaseHandling.Tests.Supervising;

public class ClimbingTheLadder
{
    private static readonly DueDate Completion = LegalCalendar.Default.Due(new(2026, 3, 11), Terms.Completion, "受理"); // strict 10 May, a Sunday; rolled to 11 May

    [Fact, Rule("A-51")]
    public void Steps_come_with_the_days_used_and_the_breach_after_the_rolled_day()
    {
        var ladder = WarningLadder.Default;
        List<(DateOnly Day, int Step)> climbed = [];
        for (DateOnly? day = new(2026, 3, 11); day is not null; day = ladder.NextAfter(Completion, day.Value)) climbed.Add((day.Value, ladder.StepOn(Completion, day.Value)));
        Assert.Equal(
        [
            (new(2026, 3, 11), 0), (new(2026, 4, 10), 50), (new(2026, 4, 25), 75), (new(2026, 5, 1), 85), (new(2026, 5, 10), 99), (new(2026, 5, 12), WarningLadder.Breach),
        ], climbed);
    }

    [Fact]
    public void Working_days_climb_on_working_days()
    {
        var contest = LegalCalendar.Default.Due(new(2026, 3, 5), Terms.SimpleComplete, "受理"); // ten working days from Thursday, 5 March
        Assert.Equal(new(2026, 3, 12), WarningLadder.Default.NextAfter(contest, new(2026, 3, 6)));
    }

    [Theory]
    [InlineData("50,75,85,99", true)]
    [InlineData("30, 60", true)]
    [InlineData("75,50", false)]
    [InlineData("0,50", false)]
    [InlineData("50,100", false)]
    [InlineData("", false)]
    public void The_policy_is_read_from_its_setting(string text, bool good)
    {
        if (good) Assert.NotEmpty(WarningLadder.Parse(text).Steps);
        else Assert.Throws<ArgumentException>(() => WarningLadder.Parse(text));
    }
}
