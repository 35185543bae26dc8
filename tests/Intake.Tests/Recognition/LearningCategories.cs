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

    [Fact]
    public void What_was_learnt_is_kept_as_bytes_without_a_word_and_says_the_same()
    {
        var bytes = Learnt.Write();
        var again = Categorizer.Read(bytes);
        Assert.Equal(Learnt.Labels, again.Labels);
        foreach (var example in Decided)
        {
            var (before, after) = (Learnt.Guess(example.Wording), again.Guess(example.Wording));
            Assert.Equal(before.Select(guess => guess.Label), after.Select(guess => guess.Label));
            Assert.All(before.Zip(after), pair => Assert.Equal(pair.First.Probability, pair.Second.Probability, 0.01));
            Assert.Equal(Learnt.Evidence(example.Wording, example.Label)[0], again.Evidence(example.Wording, example.Label)[0]);
        }
        Assert.InRange(bytes.Length, 1, 200_000);
    }

    [Fact]
    public void Bytes_that_are_something_else_are_refused()
    {
        var bytes = Learnt.Write();
        Assert.Throws<InvalidDataException>(() => Categorizer.Read(bytes[..(bytes.Length / 2)]));
        Assert.Throws<InvalidDataException>(() => Categorizer.Read([1, 2, 3]));
        Assert.Throws<InvalidDataException>(() => Categorizer.Read([]));
    }

    [Fact]
    public void How_well_it_judges_is_measured_on_what_it_has_not_learnt_from()
    {
        var judged = CrossValidation.Run(Decided, 3, TestContext.Current.CancellationToken);
        Assert.Equal(Decided.Select(example => example.Label), judged.Select(each => each!.Label));
        var quality = Quality.Of([.. judged.OfType<Judged>()]);
        Assert.Equal((36, 3), (quality.Examples, quality.Labels.Count));
        Assert.InRange(quality.MacroF1, 0.9, 1);
        Assert.True(quality.Top2 >= quality.Accuracy);
    }

    [Fact]
    public void Copies_of_a_text_never_answer_for_each_other()
    {
        List<Example> copies = [.. Decided, .. Decided];
        var parts = CrossValidation.Parts(copies, 3);
        Assert.Equal(Enumerable.Range(0, copies.Count), parts.SelectMany(part => part).Order());
        Assert.All(parts, part => Assert.All(part, i => Assert.Contains((i + Decided.Count) % copies.Count, part)));
    }

    [Fact]
    public void Precision_recall_and_their_mean_are_counted_by_label()
    {
        var quality = Quality.Of([new("a", "a", "b", 0.9), new("a", "b", "a", 0.6), new("b", "b", "a", 0.8), new("b", "b", "a", 0.8)]);
        var (a, b) = (quality.Labels[0], quality.Labels[1]);
        Assert.Equal((1.0, 0.5), (a.Precision, a.Recall));
        Assert.Equal((2.0 / 3, 1.0), (b.Precision, b.Recall));
        Assert.Equal((a.F1 + b.F1) / 2, quality.MacroF1, 9);
        Assert.Equal((0.75, 1.0), (quality.Accuracy, quality.Top2));
        Assert.Equal(0, Quality.Of([]).MacroF1);
    }
}
