namespace Xinfang.Training.Tests.Study;

public class CountingHours(TrainingApp app)
{
    private static readonly DateTimeOffset Now = Wire.On(2026, 6, 30);

    [Fact]
    public async Task The_year_asks_of_each_rank_what_its_policy_says_and_shows_what_is_missing()
    {
        using var officer = app.As("120104-scj.officer", Now);
        using var trainer = app.As("trainer", Now);
        var study = await (await officer.Get("/my/study?year=2026")).Json();
        Assert.Equal((90m, 90m), (study.GetProperty("required").GetDecimal(), study.GetProperty("missing").GetDecimal()));
        Assert.Contains("90学时", study.Text("basis"), StringComparison.Ordinal);

        await (await trainer.Put("/trainees/120104-scj.officer/rank", new { rank = "County" })).Json();
        Assert.Equal(110m, (await (await officer.Get("/my/study?year=2026")).Json()).GetProperty("required").GetDecimal());
        await (await trainer.Put("/trainees/120104-scj.officer/rank", new { rank = "Emperor" })).Problem(400, "request.invalid");
        await (await trainer.Put("/trainees/nobody/rank", new { rank = "County" })).Problem(404, "training.not-found");
    }

    [Fact]
    public async Task A_file_of_outside_hours_is_looked_at_first_then_entered_once_however_often_it_is_sent()
    {
        using var officer = app.As("120104-jtj.officer", Now);
        using var trainer = app.As("trainer", Now);
        await (await officer.Get("/my/study")).Json(); // on the roll
        var csv = $"账号,平台,课程,专题,学时,日期\r\n120104-jtj.officer,天津干部在线学习,\"习近平法治思想,第一讲\",习近平法治思想,2.5,2026-05-06\r\n"
            + "120104-jtj.officer,天津干部在线学习,第二讲,没有的专题,2,2026-05-07\r\nnobody.known,天津干部在线学习,第二讲,XiThought,2,2026-05-07\r\n120104-jtj.officer,天津干部在线学习,第三讲,XiThought,900,2026-05-32\r\n"
            + "120104-jtj.officer,天津干部在线学习,\"习近平法治思想,第一讲\",习近平法治思想,2.5,2026-05-06\r\n";

        var dry = await (await trainer.Post("/hours/imports", new { csv, dryRun = true })).Json();
        Assert.Equal((1, 1, 3), (dry.GetProperty("entered").GetInt32(), dry.GetProperty("known").GetInt32(), dry.GetProperty("refused").GetInt32()));
        Assert.Equal(["Ready", "Refused", "Refused", "Refused", "Known"], dry.GetProperty("rows").EnumerateArray().Select(row => row.Text("result")));
        Assert.Equal(0m, (await (await officer.Get("/my/study?year=2026")).Json()).GetProperty("done").GetDecimal());

        Assert.Equal(1, (await (await trainer.Post("/hours/imports", new { csv, dryRun = false })).Json()).GetProperty("entered").GetInt32());
        Assert.Equal(0, (await (await trainer.Post("/hours/imports", new { csv, dryRun = false })).Json()).GetProperty("entered").GetInt32());
        var study = await (await officer.Get("/my/study?year=2026")).Json();
        Assert.Equal(2.5m, study.GetProperty("done").GetDecimal());
        Assert.Equal(2.5m, study.GetProperty("modes").EnumerateArray().Single(mode => mode.Text("mode") == "Online").GetProperty("hours").GetDecimal());
        Assert.Equal(2.5m, study.GetProperty("topics").EnumerateArray().Single(topic => topic.Text("code") == "XiThought").GetProperty("done").GetDecimal());
    }

    [Theory]
    [InlineData("姓名,学时\r\n张某,3")]
    [InlineData("账号,平台,课程,专题,学时,日期\r\n\"没有结束的引号")]
    public async Task A_file_of_another_kind_is_refused_whole(string csv)
    {
        using var trainer = app.As("trainer", Now);
        await (await trainer.Post("/hours/imports", new { csv })).Problem(422, "hours.not-understood");
    }

    [Fact]
    public async Task Hours_by_organ_are_numbers_without_people()
    {
        using var officer = app.As("120104-ybj.officer", Now);
        using var head = app.As("office-head", Now);
        await (await officer.Get("/my/study")).Json();
        Assert.Equal(403, (int)(await officer.Get("/hours")).StatusCode);
        var hours = await (await head.Get("/hours?year=2026")).Json();
        var row = hours.GetProperty("rows").EnumerateArray().Single(each => each.Text("organ") == "120104-ybj");
        Assert.Equal((1, 0), (row.GetProperty("people").GetInt32(), row.GetProperty("met").GetInt32()));
        Assert.DoesNotContain("officer", hours.ToString(), StringComparison.Ordinal);
    }
}
