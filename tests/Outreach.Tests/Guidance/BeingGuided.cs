using Xinfang.Testing;

namespace Xinfang.Outreach.Tests.Guidance;

/// <summary>上级指导: what the superior office said, and what was put right.</summary>
public class BeingGuided(OutreachApp app)
{
    private static readonly DateTimeOffset Day = Wire.On(2053, 3, 12);

    [Fact, Rule("S-37")]
    public async Task An_opinion_that_asks_for_something_is_open_until_somebody_says_what_was_put_right()
    {
        var (late, inTime, word) = (await NoteAsync("2053-03-20"), await NoteAsync("2053-04-10"), await NoteAsync(null));
        using var outreach = app.As("outreach", Day.AddDays(20));
        Assert.Equal(("Open", "True"), (await ReadAsync(late), (await (await outreach.Get($"/guidance/{late}")).Json()).Text("overdue")));
        foreach (var id in new[] { late, inTime })
            Assert.Equal("2053-04-01", (await (await outreach.Post($"/guidance/{id}/rectification", new { result = "告知书的样式已经改好。" })).Json()).Text("rectifiedOn"));
        await (await outreach.Post($"/guidance/{late}/rectification", new { result = "再报一次。" })).Problem(409, "guidance.wrong-state");
        await (await outreach.Post($"/guidance/{word}/rectification", new { result = "没有要改的。" })).Problem(409, "guidance.wrong-state");

        var year = await (await outreach.Get("/guidance?year=2053&limit=2")).Json();
        Assert.Equal(("2", "2", "1"), (year.Text("toRectify"), year.Text("rectified"), year.Text("inTime")));
        Assert.Equal(2, year.GetProperty("items").GetArrayLength());
        var rest = await (await outreach.Get($"/guidance?year=2053&limit=2&after={year.Text("next")}")).Json();
        Assert.Single(rest.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_same_id_again_answers_what_is_there()
    {
        var id = Guid.CreateVersion7();
        using var outreach = app.As("outreach", Wire.On(2054, 3, 12));
        foreach (var opinion in new[] { "登记要当天做完。", "另一句话" })
            Assert.Equal("登记要当天做完。", (await (await outreach.Put($"/guidance/{id}", new { on = "2054-03-10", by = "市信访办", way = "Written", opinion })).Json()).Text("opinion"));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        using var outreach = app.As("outreach", Day);
        async Task Refused(object body, int status, string code) => await (await outreach.Put($"/guidance/{Guid.CreateVersion7()}", body)).Problem(status, code);
        await Refused(new { on = "2053-03-13", by = "市信访办", way = "OnSite", opinion = "登记要当天做完。" }, 422, "guidance.not-yet");
        await Refused(new { on = "2053-03-10", by = "市信访办", way = "OnSite", opinion = "登记要当天做完。", dueOn = "2053-04-10" }, 422, "guidance.rectification"); // by whom?
        await Refused(new { on = "2053-03-10", by = "市信访办", way = "OnSite", opinion = "登记要当天做完。", owner = "受理科", dueOn = "2053-03-09" }, 422, "guidance.rectification");
        await Refused(new { on = "2053-03-10", by = " ", way = "OnSite", opinion = "登记要当天做完。" }, 400, "request.invalid");

        var id = await NoteAsync("2055-12-01", 2055);
        using var head = app.As("office-head", Day);
        await (await head.Post($"/guidance/{id}/rectification", new { result = "已经改好。" })).Problem(403, "guidance.office-only");
        using var organ = app.As("120104-zjw.head", Day);
        Assert.Equal(403, (int)(await organ.Get($"/guidance/{id}")).StatusCode);
    }

    private async Task<Guid> NoteAsync(string? dueOn, int year = 2053)
    {
        var id = Guid.CreateVersion7();
        using var outreach = app.As("outreach", Wire.On(year, 3, 12));
        await (await outreach.Put($"/guidance/{id}", new { on = $"{year}-03-12", by = "市信访办业务指导处", way = "OnSite", opinion = "告知书要写明救济途径。", owner = dueOn is null ? null : "受理科", dueOn })).Json();
        return id;
    }

    private async Task<string> ReadAsync(Guid id)
    {
        using var leader = app.As("leader", Day.AddDays(20));
        return (await (await leader.Get($"/guidance/{id}")).Json()).Text("status");
    }
}
