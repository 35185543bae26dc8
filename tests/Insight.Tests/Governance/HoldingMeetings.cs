namespace Xinfang.Insight.Tests.Governance;

/// <summary>Meetings, and what becomes of their decisions. Years 2055 to 2057.</summary>
[Collection(Desk.OneByOne)]
public class HoldingMeetings(InsightApp app)
{
    private const string Legality = "《重大行政决策程序暂行条例》第二十五条", Conference = "《信访工作条例》第十三条";

    [Fact, Rule("S-05")]
    public async Task What_is_decided_together_was_found_lawful_before()
    {
        var id = await app.CallMeeting(new(2055, 3, 1), Desk.Meeting("Collective", new(2055, 3, 8), "物业矛盾怎么从源头减少", "接待场所改造"));
        using var supervisor = app.As("supervisor", Wire.On(2055, 3, 5));
        using var head = app.As("office-head", Wire.On(2055, 3, 8, 16));
        await (await head.Post($"/governance/meetings/{id}/holding", Held(Desk.Taken(1, dueOn: new(2055, 6, 8))))).Problem(409, "meeting.without-opinion", Legality);

        await (await supervisor.Post($"/governance/meetings/{id}/opinions", Opinion(1, "Unlawful"))).Json();
        await (await head.Post($"/governance/meetings/{id}/holding", Held(Desk.Taken(1, dueOn: new(2055, 6, 8))))).Problem(409, "meeting.unlawful", Legality);
        await (await supervisor.Post($"/governance/meetings/{id}/opinions", Opinion(1, "LawfulIfChanged"))).Json();
        await (await head.Post($"/governance/meetings/{id}/holding", Held(Desk.Taken(1, dueOn: new(2055, 6, 8))))).Problem(409, "meeting.only-with-changes", Legality);

        // The second point was put off: nothing was decided, and nobody owes anything.
        var held = await (await head.Post($"/governance/meetings/{id}/holding", Held(Desk.Taken(1, "AdoptedWithChanges", new(2055, 6, 8)), Desk.Taken(2, "Deferred", organ: null)))).Json();
        Assert.Equal(("Held", 2), (held.Text("state"), held.GetProperty("decisions").GetArrayLength()));
        var task = await app.Read($"tasks/{held.GetProperty("decisions")[0].Text("taskId")}", new(2055, 3, 9), $"{Desk.Organ}.officer");
        Assert.Equal(("Decision", "2055-06-08", "物业矛盾怎么从源头减少", "研究信访工作法治化"), (task.Text("kind"), task.Text("dueOn"), task.Text("title"), task.Text("source")));
        Assert.Equal((1, 1, 1.0), await app.Measure("S-05", new(2055, 12, 1)));
        Assert.Equal(2, await app.Noted(id, "GiveLegalOpinion"));
    }

    [Fact, Rule("S-16"), Rule("S-66")]
    public async Task Decisions_of_a_conference_become_tasks_with_an_organ_and_a_day()
    {
        var id = await app.CallMeeting(new(2056, 9, 1), Desk.Meeting("JointConference", new(2056, 9, 10)));
        using var early = app.As("office-head", Wire.On(2056, 9, 9));
        using var head = app.As("office-head", Wire.On(2056, 9, 10, 16));
        await (await early.Post($"/governance/meetings/{id}/holding", Held())).Problem(422, "governance.not-yet");
        await (await head.Post($"/governance/meetings/{id}/holding", Held(Desk.Taken(1)))).Problem(422, "meeting.without-owner", Conference);
        await (await head.Post($"/governance/meetings/{id}/holding", Held(Desk.Taken(1, dueOn: new(2056, 9, 9))))).Problem(422, "meeting.without-owner", Conference);
        await (await head.Post($"/governance/meetings/{id}/holding", Held(Desk.Taken(2, dueOn: new(2056, 10, 9))))).Problem(404, "meeting.no-point");
        await (await head.Post($"/governance/meetings/{id}/holding", Held(Desk.Taken(1, dueOn: new(2056, 10, 9)), Desk.Taken(1, dueOn: new(2057, 1, 9), organ: Desk.Other)))).Json();
        await (await head.Post($"/governance/meetings/{id}/holding", Held())).Problem(409, "meeting.wrong-state", Conference);

        var tasks = (await app.Read($"tasks?meeting={id}", new(2056, 9, 11))).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([Desk.Organ, Desk.Other], tasks.Select(each => each.Text("organ")));
        await app.Finish(tasks[0].Id(), new(2056, 10, 1));
        Assert.Equal((1, 1, 1.0), await app.Measure("S-16", new(2056, 12, 1)));
        Assert.Equal((0, 2, 0.0), await app.Measure("S-05", new(2056, 12, 1))); // a conference decides without one, and that is counted
    }

    [Fact, Rule("S-55")]
    public async Task A_problem_is_put_to_a_meeting_gets_a_solution_and_is_checked()
    {
        var id = await app.CallMeeting(new(2057, 4, 1), Desk.Meeting("ProblemSolving", new(2057, 4, 2), "安和里下水管返水三年没有解决"));
        using var leader = app.As("leader", Wire.On(2057, 4, 2, 16));
        var held = await (await leader.Post($"/governance/meetings/{id}/holding", Held(Desk.Taken(1, dueOn: new(2057, 7, 2))))).Json();
        var problem = held.GetProperty("decisions")[0].GetProperty("taskId").GetGuid();
        Assert.Equal("Problem", (await app.Read($"tasks/{problem}", new(2057, 4, 3))).Text("kind"));
        Assert.Equal((0, 1, 0.0), await app.Measure("S-55", new(2057, 12, 1)));
        await app.Finish(problem, new(2057, 6, 2));
        Assert.Equal((1, 1, 1.0), await app.Measure("S-55", new(2057, 12, 1)));
    }

    [Fact]
    public async Task A_meeting_is_called_by_a_leader_or_the_head_of_the_office_and_may_be_cancelled()
    {
        using var supervisor = app.As("supervisor", Wire.On(2055, 5, 1));
        using var head = app.As("office-head", Wire.On(2055, 5, 1));
        await (await supervisor.Put($"/governance/meetings/{Guid.CreateVersion7()}", Desk.Meeting("Briefing", new(2055, 5, 3)))).Problem(403, "duty.missing");
        var id = await app.CallMeeting(new(2055, 5, 1), Desk.Meeting("Briefing", new(2055, 5, 3)));
        await (await supervisor.Post($"/governance/meetings/{id}/cancellation", new { reason = "改期。" })).Problem(403, "meeting.convener-only", Conference);
        Assert.Equal(("Cancelled", "改期。"), await (await head.Post($"/governance/meetings/{id}/cancellation", new { reason = "改期。" })).Json() is var gone ? (gone.Text("state"), gone.Text("reason")) : default);
        await (await supervisor.Post($"/governance/meetings/{id}/opinions", Opinion(1, "Lawful"))).Problem(409, "meeting.wrong-state");
        await (await head.Get($"/governance/meetings/{Guid.CreateVersion7()}")).Problem(404, "insight.not-found");
        Assert.Contains(id, (await app.Read("meetings?year=2055&kind=Briefing&state=Cancelled", new(2055, 6, 1))).GetProperty("items").EnumerateArray().Select(each => each.Id()));
    }

    [Theory]
    [InlineData("title", " ")]
    [InlineData("organs", "120104-none")]
    [InlineData("organs", "")]
    [InlineData("agenda", "")]
    [InlineData("agenda", " ")]
    [InlineData("on", "2200-01-01")]
    [InlineData("kind", "Picnic")]
    public async Task Bad_input_is_refused(string field, string value)
    {
        using var head = app.As("office-head", Wire.On(2055, 5, 1));
        var body = Desk.Meeting("Briefing", new(2055, 5, 3));
        body[field] = field is "organs" or "agenda" ? value.Length == 0 ? Array.Empty<string>() : new[] { value } : value;
        await (await head.Put($"/governance/meetings/{Guid.CreateVersion7()}", body)).Json(400);
    }

    [Fact]
    public async Task Decisions_have_no_holes_and_no_unknown_organs()
    {
        var id = await app.CallMeeting(new(2055, 5, 1), Desk.Meeting("Briefing", new(2055, 5, 1)));
        using var head = app.As("office-head", Wire.On(2055, 5, 1));
        await (await head.Post($"/governance/meetings/{id}/holding", new { minutes = "纪要。", decisions = new object?[] { null } })).Json(400);
        await (await head.Post($"/governance/meetings/{id}/holding", Held(Desk.Taken(1, dueOn: new(2055, 6, 1), organ: "120104-none")))).Json(400);
        await (await head.Post($"/governance/meetings/{id}/holding", Held(Desk.Taken(1, "Forgotten")))).Json(400);
        await (await head.Post($"/governance/meetings/{id}/opinions", Opinion(2, "Lawful"))).Problem(404, "meeting.no-point");
        foreach (var query in new[] { "year=1999", "kind=9", "state=9", "after=xx" }) Assert.Equal(400, (int)(await head.Get($"/governance/meetings?{query}")).StatusCode);
    }

    private static object Held(params object[] decisions) => new { minutes = "听了汇报，议定了下面几项。", decisions };

    private static object Opinion(int point, string finding) => new { point, finding, adviser = "法律顾问", text = "依据《物业管理条例》审查。" };
}
