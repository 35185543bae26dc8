using System.Net;
using System.Text.Json;

namespace Xinfang.Training.Tests.Exams;

public class SittingAnExam(TrainingApp app)
{
    private static readonly DateTimeOffset Start = ExamOf.Opens.AddHours(1);

    [Fact]
    public async Task Answers_saved_before_a_crash_are_there_afterwards_with_the_time_that_is_left()
    {
        var exam = await ExamOf.OpenAsync(app);
        using var officer = app.As("120104-zjw.officer", Start);
        var sitting = await ExamOf.BeginAsync(officer, exam);
        await (await officer.AnswerAsync(sitting, 1, "B")).Json();
        await (await officer.AnswerAsync(sitting, 2, "A")).Json();

        await using var replica = app.Replica(); // another process: nothing of the first is in its memory
        using var after = Xinfang.Testing.Tokens.As(replica.CreateClient(), "120104-zjw.officer");
        after.DefaultRequestHeaders.Add("X-Test-Time", Start.AddMinutes(20).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(sitting, await ExamOf.BeginAsync(after, exam));
        var view = await (await after.Get($"/sittings/{sitting}")).Json();
        Assert.Equal(40 * 60, view.GetProperty("secondsLeft").GetInt32());
        Assert.Equal(["B"], Keys(view, 1));
        Assert.Equal(["A"], Keys(view, 2));
        Assert.Equal(JsonValueKind.Null, view.GetProperty("questions")[2].GetProperty("answer").ValueKind);
    }

    [Fact]
    public async Task The_right_answers_are_not_told_before_the_exam_has_closed_for_everybody()
    {
        var exam = await ExamOf.OpenAsync(app);
        using var officer = app.As("120104-zjw.checker", Start);
        var sitting = await ExamOf.BeginAsync(officer, exam);
        var handedIn = await (await officer.Post($"/sittings/{sitting}/hand-in", new { })).Json();
        Assert.All(handedIn.GetProperty("questions").EnumerateArray(), question => Assert.Equal(JsonValueKind.Null, question.GetProperty("solution").ValueKind));

        using var later = app.As("120104-zjw.checker", ExamOf.Closes.AddMinutes(1));
        var solved = await (await later.Get($"/sittings/{sitting}")).Json();
        Assert.All(solved.GetProperty("questions").EnumerateArray(), question => Assert.Single(question.GetProperty("solution").GetProperty("keys").EnumerateArray()));
    }

    [Fact]
    public async Task An_answer_after_the_time_is_refused_and_what_was_saved_counts()
    {
        var exam = await ExamOf.OpenAsync(app, minutes: 30);
        using var officer = app.As("120104001.officer", Start);
        using var trainer = app.As("trainer", Start);
        var sitting = await ExamOf.BeginAsync(officer, exam);
        var first = (await (await officer.Get($"/sittings/{sitting}")).Json()).GetProperty("questions")[0];
        await (await officer.AnswerAsync(sitting, 1, await ExamOf.RightAsync(trainer, first))).Json();

        using var late = app.As("120104001.officer", Start.AddMinutes(30));
        await (await late.AnswerAsync(sitting, 2, "A")).Problem(409, "exam.time-is-over");
        var over = await (await late.Get($"/sittings/{sitting}")).Json();
        Assert.Equal(0, over.GetProperty("secondsLeft").GetInt32());
        Assert.Equal(16.7m, over.GetProperty("percent").GetDecimal());
        Assert.False(over.GetProperty("passed").GetBoolean());
        Assert.Equal(Start.AddMinutes(30), over.GetProperty("handedInAt").GetDateTimeOffset());
        await (await late.AnswerAsync(sitting, 2, "A")).Problem(409, "exam.time-is-over");
    }

    [Fact]
    public async Task The_exam_ends_for_everybody_when_it_closes()
    {
        var exam = await ExamOf.OpenAsync(app, minutes: 60);
        using var officer = app.As("120104002.officer", ExamOf.Closes.AddMinutes(-10));
        Assert.Equal(10 * 60, (await (await officer.Get($"/sittings/{await ExamOf.BeginAsync(officer, exam)}")).Json()).GetProperty("secondsLeft").GetInt32());
        using var late = app.As("120104003.officer", ExamOf.Closes);
        await (await late.Post($"/exams/{exam}/sittings", new { })).Problem(409, "exam.not-open");
    }

    [Fact]
    public async Task Two_windows_begin_one_attempt()
    {
        var exam = await ExamOf.OpenAsync(app);
        using var officer = app.As("120104-zjw.head", Start);
        var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ExamOf.BeginAsync(officer, exam)));
        Assert.Single(begun.Distinct());
        Assert.Equal(1, await app.Sql<long>("select count(*) from sitting where exam_id = $1", exam));
    }

    [Fact]
    public async Task A_second_window_does_not_overwrite_what_the_first_one_answered()
    {
        var exam = await ExamOf.OpenAsync(app);
        using var officer = app.As("120104004.officer", Start);
        var sitting = await ExamOf.BeginAsync(officer, exam);
        Assert.Equal(1, (await (await officer.AnswerAsync(sitting, 1, "A")).Json()).GetProperty("revision").GetInt32());
        await (await officer.AnswerAsync(sitting, 1, "B")).Problem(409, "exam.answer-changed-meanwhile"); // that window still showed nothing
        Assert.Equal(2, (await (await officer.AnswerAsync(sitting, 1, "B", revision: 1)).Json()).GetProperty("revision").GetInt32());
        // The same again, as after a lost answer: nothing new.
        Assert.Equal(2, (await (await officer.AnswerAsync(sitting, 1, "B", revision: 1)).Json()).GetProperty("revision").GetInt32());
        Assert.Equal(["B"], Keys(await (await officer.Get($"/sittings/{sitting}")).Json(), 1));
    }

    [Fact]
    public async Task Of_many_windows_that_answer_at_once_exactly_one_is_taken()
    {
        var exam = await ExamOf.OpenAsync(app);
        using var officer = app.As("120104005.officer", Start);
        var sitting = await ExamOf.BeginAsync(officer, exam);
        var answers = await Task.WhenAll(((string[])["A", "B", "C", "D"]).Select(async key => (Key: key, Answer: await officer.AnswerAsync(sitting, 1, key))));
        var taken = Assert.Single(answers, each => each.Answer.StatusCode is HttpStatusCode.OK);
        Assert.Equal([taken.Key], Keys(await (await officer.Get($"/sittings/{sitting}")).Json(), 1));
    }

    [Fact]
    public async Task No_answer_slips_in_beside_handing_in()
    {
        var exam = await ExamOf.OpenAsync(app, questions: 12);
        using var officer = app.As("120104006.officer", Start);
        var sitting = await ExamOf.BeginAsync(officer, exam);
        var acts = await Task.WhenAll(Enumerable.Range(1, 12).Select(async number => (number, Status: (await officer.AnswerAsync(sitting, number, "A")).StatusCode))
            .Append(Task.Run(async () => (number: 0, Status: (await officer.Post($"/sittings/{sitting}/hand-in", new { })).StatusCode), TestContext.Current.CancellationToken)));
        var taken = acts.Where(act => act.number > 0 && act.Status is HttpStatusCode.OK).Select(act => act.number).ToHashSet();
        var view = await (await officer.Get($"/sittings/{sitting}")).Json();
        Assert.Equal(taken.Order(), view.GetProperty("questions").EnumerateArray().Where(question => question.GetProperty("answer").ValueKind is JsonValueKind.Object).Select(question => question.GetProperty("number").GetInt32()));
        Assert.NotEqual(JsonValueKind.Null, view.GetProperty("percent").ValueKind);
        await (await officer.AnswerAsync(sitting, 1, "A")).Problem(409, "exam.handed-in");
    }

    [Fact]
    public async Task Who_has_passed_sits_it_no_more_and_who_has_not_may_until_the_attempts_are_used()
    {
        var exam = await ExamOf.OpenAsync(app, questions: 2, attempts: 2);
        using var trainer = app.As("trainer", Start);
        using var officer = app.As("120104007.officer", Start);
        var failed = await ExamOf.BeginAsync(officer, exam);
        await (await officer.Post($"/sittings/{failed}/hand-in", new { })).Json();

        var second = await ExamOf.BeginAsync(officer, exam);
        Assert.NotEqual(failed, second);
        foreach (var question in (await (await officer.Get($"/sittings/{second}")).Json()).GetProperty("questions").EnumerateArray())
            await (await officer.AnswerAsync(second, question.GetProperty("number").GetInt32(), await ExamOf.RightAsync(trainer, question))).Json();
        var passed = await (await officer.Post($"/sittings/{second}/hand-in", new { })).Json();
        Assert.True(passed.GetProperty("passed").GetBoolean());
        Assert.Equal(100m, passed.GetProperty("percent").GetDecimal());
        await (await officer.Post($"/exams/{exam}/sittings", new { })).Problem(409, "exam.passed");
        using var certificate = await officer.Get($"/sittings/{second}/certificate.pdf");
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString((await certificate.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..5]), StringComparison.Ordinal);
        await (await officer.Get($"/sittings/{failed}/certificate.pdf")).Problem(409, "exam.not-passed");

        using var other = app.As("120104008.officer", Start);
        for (var attempt = 0; attempt < 2; attempt++) await (await other.Post($"/sittings/{await ExamOf.BeginAsync(other, exam)}/hand-in", new { })).Json();
        await (await other.Post($"/exams/{exam}/sittings", new { })).Problem(409, "exam.no-attempt-left");
    }

    [Theory]
    [InlineData("""{"revision":0,"keys":["Z"]}""", 422)]
    [InlineData("""{"revision":0,"keys":["A","B"]}""", 422)]
    [InlineData("""{"revision":0,"keys":["A","A"]}""", 422)]
    [InlineData("""{"revision":0,"day":"2026-05-11"}""", 422)]
    [InlineData("""{"revision":0}""", 422)]
    [InlineData("""{"revision":-1,"keys":["A"]}""", 400)]
    [InlineData("""{"revision":0,"keys":[null]}""", 400)]
    [InlineData("""{"revision":7,"keys":["A"]}""", 409)]
    public async Task An_answer_that_does_not_fit_the_question_is_refused(string body, int status)
    {
        var exam = await ExamOf.OpenAsync(app);
        using var officer = app.As("120104009.officer", Start);
        var sitting = await ExamOf.BeginAsync(officer, exam);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(status, (int)(await officer.PutAsync(new Uri($"/sittings/{sitting}/answers/1", UriKind.Relative), content, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(0, await app.Sql<long>("select count(*) from sitting_answer where sitting_id = $1", sitting));
    }

    [Fact]
    public async Task Nobody_sees_or_answers_the_sheet_of_another()
    {
        var exam = await ExamOf.OpenAsync(app);
        using var officer = app.As("120104010.officer", Start);
        using var other = app.As("120104011.officer", Start);
        var sitting = await ExamOf.BeginAsync(officer, exam);
        await (await other.Get($"/sittings/{sitting}")).Problem(404, "training.not-found");
        await (await other.AnswerAsync(sitting, 1, "A")).Problem(404, "training.not-found");
        await (await other.Post($"/sittings/{sitting}/hand-in", new { })).Problem(404, "training.not-found");
    }

    [Fact]
    public async Task An_exam_for_some_organs_is_not_for_others()
    {
        var exam = await ExamOf.OpenAsync(app, organs: ["120104001"]);
        using var other = app.As("120104-rsj.officer", Start);
        await (await other.Post($"/exams/{exam}/sittings", new { })).Problem(403, "exam.not-invited");
        Assert.DoesNotContain(exam.ToString(), await other.GetStringAsync(new Uri("/my/exams", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string?[] Keys(JsonElement view, int number) => [.. view.GetProperty("questions")[number - 1].GetProperty("answer").GetProperty("keys").EnumerateArray().Select(key => key.GetString())];
}
