using System.Text.Json;
using Xinfang.Training.Api.Bank;
using Xinfang.Training.Api.Exams;

namespace Xinfang.Training.Tests.Exams;

public class MeasuringQuestions(TrainingApp app)
{
    [Fact]
    public async Task Difficulty_is_the_share_of_points_and_discrimination_the_corrected_point_biserial()
    {
        // Ten people; the five best have it right. Worked by hand: r = 0.8704.
        var (statistic, other) = await MeasureAsync([.. Enumerable.Range(1, 10).Select(n => (n > 5 ? 1m : 0m, (decimal)n))]);
        Assert.Equal(0.5, statistic.GetProperty("difficulty").GetDouble());
        Assert.Equal(0.870, statistic.GetProperty("discrimination").GetDouble(), 3);
        Assert.Equal((10, 10), (statistic.GetProperty("sittings").GetInt32(), other.GetProperty("sittings").GetInt32()));
    }

    [Fact]
    public async Task Below_ten_people_or_where_all_are_alike_nothing_is_said_of_discrimination()
    {
        Assert.Equal(JsonValueKind.Null, (await MeasureAsync([.. Enumerable.Range(1, 9).Select(n => (n > 5 ? 1m : 0m, (decimal)n))])).First.GetProperty("discrimination").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await MeasureAsync([.. Enumerable.Range(1, 20).Select(n => (1m, (decimal)n))])).First.GetProperty("discrimination").ValueKind);
        Assert.Equal(new(0, null, null), ItemStatistic.Of(null, 2));
    }

    [Fact]
    public async Task A_question_that_the_better_people_fail_is_marked_for_a_person_to_look_at()
    {
        var statistic = (await MeasureAsync([.. Enumerable.Range(1, 10).Select(n => (n > 5 ? 0m : 1m, (decimal)n))])).First;
        Assert.True(statistic.GetProperty("discrimination").GetDouble() < 0);
        Assert.Equal("区分不出会不会，请看题目", statistic.Text("remark"));
    }

    [Theory]
    [InlineData(new[] { 0, 2 }, 4)]
    [InlineData(new[] { 0 }, 2)]
    [InlineData(new[] { 0, 1 }, 0)]
    [InlineData(new[] { 0, 1, 2 }, 0)]
    [InlineData(new int[0], 0)]
    public void Several_right_answers_give_all_points_some_of_them_half_and_a_wrong_one_none(int[] chosen, int points)
    {
        var question = Question(QuestionKind.Multiple, new("哪些对？", ["甲", "乙", "丙"], [0, 2], ""));
        Assert.Equal(points, Marking.Points(question, new(chosen), 4));
    }

    [Fact]
    public void Steps_in_another_order_and_another_day_give_nothing_and_a_short_answer_waits_for_a_person()
    {
        var order = Question(QuestionKind.Order, new("排顺序", ["登记", "转送", "受理"], [0, 1, 2], ""));
        Assert.Equal(3, Marking.Points(order, new([0, 1, 2]), 3));
        Assert.Equal(0, Marking.Points(order, new([1, 0, 2]), 3));
        var day = Question(QuestionKind.Date, new("哪天？", [], [], "", new(2026, 5, 11)));
        Assert.Equal(3, Marking.Points(day, new(Day: new(2026, 5, 11)), 3));
        Assert.Equal(0, Marking.Points(day, new(Day: new(2026, 5, 12)), 3));
        var text = Question(QuestionKind.Short, new("怎么劝？", [], [], "", Model: "先听"));
        Assert.Null(Marking.Points(text, new(Text: "先听他说完"), 3));
        Assert.Equal(0, Marking.Points(text, Given.Nothing, 3));
    }

    [Fact]
    public void The_same_seed_draws_the_same_paper_and_another_seed_another()
    {
        var bank = Enumerable.Range(0, 60).Select(n => new Drawable(new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), $"s{n}", n % 2 == 0 ? "Terms" : "Roads", n % 3 + 1, QuestionKind.Single)).ToList();
        BlueprintLine[] blueprint = [new("Terms", 8, 2), new("Terms", 5, 2, Difficulty: 1), new("Roads", 6, 3)];
        Paper Draw(string seed) => Drawing.Draw(blueprint, bank, seed).Refused(out var refusal, out var paper) ? throw new InvalidOperationException(refusal.Code) : paper;

        Assert.Equal(Draw("a").Items, Draw("a").Items);
        Assert.NotEqual(Draw("a").Items, Draw("b").Items);
        var items = Draw("a").Items;
        Assert.Equal(19, items.Select(item => item.Question).Distinct().Count());
        Assert.Equal(13, items.Count(item => bank.Single(each => each.Id == item.Question).Competency == "Terms"));
        Assert.True(items.Count(item => bank.Single(each => each.Id == item.Question) is { Competency: "Terms", Difficulty: 1 }) >= 5);
    }

    [Fact]
    public void A_bank_that_is_too_small_is_told_with_its_numbers()
    {
        Assert.True(Drawing.Draw([new("Terms", 3, 2)], [new(Guid.CreateVersion7(), "s", "Terms", 1, QuestionKind.Single)], "a").Refused(out var refusal, out _));
        Assert.Equal("exam.too-few-questions", refusal.Code);
        Assert.Contains("只有1道，不够3道", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_people_see_questions_and_options_in_different_orders()
    {
        var items = Enumerable.Range(0, 20).Select(n => new PaperItem(new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), 2)).ToList();
        Assert.NotEqual(Drawing.Shuffle(items, item => item.Question.ToString("N"), "a"), Drawing.Shuffle(items, item => item.Question.ToString("N"), "b"));
        Assert.True(items.Select(item => string.Join("", Drawing.Options(4, item.Question, new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1])))).Distinct().Count() > 5);
    }

    /// <summary>An exam of two questions with made-up marks: of the first, of 1 point each, and of the second.</summary>
    private async Task<(JsonElement First, JsonElement Second)> MeasureAsync(IReadOnlyList<(decimal First, decimal Second)> people)
    {
        var exam = await ExamOf.OpenAsync(app, questions: 2);
        var (first, second) = (Guid.Empty, Guid.Empty);
        await app.Db(async db =>
        {
            var paper = (await db.Exams.FindAsync(exam))!.Papers.Of[0];
            (first, second) = (paper.Items[0].Question, paper.Items[1].Question);
            foreach (var (person, at) in people.Select((person, at) => (person, at)))
            {
                var sitting = Guid.CreateVersion7();
                db.Add(new Sitting { Id = sitting, ExamId = exam, Account = $"measured-{at}", Organ = "120104001", Attempt = 1, StartedAt = ExamOf.Opens.ToUniversalTime(), EndsAt = ExamOf.Closes.ToUniversalTime(), Sheet = paper, HandedInAt = ExamOf.Opens.ToUniversalTime(), Percent = 50, Passed = false });
                // The exam's questions are worth 2 points each; what is right has both.
                db.Add(new SittingAnswer { SittingId = sitting, Number = 1, QuestionId = first, Given = Given.Nothing, Revision = 0, SavedAt = ExamOf.Opens.ToUniversalTime(), Points = 2 * person.First });
                db.Add(new SittingAnswer { SittingId = sitting, Number = 2, QuestionId = second, Given = Given.Nothing, Revision = 0, SavedAt = ExamOf.Opens.ToUniversalTime(), Points = person.Second });
            }
            await db.SaveChangesAsync();
        });
        using var trainer = app.As("trainer", ExamOf.Closes.AddDays(1));
        var items = (await (await trainer.Get($"/exams/{exam}/items")).Json()).GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("question").GetGuid());
        return (items[first], items[second]);
    }

    private static Question Question(QuestionKind kind, QuestionContent content) => new()
    {
        Id = Guid.CreateVersion7(), Series = "s", Version = 1, Generated = false, Kind = kind, Difficulty = 1, Competency = "Terms", Basis = "条例", Content = content, Digest = "",
        State = QuestionState.Active, By = "trainer", WrittenAt = DateTimeOffset.UnixEpoch,
    };
}
