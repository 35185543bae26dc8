namespace Xinfang.Training.Tests.Study;

public class SigningIn(TrainingApp app)
{
    private static readonly DateTimeOffset Begins = Wire.On(2026, 6, 3, 14), Ends = Wire.On(2026, 6, 3, 17);

    [Fact]
    public async Task Attendance_counts_the_hours_once_however_often_the_code_is_scanned()
    {
        var session = await PlanAsync();
        var code = await CodeAsync(session, Begins);
        using var officer = app.As("120104-zjw.officer", Begins.AddSeconds(5));
        await (await officer.Post($"/sessions/{session}/attendance", new { code })).Json();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await (await officer.Post($"/sessions/{session}/attendance", new { code })).Json()));

        var view = await (await officer.Get($"/sessions/{session}")).Json();
        Assert.Equal((1, true), (view.GetProperty("attended").GetInt32(), view.GetProperty("mine").GetBoolean()));
        var line = Assert.Single((await (await officer.Get("/my/study?year=2026")).Json()).GetProperty("lines").EnumerateArray(), each => each.Text("title") == view.Text("title"));
        Assert.Equal(3m, line.GetProperty("hours").GetDecimal());
    }

    [Fact]
    public async Task A_code_that_was_passed_on_is_worth_nothing_a_minute_later()
    {
        var session = await PlanAsync();
        var code = await CodeAsync(session, Begins);
        using var soon = app.As("120104001.officer", Begins.AddSeconds(40)); // the code just before still counts
        await (await soon.Post($"/sessions/{session}/attendance", new { code })).Json();
        using var late = app.As("120104002.officer", Begins.AddSeconds(90));
        await (await late.Post($"/sessions/{session}/attendance", new { code })).Problem(422, "session.code-is-over");
        Assert.NotEqual(code, await CodeAsync(session, Begins.AddSeconds(90)));
    }

    [Fact]
    public async Task Nobody_signs_in_long_before_or_after_or_uninvited_or_to_what_was_cancelled()
    {
        var session = await PlanAsync(["120104001"]);
        await RefusedAsync(session, "120104001.officer", Begins.AddMinutes(-31), 409, "session.not-now");
        await RefusedAsync(session, "120104001.officer", Ends.AddMinutes(1), 409, "session.not-now");
        await RefusedAsync(session, "120104-rsj.officer", Begins, 403, "session.not-invited");
        using var trainer = app.As("trainer", Begins);
        await (await trainer.Post($"/sessions/{session}/cancellation", new { })).Json();
        await RefusedAsync(session, "120104001.officer", Begins, 409, "session.cancelled", "23456789");
    }

    [Fact]
    public async Task What_somebody_has_attended_is_not_changed_and_not_cancelled()
    {
        var session = await PlanAsync();
        using var officer = app.As("120104003.officer", Begins);
        await (await officer.Post($"/sessions/{session}/attendance", new { code = await CodeAsync(session, Begins) })).Json();
        using var trainer = app.As("trainer", Begins);
        await (await trainer.Put($"/sessions/{session}", Plan([]))).Problem(409, "session.already-held");
        await (await trainer.Post($"/sessions/{session}/cancellation", new { })).Problem(409, "session.already-held");
        var noted = await (await trainer.Put($"/sessions/{session}/minutes", new { text = "集体学习第三章，讨论受理告知的时限。" })).Json();
        Assert.Equal(1, noted.GetProperty("attended").GetInt32());
    }

    [Fact]
    public async Task The_code_is_shown_to_the_training_staff_only_and_the_session_to_those_invited()
    {
        var session = await PlanAsync(["120104001"]);
        using var invited = app.As("120104001.officer", Begins);
        using var other = app.As("120104-rsj.officer", Begins);
        Assert.Equal(403, (int)(await invited.Get($"/sessions/{session}/sign-in-code")).StatusCode);
        await (await invited.Get($"/sessions/{session}")).Json();
        await (await other.Get($"/sessions/{session}")).Problem(404, "training.not-found");
        Assert.DoesNotContain(session.ToString(), (await (await other.Get("/sessions?limit=100")).Json()).ToString(), StringComparison.Ordinal);
        Assert.Contains(session.ToString(), (await (await invited.Get("/sessions?limit=100")).Json()).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("topic", "Cooking")]
    [InlineData("title", "")]
    [InlineData("place", "A")]
    public async Task A_plan_that_cannot_be_held_is_refused_at_its_field(string field, string value)
    {
        using var trainer = app.As("trainer", Begins.AddDays(-7));
        var problem = await (await trainer.Put($"/sessions/{Guid.CreateVersion7()}", new
        {
            title = field == "title" ? value : "受理专题", mode = "Class", form = "Round", topic = field == "topic" ? value : "Acceptance", hours = 3, startsAt = Begins, endsAt = Ends, place = field == "place" ? value : "二楼会议室",
        })).Problem(400, "request.invalid");
        Assert.Contains(problem.GetProperty("errors").EnumerateObject(), error => error.Name.Equals(field, StringComparison.OrdinalIgnoreCase));
    }

    private async Task RefusedAsync(Guid session, string account, DateTimeOffset at, int status, string refusal, string? code = null)
    {
        using var person = app.As(account, at);
        await (await person.Post($"/sessions/{session}/attendance", new { code = code ?? await CodeAsync(session, at) })).Problem(status, refusal);
    }

    private async Task<string> CodeAsync(Guid session, DateTimeOffset at)
    {
        using var trainer = app.As("trainer", at);
        return (await (await trainer.Get($"/sessions/{session}/sign-in-code")).Json()).Text("code");
    }

    private async Task<Guid> PlanAsync(string[]? organs = null)
    {
        using var trainer = app.As("trainer", Begins.AddDays(-7));
        var id = Guid.CreateVersion7();
        await (await trainer.Put($"/sessions/{id}", Plan(organs ?? [], $"受理办理轮训{id:N}"))).Json();
        return id;
    }

    private static object Plan(string[] organs, string title = "受理办理轮训") => new { title, mode = "Class", form = "Round", topic = "Acceptance", hours = 3, startsAt = Begins, endsAt = Ends, place = "二楼会议室", organs, round = 2 };
}
