using Xinfang.Portal.Desk;

namespace Xinfang.Portal.Tests;

/// <summary>The folded navigation of the desk.</summary>
public sealed class TheMenu
{
    private static readonly MenuGroup[] Groups =
    [
        new("办件", [new("收件箱", "/desk/inbox", 5, Alarm: true), new("待领", "/desk/inbox?box=ToClaim", 3, Part: true), new("待送达", "/desk/inbox?box=ToServe", 2, Part: true)]),
        new("统计", [new("统计分析", "/desk/insight"), new("指标表", "/desk/insight/measures")]),
    ];

    [Fact]
    public void A_folded_group_says_how_much_waits_and_counts_nothing_twice()
    {
        Assert.Equal((5, true), (Groups[0].Waiting, Groups[0].Alarm));
        Assert.Equal((0, false), (Groups[1].Waiting, Groups[1].Alarm));
    }

    [Theory]
    [InlineData("/desk/inbox?box=ToServe", "待送达")]
    [InlineData("/desk/inbox?after=next", "收件箱")]
    [InlineData("/desk/insight/measures/K-01?from=2026-01-01", "指标表")]
    [InlineData("/desk/insight/counts", "统计分析")]
    [InlineData("/desk/insights", null)]
    [InlineData("/desk/petitions/1", null)]
    public void A_page_stands_under_the_nearest_line(string address, string? title) => Assert.Equal(title, Menu.Here(Groups, address)?.Title);
}
