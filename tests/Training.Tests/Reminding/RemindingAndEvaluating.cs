using System.Text.Json;
using Xinfang.Training.Api.Evaluating;
using Xinfang.Training.Api.Reminding;
using Xinfang.Training.Tests.Exams;

namespace Xinfang.Training.Tests.Reminding;

/// <summary>In 2032 and 2033, where no other test has plans.</summary>
public class RemindingAndEvaluating(TrainingApp app)
{
    private static readonly DateTimeOffset Begins = Wire.On(2032, 6, 10, 14), Ends = Wire.On(2032, 6, 10, 17), Autumn = Wire.On(2032, 9, 10, 14), Over = Autumn.AddHours(3);

    [Theory]
    [InlineData(8, null)]
    [InlineData(7, "Week")]
    [InlineData(2, "Week")]
    [InlineData(1, "Day")]
    [InlineData(0, "Day")]
    [InlineData(-1, "Overdue")]
    [InlineData(-30, "Overdue")]
    [InlineData(-31, null)]
    public void A_person_is_reminded_seven_days_and_one_day_before_and_when_it_is_over(int before, string? stage) =>
        Assert.Equal(stage, Reminders.StageOf(new(2032, 6, 10), new DateOnly(2032, 6, 10).AddDays(-before))?.ToString());

    [Fact]
    public async Task A_planned_session_reminds_whoever_is_invited_once_of_each_stage_until_they_have_come()
    {
        var session = await PlanAsync(["120104-swj", "120104-gzw"]);
        using var officer = await EnrolAsync("120104-swj.officer");
        using var absent = await EnrolAsync("120104-gzw.officer");
        using var other = await EnrolAsync("120104-yjj.officer");

        await WriteAsync(new(2032, 6, 2));
        Assert.Equal(0, await CountAsync(session));
        foreach (var day in (int[])[3, 3, 4, 8]) await WriteAsync(new(2032, 6, day)); // the same stage again and again
        Assert.Equal(2, await CountAsync(session));
        await Task.WhenAll(WriteAsync(new(2032, 6, 9)), WriteAsync(new(2032, 6, 9))); // two replicas at once
        Assert.Equal(4, await CountAsync(session));
        Assert.Equal("Day", Assert.Single(await MineAsync("120104-swj.officer", Begins.AddHours(-6))).Text("stage")); // the nearest stage only
        Assert.Empty(await MineAsync("120104-yjj.officer", Begins.AddHours(-6)));

        await SignInAsync(session, "120104-swj.officer");
        await WriteAsync(new(2032, 6, 11));
        Assert.Empty(await MineAsync("120104-swj.officer", Ends.AddDays(1)));
        Assert.Equal("Overdue", Assert.Single(await MineAsync("120104-gzw.officer", Ends.AddDays(1))).Text("stage"));
        using var later = app.As("120104-gzw.officer", Ends.AddDays(1));
        Assert.Single((await (await later.Get("/my/file")).Json()).GetProperty("reminders").EnumerateArray());
        using var trainer = app.As("trainer", Ends.AddDays(1));
        var rows = (await (await trainer.Get("/hours?year=2032")).Json()).GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal((1, 1), Of(rows, "120104-gzw"));
        Assert.Equal((0, 0), Of(rows, "120104-swj"));
    }

    [Fact]
    public async Task What_was_called_off_reminds_nobody_any_more()
    {
        var session = await PlanAsync(["120104-wlj"]);
        using var officer = await EnrolAsync("120104-wlj.officer");
        await WriteAsync(new(2032, 6, 5));
        Assert.Single(await MineAsync("120104-wlj.officer", Wire.On(2032, 6, 5)));
        using var trainer = app.As("trainer", Wire.On(2032, 6, 5));
        await (await trainer.Post($"/sessions/{session}/cancellation", new { })).Json();
        Assert.Empty(await MineAsync("120104-wlj.officer", Wire.On(2032, 6, 5)));
    }

    [Fact]
    public async Task An_exam_reminds_whoever_has_not_passed_it_and_the_year_whoever_lacks_hours()
    {
        var exam = await ExamOf.OpenAsync(app, organs: ["120104-tyjr"]);
        using var early = app.As("120104-tyjr.officer", Wire.On(2026, 5, 1));
        await (await early.Get("/my/study")).Json();
        await WriteAsync(new(2026, 5, 9));
        var row = Assert.Single(await MineAsync("120104-tyjr.officer", Wire.On(2026, 5, 9)), each => each.Text("reference") == exam.ToString());
        Assert.Equal(("Exam", "2026-05-15"), (row.Text("kind"), row.Text("dueOn")));

        await WriteAsync(new(2033, 12, 24));
        var hours = Assert.Single(await MineAsync("120104-tyjr.officer", Wire.On(2033, 12, 25)));
        Assert.Equal(("Hours", "Week"), (hours.Text("kind"), hours.Text("stage")));
        using var trainer = app.As("trainer", Wire.On(2033, 12, 26));
        await (await trainer.Post("/hours/imports", new { csv = "账号,平台,课程,专题,学时,日期\n" + string.Concat(Enumerable.Range(1, 2).Select(n => $"120104-tyjr.officer,平台,第{n}讲,Other,45,2033-12-0{n}\n")), dryRun = false })).Json();
        Assert.Empty(await MineAsync("120104-tyjr.officer", Wire.On(2033, 12, 26)));
    }

    [Fact]
    public async Task Averages_are_told_with_the_number_of_answers_from_five_on_and_only_when_nobody_can_answer_any_more()
    {
        var (four, five) = (await PlanAsync([], Autumn), await PlanAsync([], Autumn));
        string[] people = [.. Enumerable.Range(1, 5).Select(n => $"12010400{n}.checker")];
        foreach (var (person, at) in people.Select((person, at) => (person, at)))
        {
            foreach (var session in (Guid[])[four, five]) await SignInAsync(session, person, Autumn);
            using var client = app.As(person, Over.AddHours(1));
            Assert.Equal(2, (await (await client.Get("/my/study?year=2032")).Json()).GetProperty("toEvaluate").GetArrayLength());
            await EvaluateAsync(client, five, at + 1);
            if (at < 4) await EvaluateAsync(client, four, 5);
            await (await client.Post($"/sessions/{five}/evaluation", new { useful = 5, clear = 5, fitting = 5 })).Problem(409, "evaluation.done");
        }

        Assert.Empty((await ResultAsync(five, Over.AddDays(1))).GetProperty("rows").EnumerateArray());
        var told = await ResultAsync(five, Over.AddDays(Evaluation.Days + 1));
        Assert.Equal(5, told.GetProperty("answers").GetInt32());
        Assert.Equal([3.0, 4.0, 2.0], told.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("mean").GetDouble())); // 1 to 5; always 4; always 2
        var few = await ResultAsync(four, Over.AddDays(Evaluation.Days + 1));
        Assert.Equal((4, 0), (few.GetProperty("answers").GetInt32(), few.GetProperty("rows").GetArrayLength()));
        // Nothing in the database leads from a score to a person.
        Assert.Equal(0, await app.Sql<long>("select count(*) from information_schema.columns where table_name = 'evaluation_count' and column_name not in ('session_id', 'question', 'score', 'count')"));
        Assert.Equal(0, await app.Sql<long>("select count(*) from information_schema.columns where table_name = 'evaluated' and column_name not in ('session_id', 'account')"));
    }

    [Fact]
    public async Task Only_those_who_came_evaluate_and_only_after_the_end_and_not_for_ever()
    {
        var session = await PlanAsync([], Autumn);
        await SignInAsync(session, "120104008.checker", Autumn);
        object scores = new { useful = 5, clear = 4, fitting = 3 };
        using var absent = app.As("120104009.checker", Over.AddHours(1));
        await (await absent.Post($"/sessions/{session}/evaluation", scores)).Problem(403, "evaluation.not-attended");
        using var during = app.As("120104008.checker", Over.AddMinutes(-1));
        await (await during.Post($"/sessions/{session}/evaluation", scores)).Problem(409, "evaluation.not-over");
        using var late = app.As("120104008.checker", Over.AddDays(Evaluation.Days).AddMinutes(1));
        await (await late.Post($"/sessions/{session}/evaluation", scores)).Problem(409, "evaluation.closed");
        using var soon = app.As("120104008.checker", Over.AddHours(1));
        Assert.Equal(400, (int)(await soon.Post($"/sessions/{session}/evaluation", new { useful = 6, clear = 0, fitting = 3 })).StatusCode);
    }

    private static (int, int) Of(List<JsonElement> rows, string organ) =>
        rows.Find(row => row.Text("organ") == organ) is { ValueKind: JsonValueKind.Object } row ? (row.GetProperty("reminded").GetInt32(), row.GetProperty("overdue").GetInt32()) : throw new InvalidOperationException($"{organ} has no row.");

    private static async Task EvaluateAsync(HttpClient client, Guid session, int useful) => await (await client.Post($"/sessions/{session}/evaluation", new { useful, clear = 4, fitting = 2 })).Json();

    private async Task<JsonElement> ResultAsync(Guid session, DateTimeOffset at)
    {
        using var trainer = app.As("trainer", at);
        return await (await trainer.Get($"/sessions/{session}/evaluation")).Json();
    }

    private Task<int> WriteAsync(DateOnly today) => app.Db(db => Reminders.WriteAsync(db, today, TestContext.Current.CancellationToken));

    private Task<long> CountAsync(Guid session) => app.Sql<long>("select count(*) from reminder where reference = $1", session.ToString());

    private async Task<List<JsonElement>> MineAsync(string account, DateTimeOffset at)
    {
        using var client = app.As(account, at);
        return [.. (await (await client.Get("/my/reminders")).Json()).GetProperty("items").EnumerateArray()];
    }

    private async Task<HttpClient> EnrolAsync(string account)
    {
        var client = app.As(account, Wire.On(2032, 5, 3));
        await (await client.Get("/my/study")).Json();
        return client;
    }

    private async Task SignInAsync(Guid session, string account, DateTimeOffset? at = null)
    {
        using var trainer = app.As("trainer", at ?? Begins);
        var code = (await (await trainer.Get($"/sessions/{session}/sign-in-code")).Json()).Text("code");
        using var person = app.As(account, at ?? Begins);
        await (await person.Post($"/sessions/{session}/attendance", new { code })).Json();
    }

    private async Task<Guid> PlanAsync(string[] organs, DateTimeOffset? at = null)
    {
        using var trainer = app.As("trainer", Wire.On(2032, 5, 3));
        var id = Guid.CreateVersion7();
        await (await trainer.Put($"/sessions/{id}", new { title = $"受理办理轮训{id:N}", mode = "Class", form = "Round", topic = "Acceptance", hours = 3, startsAt = at ?? Begins, endsAt = (at ?? Begins).AddHours(3), place = "二楼会议室", organs })).Json();
        return id;
    }
}
