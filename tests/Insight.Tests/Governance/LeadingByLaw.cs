namespace Xinfang.Insight.Tests.Governance;

/// <summary>The board, the measures and the evidence book. Years 2063 to 2069.</summary>
[Collection(Desk.OneByOne)]
public class LeadingByLaw(InsightApp app)
{
    [Fact, Rule("S-14"), Rule("S-19")]
    public async Task The_road_map_has_a_column_for_each_of_the_five_and_says_how_much_was_in_time()
    {
        var steps = new[] { new { text = "建台账", dueOn = "2063-03-01" }, new { text = "排查一遍", dueOn = "2063-05-01" } };
        await app.Finish(await app.MakeTask(new(2063, 1, 5), Desk.Task(new(2063, 4, 1))), new(2063, 3, 20));
        await app.Finish(await app.MakeTask(new(2063, 1, 5), Desk.Task(new(2063, 4, 1))), new(2063, 4, 20));
        await app.MakeTask(new(2063, 1, 5), Desk.Task(new(2063, 4, 1), organ: Desk.Other)); // overdue
        await app.MakeTask(new(2063, 1, 5), Desk.Task(new(2063, 12, 1), milestones: steps)); // not due yet
        await app.MakeTask(new(2063, 1, 5), Desk.Task(new(2063, 12, 1), pillar: "Order"));

        var columns = (await app.Read("road-map?year=2063", new(2063, 6, 1))).GetProperty("columns").EnumerateArray().ToList();
        Assert.Equal(["预防法治化", "受理法治化", "办理法治化", "监督追责法治化", "维护秩序法治化"], columns.Select(each => each.Text("pillarText")));
        Assert.Equal(("4", "2", "1"), (columns[0].Text("tasks"), columns[0].Text("confirmed"), columns[0].Text("overdue")));
        Assert.Equal(("1", "3"), (columns[0].GetProperty("onTime").Text("part"), columns[0].GetProperty("onTime").Text("all")));
        Assert.Equal(("0", "2"), (columns[0].GetProperty("milestonesOnTime").Text("part"), columns[0].GetProperty("milestonesOnTime").Text("all")));
        Assert.Equal("", columns[4].GetProperty("onTime").Text("value")); // nothing to divide by yet
        Assert.Equal((0, 2, 0.0), await app.Measure("S-14", new(2063, 6, 1)));

        var organs = (await app.Read("measures?year=2063", new(2063, 6, 1))).GetProperty("organs").EnumerateArray().ToList();
        Assert.Equal([(Desk.Other, "1"), (Desk.Organ, "0")], organs.Select(each => (each.Text("organ"), each.Text("overdue"))));
        Assert.Equal("3", (await app.Read("road-map?year=2063", new(2063, 6, 1), $"{Desk.Organ}.officer")).GetProperty("columns")[0].Text("tasks")); // an organ sees its own
    }

    [Fact, Rule("S-04"), Rule("S-13")]
    public async Task What_the_organ_reported_in_time_is_not_late_because_the_office_has_not_looked()
    {
        var plan = await app.MakeTask(new(2064, 1, 5), Desk.Task(new(2064, 4, 1), "YearPlan", pillar: null));
        await app.MakeTask(new(2064, 1, 5), Desk.Task(new(2064, 4, 1), "Instruction"), "leader");
        using var officer = app.As($"{Desk.Organ}.officer", Wire.On(2064, 3, 30));
        await (await officer.Post($"/governance/tasks/{plan}/report", new { evidence = "已经完成。" })).Json();
        Assert.Equal((0, 0, null), await app.Measure("S-04", new(2064, 4, 10)));
        Assert.Equal((0, 1, 0.0), await app.Measure("S-13", new(2064, 4, 10)));
        using var supervisor = app.As("supervisor", Wire.On(2064, 4, 11));
        await (await supervisor.Post($"/governance/tasks/{plan}/confirmation", new { })).Json();
        Assert.Equal((1, 1, 1.0), await app.Measure("S-04", new(2064, 4, 12)));
    }

    [Fact, Rule("S-51"), Rule("S-54"), Rule("S-56"), Rule("S-57"), Rule("S-58")]
    public async Task The_evidence_book_gathers_what_the_first_person_responsible_did_and_says_what_is_missing()
    {
        var empty = await app.Read("evidence-book?year=2066", new(2066, 1, 5));
        Assert.Equal(["S-51", "S-52", "S-54", "S-55", "S-56", "S-56", "S-57"], empty.GetProperty("groups").EnumerateArray().Select(each => each.Text("code")));
        Assert.All(empty.GetProperty("groups").EnumerateArray().Where(each => each.Text("code") != "S-52"), each => Assert.NotEqual("", each.Text("missing")));

        using var leader = app.As("leader", Wire.On(2066, 3, 10));
        await (await leader.Put($"/governance/study/{Guid.CreateVersion7()}", new { title = "习近平法治思想", on = "2066-03-09", hours = 2.5 })).Json();
        var instruction = await app.MakeTask(new(2066, 3, 1), Desk.Task(new(2066, 5, 1), "Instruction", business: "物业专项整治"), "leader");
        await (await leader.Post($"/governance/tasks/{instruction}/urging", new { way = "Press", words = "三天内报上来。" })).Json();
        using var head = app.As("office-head", Wire.On(2066, 3, 11));
        await (await head.Post($"/governance/tasks/{instruction}/urging", new { way = "Press", words = "办公室也催一下。" })).Json(); // not the first person responsible
        var briefing = await app.CallMeeting(new(2066, 3, 1), Desk.Meeting("Briefing", new(2066, 3, 5)));
        await (await head.Post($"/governance/meetings/{briefing}/holding", new { minutes = "听了汇报。" })).Json();

        var book = await app.Read("evidence-book?year=2066", new(2066, 12, 1), "leader");
        var groups = book.GetProperty("groups").EnumerateArray().ToList();
        Assert.Equal("1次，2.5学时", groups[0].Text("summary"));
        Assert.Equal("2066-03-05", groups[2].GetProperty("entries")[0].Text("on"));
        Assert.Equal(("1", "1", "1"), (groups[4].Text("count"), groups[5].Text("count"), groups[6].Text("count")));
        Assert.Contains("物业专项整治", groups[6].GetProperty("entries")[0].Text("text"), StringComparison.Ordinal);
        Assert.Equal(["S-55"], groups.Where(each => each.Text("missing") != "" && each.Text("code") != "S-52").Select(each => each.Text("code")));
        Assert.Equal("《党政主要负责人履行推进法治建设第一责任人职责规定》第四条", book.Text("basis"));
    }

    [Fact, Rule("S-51")]
    public async Task Study_is_entered_by_the_leader_alone()
    {
        using var head = app.As("office-head", Wire.On(2067, 3, 10));
        using var leader = app.As("leader", Wire.On(2067, 3, 10));
        await (await head.Put($"/governance/study/{Guid.CreateVersion7()}", Study("2067-03-09", 2))).Problem(403, "duty.missing");
        await (await leader.Put($"/governance/study/{Guid.CreateVersion7()}", Study("2067-03-11", 2))).Problem(422, "governance.not-yet");
        await (await leader.Put($"/governance/study/{Guid.CreateVersion7()}", Study("2067-03-09", 25))).Json(400);
        await (await leader.Put($"/governance/study/{Guid.CreateVersion7()}", Study("2067-03-09", 1.3))).Json(400);
        await (await leader.Put($"/governance/study/{Guid.CreateVersion7()}", Study("0001-01-01", 1))).Json(400);
        var id = Guid.CreateVersion7();
        await (await leader.Put($"/governance/study/{id}", Study("2067-03-09", 2))).Json();
        await (await leader.Put($"/governance/study/{id}", Study("2067-03-09", 2))).Json(); // again: the same
        Assert.Equal(id, Assert.Single((await app.Read("study?year=2067", new(2067, 3, 10))).GetProperty("items").EnumerateArray()).Id());
    }

    [Fact]
    public async Task A_year_out_of_our_time_is_refused()
    {
        using var head = app.As("office-head");
        foreach (var path in new[] { "road-map", "measures", "evidence-book", "study" })
            foreach (var year in new[] { "1999", "2101", "abc", "-1" }) Assert.Equal(400, (int)(await head.Get($"/governance/{path}?year={year}")).StatusCode);
    }

    private static object Study(string on, double hours) => new { title = "习近平法治思想", on, hours };
}
