using Xinfang.Insight.Api.Warnings;

namespace Xinfang.Insight.Tests.Warnings;

/// <summary>A warning is taken, answered with what was done, and judged by somebody else; what nobody takes comes to the head of the office.</summary>
[Collection("Warnings")] // one after the other: a scan escalates what the other has raised
public class ActingOnWarnings(InsightApp app)
{
    private const string Article = "《信访工作条例》第二十五条", Organ = "120104-zjw";

    [Fact, Rule("S-24")]
    public async Task The_organ_takes_and_answers_it_and_the_office_judges()
    {
        var id = (await app.Warned(Wire.On(2079, 3, 1))).Id;
        using var officer = app.As($"{Organ}.officer", Wire.On(2079, 3, 2));
        using var supervisor = app.As("supervisor", Wire.On(2079, 3, 3));
        var read = await (await officer.Get($"/warnings/{id}")).Json();
        Assert.Equal(["Take"], read.GetProperty("acts").EnumerateArray().Select(act => act.Text("act")));
        Assert.NotEmpty(read.GetProperty("figures").EnumerateArray());
        Assert.Single(read.GetProperty("petitions").EnumerateArray());

        await (await officer.Post($"/warnings/{id}/answer", new { action = "先办了。" })).Problem(409, "warning.wrong-state", Article);
        Assert.Equal("Taken", (await (await officer.Post($"/warnings/{id}/taking", new { })).Json()).Text("status"));
        await (await officer.Post($"/warnings/{id}/taking", new { })).Problem(409, "warning.wrong-state", Article);
        var answered = await (await officer.Post($"/warnings/{id}/answer", new { action = "当天开会定了意见，3月2日送签。" })).Json();
        Assert.Equal(("Answered", "2079-03-02"), (answered.Text("status"), answered.Text("answeredOn")));
        await (await officer.Post($"/warnings/{id}/verdict", new { verdict = "True", reason = "属实" })).Problem(403, "duty.missing", Article);
        var judged = await (await supervisor.Post($"/warnings/{id}/verdict", new { verdict = "True", reason = "确实差点超期" })).Json();
        Assert.Equal(("Judged", "True", "属实"), (judged.Text("status"), judged.Text("verdict"), judged.Text("verdictText")));
        Assert.Empty(judged.GetProperty("acts").EnumerateArray());
        Assert.Equal(4, await app.Sql<long>("select count(*) from record where petition_id = $1", id));
    }

    [Fact]
    public async Task Whoever_answered_does_not_judge()
    {
        var id = (await app.Warned(Wire.On(2079, 4, 3))).Id;
        using var head = app.As("office-head", Wire.On(2079, 4, 3));
        await (await head.Post($"/warnings/{id}/taking", new { })).Json();
        await (await head.Post($"/warnings/{id}/answer", new { action = "电话督促。" })).Json();
        await (await head.Post($"/warnings/{id}/verdict", new { verdict = "True", reason = "属实" })).Problem(409, "warning.same-person", Article);
    }

    [Fact, Rule("S-24")]
    public async Task What_nobody_takes_in_two_working_days_comes_to_the_head_of_the_office()
    {
        var warning = await app.Warned(Wire.On(2079, 6, 1)); // Thursday
        Assert.Equal(new DateOnly(2079, 6, 5), warning.DueOn);
        await app.Scan(Wire.On(2079, 6, 5, 20));
        using var head = app.As("office-head", Wire.On(2079, 6, 6));
        Assert.Equal("False", (await (await head.Get($"/warnings/{warning.Id}")).Json()).Text("escalated"));
        await app.Scan(Wire.On(2079, 6, 6, 8));
        await app.Scan(Wire.On(2079, 6, 6, 9));
        var read = await (await head.Get($"/warnings/{warning.Id}")).Json();
        Assert.Equal(("True", "2079-06-06", "120104-xfb", "Oversee"), (read.Text("escalated"), read.Text("escalatedOn"), read.Text("owner"), read.Text("ownerDuty")));
        Assert.Equal(1, await app.Sql<long>("select count(*) from record where petition_id = $1 and act = 'EscalateWarning'", warning.Id));
        using var officer = app.As($"{Organ}.officer", Wire.On(2079, 6, 6));
        await (await officer.Post($"/warnings/{warning.Id}/taking", new { })).Problem(409, "warning.escalated", Article);
        await (await head.Post($"/warnings/{warning.Id}/taking", new { })).Json();
    }

    [Fact]
    public async Task An_organ_sees_only_its_own()
    {
        var id = (await app.Warned(Wire.On(2079, 7, 3))).Id;
        using var other = app.As("120104-cgw.officer");
        await (await other.Get($"/warnings/{id}")).Problem(404, "insight.not-found");
        await (await other.Post($"/warnings/{id}/taking", new { })).Problem(404, "insight.not-found");
        Assert.All((await (await other.Get("/warnings?limit=100")).Json()).GetProperty("items").EnumerateArray(), row => Assert.Equal("120104-cgw", row.Text("organ")));
        using var trainer = app.As("trainer");
        await (await trainer.Get("/warnings")).Problem(403, "duty.missing");
        using var leader = app.As("leader");
        await (await leader.Post($"/warnings/{id}/taking", new { })).Problem(403, "duty.missing", Article);
        Assert.Contains((await (await leader.Get($"/warnings?organ={Organ}&rule=TermLikelyMissed&status=New&limit=100")).Json()).GetProperty("items").EnumerateArray(), row => row.Id() == id);
    }

    [Fact]
    public async Task A_dropped_warning_keeps_its_reason()
    {
        var id = (await app.Warned(Wire.On(2079, 8, 1))).Id;
        using var head = app.As("office-head", Wire.On(2079, 8, 1));
        await (await head.Post($"/warnings/{id}/dropping", new { reason = " " })).Json(400);
        Assert.Equal(("Dropped", "期限登记错了"), (await (await head.Post($"/warnings/{id}/dropping", new { reason = "期限登记错了" })).Json()) is var dropped ? (dropped.Text("status"), dropped.Text("reason")) : default);
        Assert.Equal(1, await app.Sql<long>("select count(*) from record where petition_id = $1 and act = 'DropWarning'", id));
    }

    [Theory]
    [InlineData("/warnings?status=99")]
    [InlineData("/warnings?rule=nothing")]
    [InlineData("/warnings?organ=120104-none")]
    [InlineData("/warnings?after=xx")]
    [InlineData("/warnings/precision?year=1")]
    public async Task Bad_questions_are_refused(string path)
    {
        using var head = app.As("office-head");
        await (await head.Get(path)).Json(400);
    }

    [Fact]
    public async Task Bad_bodies_are_refused()
    {
        var id = (await app.Warned(Wire.On(2079, 9, 1))).Id;
        using var head = app.As("office-head", Wire.On(2079, 9, 1));
        await (await head.Post($"/warnings/{id}/taking", new { })).Json();
        await (await head.Post($"/warnings/{id}/answer", new { action = new string('长', 501) })).Json(400);
        await (await head.Post($"/warnings/{id}/answer", new { action = (string?)null })).Json(400);
        await (await head.Post($"/warnings/{id}/verdict", new { reason = "没有结论" })).Json(400);
        await (await head.Post($"/warnings/{id}/verdict", new { verdict = 9, reason = "没有这个结论" })).Json(400);
        await (await head.Post($"/warnings/{Guid.CreateVersion7()}/taking", new { })).Problem(404, "insight.not-found");
    }

    [Fact, Rule("K-16")]
    public async Task Precision_and_the_share_acted_on_in_time_are_counted_by_rule()
    {
        var ids = new List<Guid>();
        for (var each = 0; each < 6; each++) ids.Add((await app.Warned(Wire.On(2081, 3, 3), "120104-mzj")).Id); // due on Wednesday the fifth
        foreach (var (id, day) in ids.Take(5).Zip([3, 4, 5, 6, 5]))
        {
            using var officer = app.As("120104-mzj.officer", Wire.On(2081, 3, day));
            await (await officer.Post($"/warnings/{id}/taking", new { })).Json();
            await (await officer.Post($"/warnings/{id}/answer", new { action = "已经处置。" })).Json();
        }
        using var supervisor = app.As("supervisor", Wire.On(2081, 3, 20));
        foreach (var (id, verdict) in ids.Take(4).Zip(["True", "True", "False", "Unclear"])) await (await supervisor.Post($"/warnings/{id}/verdict", new { verdict, reason = "核实过" })).Json();
        using var own = app.As("120104-mzj.head", Wire.On(2081, 3, 20));
        var row = Assert.Single((await (await own.Get("/warnings/precision?year=2081")).Json()).GetProperty("rows").EnumerateArray());
        Assert.Equal(("6", "4", "2", "1", "1"), (row.Text("raised"), row.Text("judged"), row.Text("true"), row.Text("false"), row.Text("unclear")));
        Assert.Equal((2.0 / 3, 0.2077, 0.9385), (row.GetProperty("precision").GetDouble(), Math.Round(row.GetProperty("low").GetDouble(), 4), Math.Round(row.GetProperty("high").GetDouble(), 4)));
        Assert.Equal(("6", "4"), (row.Text("owed"), row.Text("inTime"))); // one was taken late, one by nobody
    }

    [Fact]
    public void Where_nothing_was_judged_there_is_no_precision()
    {
        var row = MeasurePrecision.Of("Surge", "激增", new(WarningRule.Surge, 3, 0, 0, 1, 0, 0, 0));
        Assert.Equal((null, null, null, 1), (row.Precision, row.Low, row.InTimeShare, row.Judged));
    }
}
