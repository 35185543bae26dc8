namespace Xinfang.Insight.Tests.Governance;

/// <summary>Tasks of the road map, of the plan of the year, of documents from above, and instructions. Years 2050 to 2054.</summary>
[Collection(Desk.OneByOne)]
public class KeepingTasks(InsightApp app)
{
    private const string Committee = "《信访工作条例》第九条", FirstResponsible = "《党政主要负责人履行推进法治建设第一责任人职责规定》第四条";

    private static readonly DateOnly Made = new(2050, 1, 10), Due = new(2050, 6, 30);

    [Fact, Rule("S-01"), Rule("S-14")]
    public async Task The_organ_reports_what_it_has_done_and_the_office_confirms()
    {
        var id = await app.MakeTask(Made, Desk.Task(Due));
        using var officer = app.As($"{Desk.Organ}.officer", Wire.On(2050, 6, 20));
        using var head = app.As("office-head", Wire.On(2050, 7, 5));
        var reported = await (await officer.Post($"/governance/tasks/{id}/report", new { evidence = "台账12份，照片6张。" })).Json();
        Assert.Equal(("Reported", "2050-06-20"), (reported.Text("status"), reported.Text("reportedOn")));
        var confirmed = await (await head.Post($"/governance/tasks/{id}/confirmation", new { remark = "抽查属实。" })).Json();
        Assert.Equal(("Confirmed", "True"), (confirmed.Text("status"), confirmed.Text("inTime"))); // the day of the report counts, not that of the check
        Assert.Equal(3, await app.Sql<long>("select count(*) from record where petition_id = $1", id));
    }

    [Fact]
    public async Task What_was_sent_back_is_owed_again_and_the_day_of_the_new_report_counts()
    {
        var id = await app.MakeTask(Made, Desk.Task(Due));
        using var officer = app.As($"{Desk.Organ}.head", Wire.On(2050, 6, 20));
        using var late = app.As($"{Desk.Organ}.head", Wire.On(2050, 7, 3));
        using var supervisor = app.As("supervisor", Wire.On(2050, 7, 4));
        await (await officer.Post($"/governance/tasks/{id}/report", new { evidence = "已经完成。" })).Json();
        await (await supervisor.Post($"/governance/tasks/{id}/return", new { remark = " " })).Json(400);
        var returned = await (await supervisor.Post($"/governance/tasks/{id}/return", new { remark = "没有台账。" })).Json();
        Assert.Equal(("Open", "True", "没有台账。"), (returned.Text("status"), returned.Text("overdue"), returned.Text("remark")));
        await (await late.Post($"/governance/tasks/{id}/report", new { evidence = "补台账12份。" })).Json();
        Assert.Equal("False", (await (await supervisor.Post($"/governance/tasks/{id}/confirmation", new { })).Json()).Text("inTime"));
    }

    [Fact]
    public async Task An_organ_sees_its_own_tasks_and_no_others()
    {
        var id = await app.MakeTask(new(2051, 1, 10), Desk.Task(new(2051, 6, 30)));
        using var other = app.As($"{Desk.Other}.officer", Wire.On(2051, 2, 1));
        await (await other.Get($"/governance/tasks/{id}")).Problem(404, "insight.not-found");
        await (await other.Post($"/governance/tasks/{id}/report", new { evidence = "已经完成。" })).Problem(404, "insight.not-found");
        Assert.Empty((await (await other.Get("/governance/tasks?year=2051")).Json()).GetProperty("items").EnumerateArray());
        Assert.All((await (await other.Get("/governance/road-map?year=2051")).Json()).GetProperty("columns").EnumerateArray(), column => Assert.Equal("0", column.Text("tasks")));
        await (await other.Get("/governance/meetings")).Problem(403, "duty.missing");
        using var admin = app.As("admin");
        await (await admin.Get("/governance/tasks")).Problem(403, "duty.missing");
    }

    [Fact]
    public async Task Nobody_confirms_what_he_has_reported_himself()
    {
        var id = await app.MakeTask(Made, Desk.Task(Due, organ: Desk.Office));
        using var supervisor = app.As("supervisor", Wire.On(2050, 6, 1));
        using var head = app.As("office-head", Wire.On(2050, 6, 2));
        await (await supervisor.Post($"/governance/tasks/{id}/report", new { evidence = "已经完成。" })).Json();
        await (await supervisor.Post($"/governance/tasks/{id}/confirmation", new { })).Problem(409, "governance-task.same-person", Committee);
        Assert.Equal("Confirmed", (await (await head.Post($"/governance/tasks/{id}/confirmation", new { })).Json()).Text("status"));
    }

    [Fact]
    public async Task An_organ_neither_makes_tasks_nor_confirms_nor_presses()
    {
        var id = await app.MakeTask(Made, Desk.Task(Due));
        using var officer = app.As($"{Desk.Organ}.officer", Wire.On(2050, 6, 1));
        await (await officer.Put($"/governance/tasks/{Guid.CreateVersion7()}", Desk.Task(Due))).Problem(403, "duty.missing");
        await (await officer.Post($"/governance/tasks/{id}/urging", new { way = "Ask", words = "到哪一步了？" })).Problem(403, "governance-task.leader-only", FirstResponsible);
        await (await officer.Post($"/governance/tasks/{id}/dropping", new { remark = "不办了。" })).Problem(403, "governance.office-only", Committee);
        await (await officer.Post($"/governance/tasks/{id}/report", new { evidence = "已经完成。" })).Json();
        await (await officer.Post($"/governance/tasks/{id}/confirmation", new { })).Problem(403, "governance.office-only", Committee);
        await (await officer.Post($"/governance/tasks/{id}/report", new { evidence = "再报一次。" })).Problem(409, "governance-task.wrong-state", Committee);
        using var supervisor = app.As("supervisor", Wire.On(2050, 6, 1));
        await (await supervisor.Post($"/governance/tasks/{id}/report", new { evidence = "替他报。" })).Problem(403, "governance-task.organ-only", Committee);
    }

    [Fact, Rule("S-13"), Rule("S-56")]
    public async Task A_leader_instructs_asks_and_presses_and_each_time_is_on_the_log()
    {
        var own = await app.MakeTask(new(2052, 2, 1), Desk.Task(new(2052, 3, 1), "Instruction"), "leader");
        using var leader = app.As("leader", Wire.On(2052, 2, 20));
        Assert.Equal("True", (await (await leader.Get($"/governance/tasks/{own}")).Json()).Text("byLeader"));
        await (await leader.Post($"/governance/tasks/{own}/urging", new { way = "Ask", words = "台账建了没有？" })).Json();
        var pressed = await (await leader.Post($"/governance/tasks/{own}/urging", new { way = "Press", words = "三天内报上来。" })).Json();
        Assert.Equal([("过问", "True"), ("督促", "True")], pressed.GetProperty("urgings").EnumerateArray().Select(each => (each.Text("wayText"), each.Text("byLeader"))));

        // The head of the office enters what leaders of the district have written, with their post; supervision does not instruct, and a leader makes nothing else.
        using var head = app.As("office-head", Wire.On(2052, 2, 1));
        using var supervisor = app.As("supervisor", Wire.On(2052, 2, 1));
        var entered = Desk.Task(new(2052, 3, 1), "Instruction");
        await (await supervisor.Put($"/governance/tasks/{Guid.CreateVersion7()}", entered)).Problem(403, "governance-task.instructor-only", FirstResponsible);
        Assert.Equal("False", (await (await head.Put($"/governance/tasks/{Guid.CreateVersion7()}", entered)).Json()).Text("byLeader"));
        entered["source"] = " ";
        await (await head.Put($"/governance/tasks/{Guid.CreateVersion7()}", entered)).Problem(422, "governance-task.without-source");
        await (await leader.Put($"/governance/tasks/{Guid.CreateVersion7()}", Desk.Task(new(2052, 3, 1)))).Problem(403, "governance.office-only");
    }

    [Fact, Rule("S-18")]
    public async Task What_a_document_from_above_asks_names_the_document()
    {
        using var supervisor = app.As("supervisor", Wire.On(2052, 1, 5));
        var body = Desk.Task(new(2052, 12, 1), "Superior");
        Assert.Equal("区委2026年1号文件", (await (await supervisor.Put($"/governance/tasks/{Guid.CreateVersion7()}", body)).Json()).Text("source"));
        body["source"] = null;
        await (await supervisor.Put($"/governance/tasks/{Guid.CreateVersion7()}", body)).Problem(422, "governance-task.without-source", Committee);
    }

    [Fact, Rule("S-14")]
    public async Task Steps_are_passed_one_by_one_and_none_lies_after_the_term()
    {
        var steps = new[] { new { text = "建台账", dueOn = "2050-03-01" }, new { text = "排查一遍", dueOn = "2050-05-01" } };
        var id = await app.MakeTask(Made, Desk.Task(Due, milestones: steps));
        using var officer = app.As($"{Desk.Organ}.officer", Wire.On(2050, 3, 10));
        var passed = await (await officer.Post($"/governance/tasks/{id}/milestones", new { number = 1 })).Json();
        Assert.Equal(["2050-03-10", ""], passed.GetProperty("milestones").EnumerateArray().Select(each => each.Text("doneOn")));
        await (await officer.Post($"/governance/tasks/{id}/milestones", new { number = 1 })).Problem(409, "governance-task.milestone-done", Committee);
        await (await officer.Post($"/governance/tasks/{id}/milestones", new { number = 3 })).Problem(404, "governance-task.no-milestone");
        using var supervisor = app.As("supervisor", Wire.On(2050, 1, 10));
        await (await supervisor.Put($"/governance/tasks/{Guid.CreateVersion7()}", Desk.Task(new(2050, 4, 1), milestones: steps))).Problem(422, "governance-task.milestone-too-late", Committee);

        // An amendment keeps what was done.
        supervisor.DefaultRequestHeaders.Add("If-Match", (await supervisor.Get($"/governance/tasks/{id}")).Headers.ETag!.Tag);
        var amended = await (await supervisor.Post($"/governance/tasks/{id}/amendment", Terms(new(2050, 9, 30), steps))).Json();
        Assert.Equal(("2050-09-30", "2050-03-10"), (amended.Text("dueOn"), amended.GetProperty("milestones")[0].Text("doneOn")));
        await (await supervisor.Post($"/governance/tasks/{id}/amendment", Terms(Due, steps))).Json(412);
    }

    [Fact]
    public async Task A_task_that_is_dropped_says_why_and_is_over()
    {
        var id = await app.MakeTask(Made, Desk.Task(Due));
        using var supervisor = app.As("supervisor", Wire.On(2050, 2, 1));
        Assert.Equal("Dropped", (await (await supervisor.Post($"/governance/tasks/{id}/dropping", new { remark = "并入另一项。" })).Json()).Text("status"));
        using var officer = app.As($"{Desk.Organ}.officer", Wire.On(2050, 2, 2));
        await (await officer.Post($"/governance/tasks/{id}/report", new { evidence = "已经完成。" })).Problem(409, "governance-task.wrong-state");
        using var leader = app.As("leader", Wire.On(2050, 2, 2));
        await (await leader.Post($"/governance/tasks/{id}/urging", new { way = "Press", words = "快办。" })).Problem(409, "governance-task.wrong-state");
    }

    [Theory]
    [InlineData("title", " ", 400)]
    [InlineData("organ", "120104-none", 400)]
    [InlineData("text", null, 400)]
    [InlineData("kind", "Decision", 400)]
    [InlineData("kind", "Nothing", 400)]
    [InlineData("dueOn", "0001-01-01", 400)]
    [InlineData("dueOn", "2050-01-09", 422)]
    [InlineData("pillar", null, 422)]
    [InlineData("pillar", "Sixth", 400)]
    public async Task Bad_input_is_refused_at_its_field(string field, string? value, int status)
    {
        using var supervisor = app.As("supervisor", Wire.On(2050, 1, 10));
        var body = Desk.Task(Due);
        body[field] = value;
        var problem = await (await supervisor.Put($"/governance/tasks/{Guid.CreateVersion7()}", body)).Json(status);
        if (status == 400 && value is " " or "120104-none" or "Decision") Assert.True(problem.GetProperty("errors").EnumerateObject().Any(error => error.Name.Equals(field, StringComparison.OrdinalIgnoreCase)), problem.ToString());
    }

    [Fact]
    public async Task Texts_and_lists_have_an_end_and_no_holes()
    {
        using var supervisor = app.As("supervisor", Wire.On(2050, 1, 10));
        var body = Desk.Task(Due, milestones: Enumerable.Repeat(new { text = "建台账", dueOn = "2050-03-01" }, 13));
        await (await supervisor.Put($"/governance/tasks/{Guid.CreateVersion7()}", body)).Json(400);
        body["milestones"] = new object?[] { null };
        await (await supervisor.Put($"/governance/tasks/{Guid.CreateVersion7()}", body)).Json(400);
        var id = Guid.CreateVersion7();
        await (await supervisor.Put($"/governance/tasks/{id}", Desk.Task(Due))).Json();
        Assert.True((await (await supervisor.Post($"/governance/tasks/{id}/amendment", Terms(Due, new object?[] { null }))).Json(400)).GetProperty("errors").TryGetProperty("milestones", out _));
        body = Desk.Task(Due);
        body["title"] = new string('长', 101);
        await (await supervisor.Put($"/governance/tasks/{Guid.CreateVersion7()}", body)).Json(400);
        await (await supervisor.Put($"/governance/tasks/2b3f0c5e-9f2f-4c39-8d55-2f6c0a4a7b11", Desk.Task(Due))).Problem(400, "request.id");
        foreach (var query in new[] { "year=1999", "kind=7", "pillar=9", "status=Nothing", "after=xx" }) Assert.Equal(400, (int)(await supervisor.Get($"/governance/tasks?{query}")).StatusCode);
    }

    [Fact]
    public async Task The_list_is_paged_in_the_order_of_the_terms()
    {
        for (var month = 1; month <= 5; month++) await app.MakeTask(new(2053, 1, 2), Desk.Task(new(2053, month, 28)));
        var first = await app.Read("tasks?year=2053&limit=3", new(2053, 3, 15));
        var second = await app.Read($"tasks?year=2053&limit=3&after={first.Text("next")}", new(2053, 3, 15));
        Assert.Equal(["2053-01-28", "2053-02-28", "2053-03-28", "2053-04-28", "2053-05-28"], first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(each => each.Text("dueOn")));
        Assert.Equal(2, (await app.Read("tasks?year=2053&overdue=true", new(2053, 3, 15))).GetProperty("items").GetArrayLength());
        Assert.Equal(5, (await app.Read($"tasks?year=2053&organ={Desk.Organ}&pillar=Prevent&kind=RoadMap&status=Open", new(2053, 3, 15))).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_comes_due_and_what_is_overdue_is_noted_once_though_two_replicas_look()
    {
        var id = await app.MakeTask(new(2054, 1, 2), Desk.Task(new(2054, 6, 30)));
        await using var replica = app.Replica();
        await Desk.Scan(app.Services, new(2054, 6, 22));
        Assert.Equal(0, await app.Noted(id, "TaskDueSoon")); // a week before the term, not earlier
        await Task.WhenAll(Desk.Scan(app.Services, new(2054, 6, 23)), Desk.Scan(replica.Services, new(2054, 6, 23)));
        await Task.WhenAll(Desk.Scan(app.Services, new(2054, 7, 1)), Desk.Scan(replica.Services, new(2054, 7, 1)));
        await Desk.Scan(app.Services, new(2054, 7, 2));
        Assert.Equal((1, 1), (await app.Noted(id, "TaskDueSoon"), await app.Noted(id, "TaskOverdue")));
        var task = await app.Read($"tasks/{id}", new(2054, 7, 2));
        Assert.Equal(("2054-06-23", "2054-07-01", "True"), (task.Text("dueSoonToldOn"), task.Text("overdueToldOn"), task.Text("overdue")));
    }

    private static object Terms(DateOnly dueOn, object milestones) => new { title = "排查物业矛盾", text = "每月排查一次。", owner = "物业科", dueOn, pillar = "Prevent", milestones };
}
