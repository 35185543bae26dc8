using Xinfang.Intake.Recognition;
using Xinfang.Intake.Recognition.Categories;

namespace Xinfang.Intake.Tests.Recognition;

public class LearningCategories
{
    private static readonly Categorizer Learnt = Categorizer.Learn(Decided);

    private static IReadOnlyList<Example> Decided =>
        [
            .. Enumerable.Range(1, 12).Select(n => new Example(new Wording($"{n}号楼老板拖欠工资", $"我在{n}号工地干了{n}个月，包工头不发工资，劳动合同也没有签。请帮忙讨薪。"), "劳动")),
            .. Enumerable.Range(1, 12).Select(n => new Example(new Wording($"{n}路公交车首末班车太少", $"每天坐{n}路公交车上班，等车要{n + 10}分钟，站台也没有站牌。希望增加车次。"), "交通")),
            .. Enumerable.Range(1, 12).Select(n => new Example(new Wording($"第{n}中学附近油烟噪音", $"{n}楼下的烧烤店油烟很大，半夜噪音扰民，环境污染严重，开不了窗。"), "环境")),
        ];

    [Theory]
    [InlineData("工资没有发", "老板跑了，三个月工资拖欠着", "劳动")]
    [InlineData("等公交车太久", "站台上没有站牌，车次太少", "交通")]
    [InlineData("楼下饭店油烟", "噪音很大，污染环境", "环境")]
    public void What_was_decided_before_is_proposed_again(string subject, string rest, string label)
    {
        var guesses = Learnt.Guess(new Wording(subject, rest));
        Assert.Equal(label, guesses[0].Label);
        Assert.True(guesses[0].Probability > 0.5);
    }

    [Fact]
    public void The_probabilities_of_all_labels_make_one()
    {
        foreach (var example in Decided.Append(new Example(new Wording("", ""), "")).Append(new Example(new Wording("！！", "1234567"), "")))
            Assert.Equal(1, Learnt.Guess(example.Wording).Sum(guess => guess.Probability), 9);
    }

    [Fact]
    public void The_words_that_speak_for_it_stand_in_the_petition()
    {
        var wording = new Wording("老板拖欠工资", "我们６个人在工地干活，包工头 一直拖着不发工资。");
        var words = Learnt.Evidence(wording, "劳动");
        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.True(wording.Subject.Contains(word, StringComparison.Ordinal) || wording.Rest.Contains(word, StringComparison.Ordinal), word));
        Assert.Contains(words, word => word.Contains("工资", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_decisions_teach_the_same()
    {
        var again = Categorizer.Learn(Decided);
        foreach (var example in Decided) Assert.Equal(Learnt.Guess(example.Wording), again.Guess(example.Wording));
    }

    [Fact]
    public void Nothing_is_learnt_from_too_few_or_from_one_kind()
    {
        Assert.Throws<ArgumentException>(() => Categorizer.Learn([.. Decided.Take(Categorizer.FewestExamples - 1)]));
        Assert.Throws<ArgumentException>(() => Categorizer.Learn([.. Decided.Where(example => example.Label == "劳动").SelectMany(example => new[] { example, example })]));
    }
}
