using Xinfang.Intake.Api.HotTopics;
using Xinfang.Intake.Recognition;

namespace Xinfang.Intake.Tests.HotTopics;

/// <summary>The topics of half a year in memory.</summary>
public class GatheringInMemory
{
    private static readonly DateTimeOffset First = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_topic_that_has_grown_old_within_one_reading_is_not_told()
    {
        var gathering = new Gathering();
        var told = gathering.Hear([.. Enumerable.Range(0, 60).Select(n => Of("同一个人", First, $"咨询第{n}号政策怎么办理", $"想咨询第{n}号政策，希望给一个答复。")), .. Enumerable.Range(0, 6).Select(n => Noise(n, First.AddDays(1))), Of("后来的人", First.AddDays(400), "公园的路灯不亮", "公园东门的路灯三天没有亮。")]);
        Assert.Empty(told);
    }

    [Fact]
    public void A_petition_is_heard_once()
    {
        var (gathering, once) = (new Gathering(), Noise(1, First));
        gathering.Hear([once]);
        Assert.True(gathering.Knows(once.Petition));
        Assert.Empty(gathering.Hear([.. Enumerable.Repeat(once, 6)]));
    }

    private static Heard Noise(int n, DateTimeOffset at) => Of($"邻居{n}", at, "虚构湾小区夜间施工扰民", $"虚构湾小区旁边的工地半夜打桩，{n}号楼的人都睡不着。");

    private static Heard Of(string person, DateTimeOffset at, string subject, string facts) => new(Guid.CreateVersion7(), person, at, new Wording(subject, facts));
}
