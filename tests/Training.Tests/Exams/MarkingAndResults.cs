using System.Text.Json;

namespace Xinfang.Training.Tests.Exams;

public class MarkingAndResults(TrainingApp app)
{
    private static readonly DateTimeOffset Start = ExamOf.Opens.AddHours(1);

    [Fact]
    public async Task A_short_answer_is_marked_by_a_person_who_does_not_see_whose_it_is()
    {
        var exam = await ExamOf.OpenAsync(app, questions: 1, shorts: 1, pass: 50);
        using var officer = app.As("120104-cgw.officer", Start);
        using var trainer = app.As("trainer", Start);
        var sitting = await ExamOf.BeginAsync(officer, exam);
        var questions = (await (await officer.Get($"/sittings/{sitting}")).Json()).GetProperty("questions");
        var number = questions.EnumerateArray().Single(question => question.Text("kind") == "Short").GetProperty("number").GetInt32();
        await (await officer.Put($"/sittings/{sitting}/answers/{number}", new { revision = 0, text = "先请他坐下，听他说完，再讲程序。" })).Json();
        var handedIn = await (await officer.Post($"/sittings/{sitting}/hand-in", new { })).Json();
        Assert.Equal(JsonValueKind.Null, handedIn.GetProperty("percent").ValueKind);
        await (await officer.Post($"/exams/{exam}/sittings", new { })).Problem(409, "exam.awaiting-marks");

        var waiting = await (await trainer.Get($"/exams/{exam}/to-mark")).Json();
        Assert.DoesNotContain("officer", waiting.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, waiting.GetProperty("waiting").GetInt32());
        await (await trainer.Put($"/sittings/{sitting}/marks/{number}", new { points = 4 })).Problem(422, "exam.points");
        var marked = await (await trainer.Put($"/sittings/{sitting}/marks/{number}", new { points = 3 })).Json();
        Assert.Equal(60m, marked.GetProperty("percent").GetDecimal()); // 3 of 5 points; the single choice was left out
        Assert.True(marked.GetProperty("passed").GetBoolean());
        await (await trainer.Put($"/sittings/{sitting}/marks/{number}", new { points = 3 })).Json(); // again: the same
        await (await trainer.Put($"/sittings/{sitting}/marks/{number}", new { points = 1 })).Problem(409, "exam.marked");
        await (await trainer.Put($"/sittings/{sitting}/marks/{3 - number}", new { points = 1 })).Problem(422, "exam.not-short");
    }

    [Fact]
    public async Task Results_are_told_by_organ_with_the_best_attempt_of_each_person()
    {
        var exam = await ExamOf.OpenAsync(app, questions: 2, attempts: 2);
        using var trainer = app.As("trainer", Start);
        foreach (var account in (string[])["120104-mzj.officer", "120104-mzj.checker", "120104-jyj.officer"])
        {
            using var person = app.As(account, Start);
            await (await person.Post($"/sittings/{await ExamOf.BeginAsync(person, exam)}/hand-in", new { })).Json();
        }
        using var again = app.As("120104-mzj.officer", Start);
        var second = await ExamOf.BeginAsync(again, exam);
        foreach (var question in (await (await again.Get($"/sittings/{second}")).Json()).GetProperty("questions").EnumerateArray())
            await (await again.AnswerAsync(second, question.GetProperty("number").GetInt32(), await ExamOf.RightAsync(trainer, question))).Json();
        await (await again.Post($"/sittings/{second}/hand-in", new { })).Json();

        var results = await (await trainer.Get($"/exams/{exam}/results")).Json();
        var bureau = results.GetProperty("organs").EnumerateArray().Single(row => row.Text("organ") == "120104-mzj");
        Assert.Equal((2, 2, 1, 50m), (bureau.GetProperty("people").GetInt32(), bureau.GetProperty("marked").GetInt32(), bureau.GetProperty("passed").GetInt32(), bureau.GetProperty("mean").GetDecimal()));
        Assert.Equal(3, results.GetProperty("all").GetProperty("people").GetInt32());
        Assert.DoesNotContain("officer", results.ToString(), StringComparison.Ordinal);

        var items = await (await trainer.Get($"/exams/{exam}/items")).Json();
        Assert.Equal(3, items.GetProperty("sittings").GetInt32()); // first attempts only
        Assert.All(items.GetProperty("items").EnumerateArray(), item => Assert.Equal((3, 0.0), (item.GetProperty("sittings").GetInt32(), item.GetProperty("difficulty").GetDouble())));
    }

    [Fact]
    public async Task An_exam_that_is_open_is_not_changed_and_tells_when_its_questions_have_been_retired()
    {
        var exam = await ExamOf.OpenAsync(app, questions: 1, shorts: 1);
        using var trainer = app.As("trainer", Start);
        await (await trainer.Put($"/exams/{exam}", new { title = "改名", minutes = 30, passPercent = 60, attempts = 1, opensAt = ExamOf.Opens, closesAt = ExamOf.Closes, blueprint = new[] { new { competency = "Review", count = 1, points = 1 } } })).Problem(409, "exam.not-draft");
        var question = await app.Sql<Guid>("select id from question where kind = 'Short' and state = 'Active' and id::text in (select jsonb_array_elements(p->'items')->>'question' from exam, jsonb_array_elements(papers->'of') p where exam.id = $1)", exam);
        await (await trainer.Post($"/questions/{question}/retirement", new { reason = "规定改了" })).Json();
        Assert.Equal(1, (await (await trainer.Get($"/exams/{exam}")).Json()).GetProperty("outdated").GetInt32());
    }

    [Fact]
    public async Task An_exam_cannot_be_opened_with_more_questions_than_the_bank_has_or_for_a_time_that_has_passed()
    {
        using var trainer = app.As("trainer", Start);
        var exam = Guid.CreateVersion7();
        object Body(DateTimeOffset closes) => new { title = "太多题", minutes = 30, passPercent = 60, attempts = 1, opensAt = ExamOf.Opens, closesAt = closes, blueprint = new[] { new { competency = "RuleOfLaw", count = 50, points = 1 } } };
        await (await trainer.Put($"/exams/{exam}", Body(ExamOf.Opens))).Problem(422, "exam.window");
        await (await trainer.Put($"/exams/{exam}", Body(Start.AddMinutes(-5)))).Problem(422, "exam.window");
        await (await trainer.Put($"/exams/{exam}", Body(ExamOf.Closes))).Json();
        await (await trainer.Post($"/exams/{exam}/opening", new { })).Problem(422, "exam.too-few-questions");
    }
}
