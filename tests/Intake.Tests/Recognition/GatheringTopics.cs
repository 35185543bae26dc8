using Xinfang.Intake.Recognition;
using Xinfang.Intake.Recognition.HotTopics;
using Xinfang.Intake.Recognition.Matters;

namespace Xinfang.Intake.Tests.Recognition;

/// <summary>What different people tell of the same event becomes one topic, as the petitions come.</summary>
public class GatheringTopics
{
    private static readonly DateTimeOffset First = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly TopicStream _stream = new(Rarity.Count(Enumerable.Range(1, 60).Select(n => new Wording(
        $"咨询第{n}号政策怎么办理", $"尊敬的领导您好，我想咨询第{n}号政策，请有关部门解决，希望给一个答复，谢谢。影响居民正常生活的问题一直没有人管。"))));

    private int _voices;

    private Placement Say(string subject, string facts, string person, double day) =>
        _stream.Add(new($"p{++_voices}", person, First.AddDays(day), new Wording(subject, facts)));

    private Placement Smoke(int n, string? person = null, double? day = null, string estate = "明月花园小区") => (n % 4) switch
    {
        0 => Say($"虚构东路{estate}餐馆油烟扰民", $"{estate}5栋楼下有几家餐馆，油烟严重，晚上营业到凌晨3点，炒菜噪声大。请有关部门解决。", person ?? $"邻居{n}", day ?? n),
        1 => Say($"{estate}楼下餐馆油烟大，夜里睡不着", $"我住{estate}，楼下餐馆的油烟天天往上冒，凌晨还在炒菜。希望管一管。", person ?? $"邻居{n}", day ?? n),
        2 => Say($"反映{estate}底层餐馆没有排烟管道", $"{estate}底层餐馆没有排烟管道，油烟直排，窗户不敢开，老人咳嗽。", person ?? $"邻居{n}", day ?? n),
        _ => Say($"{estate}门口夜宵摊油烟、噪声", $"{estate}门口的餐馆和夜宵摊，油烟和噪声到凌晨，{estate}的居民没法休息。", person ?? $"邻居{n}", day ?? n),
    };

    [Fact]
    public void What_neighbours_tell_of_one_estate_is_one_topic()
    {
        var placed = Enumerable.Range(0, 8).Select(n => Smoke(n)).ToList();
        Assert.Single(placed.Select(p => p.Topic).Distinct());
        Assert.Equal(8, placed[^1].People);
    }

    [Fact]
    public void The_same_words_about_another_estate_are_another_topic()
    {
        var here = Enumerable.Range(0, 4).Select(n => Smoke(n)).ToList()[^1].Topic;
        var there = Enumerable.Range(4, 4).Select(n => Smoke(n, estate: "清风家园小区")).ToList();
        Assert.DoesNotContain(there, p => p.Topic == here);
    }

    [Fact]
    public void One_person_who_writes_often_makes_no_topic_hot()
    {
        var placed = Enumerable.Range(0, 8).Select(n => Smoke(n, person: "同一个人")).ToList();
        Assert.All(placed, p => Assert.Equal(1, p.People));
    }

    [Fact]
    public void People_are_counted_over_a_season_only()
    {
        foreach (var n in Enumerable.Range(0, 4)) Smoke(n, day: 0);
        Assert.Equal(5, Smoke(4, day: 30).People);
        Assert.Equal(2, Smoke(5, day: 31).People);
    }

    [Fact]
    public void A_topic_of_which_nobody_speaks_for_half_a_year_is_forgotten_with_all_it_held()
    {
        var old = Enumerable.Range(0, 4).Select(n => Smoke(n)).ToList()[^1].Topic;
        var again = Smoke(4, day: 200);
        Assert.NotEqual(old, again.Topic);
        Assert.Equal((1, 1), (_stream.Count, _stream.Held));
        Assert.Null(_stream.NameOf(old));
    }

    [Fact]
    public void A_topic_bears_words_that_several_people_use_and_none_that_only_one_does()
    {
        foreach (var n in Enumerable.Range(0, 8)) Smoke(n);
        var topic = Say("明月花园小区餐馆油烟熏坏了虚某某家的窗户", "明月花园小区5栋楼下有几家餐馆，油烟严重，凌晨还在炒菜，明月花园小区的居民没法休息。", "邻居9", 9).Topic;
        var name = _stream.NameOf(topic);
        Assert.Contains("明月花园小区", name, StringComparison.Ordinal);
        Assert.Contains("油烟", name, StringComparison.Ordinal);
        Assert.DoesNotContain("虚某某", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_people_are_too_few_for_a_name()
    {
        Smoke(0);
        Assert.Null(_stream.NameOf(Smoke(1).Topic));
    }

    [Fact]
    public void Petitions_that_have_nothing_in_common_are_topics_of_their_own()
    {
        Assert.Equal(3, new[]
        {
            Say("建议增加虚构公交9路车次", "9路公交车二十分钟一班，上班等不到车。建议早晚高峰增加车次。", "甲", 0),
            Say("安和里虚构楼一楼下水管返水没有人管", "一楼卫生间地漏冒污水，淹到客厅。请求修好主管道。", "乙", 1),
            Say("虚构厂拖欠三个月工资", "虚构厂二十多名工人三个月没有领到工资，厂里说没有钱。", "丙", 2),
        }.Select(p => p.Topic).Distinct().Count());
    }
}
