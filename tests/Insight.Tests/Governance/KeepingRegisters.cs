namespace Xinfang.Insight.Tests.Governance;

/// <summary>Mechanisms, checks and the calendar of what must be public. Years 2058 to 2062.</summary>
[Collection(Desk.OneByOne)]
public class KeepingRegisters(InsightApp app)
{
    private static readonly Dictionary<string, object?> Rule = new() { ["title"] = "党组理论学习中心组学法制度", ["owner"] = "办公室", ["adoptedOn"] = "2057-03-01", ["text"] = "每季度至少一次。", ["evaluateOn"] = "2058-06-30", ["number"] = "南信办〔2057〕3号" };

    [Fact, Rule("S-65")]
    public async Task A_mechanism_is_evaluated_by_its_day_kept_revised_or_retired()
    {
        var id = Guid.CreateVersion7();
        using var supervisor = app.As("supervisor", Wire.On(2058, 1, 5));
        Assert.Equal("1", (await (await supervisor.Put($"/governance/mechanisms/{id}", Rule)).Json()).Text("version"));
        using var late = app.As("supervisor", Wire.On(2058, 7, 10));
        Assert.Equal("True", (await (await late.Get($"/governance/mechanisms/{id}")).Json()).Text("overdue"));
        await Desk.Scan(app.Services, new(2058, 7, 1));
        await Desk.Scan(app.Services, new(2058, 7, 2));
        Assert.Equal(1, await app.Noted(id, "MechanismOverdue"));
        Assert.Equal((0, 1, 0.0), await app.Measure("S-65", new(2058, 7, 10)));

        await (await late.Post($"/governance/mechanisms/{id}/evaluation", new { result = "Revised", words = "次数要增加。", nextOn = "2058-12-31" })).Problem(422, "mechanism.without-text");
        await (await late.Post($"/governance/mechanisms/{id}/evaluation", new { result = "Kept", words = "可以。" })).Problem(422, "mechanism.evaluate-on", "《信访工作条例》第十三条");
        var revised = await (await late.Post($"/governance/mechanisms/{id}/evaluation", new { result = "Revised", words = "次数要增加。", text = "每月一次。", nextOn = "2058-12-31" })).Json();
        Assert.Equal(("2", "每月一次。", "2058-12-31", "False"), (revised.Text("version"), revised.Text("text"), revised.Text("evaluateOn"), revised.GetProperty("evaluations")[0].Text("inTime")));

        using var december = app.As("supervisor", Wire.On(2058, 12, 1));
        Assert.Equal("True", (await (await december.Post($"/governance/mechanisms/{id}/evaluation", new { result = "Retired", words = "并入另一项。" })).Json()).Text("retired"));
        await (await december.Post($"/governance/mechanisms/{id}/evaluation", new { result = "Kept", words = "可以。", nextOn = "2059-12-31" })).Problem(409, "mechanism.retired");
        Assert.Equal((1, 2, 0.5), await app.Measure("S-65", new(2058, 12, 31)));
        Assert.Contains(id, (await app.Read("mechanisms?retired=true&limit=100", new(2058, 12, 31))).GetProperty("items").EnumerateArray().Select(each => each.Id()));
    }

    [Fact, Rule("S-07"), Rule("S-08"), Rule("S-09")]
    public async Task Selection_money_and_procurement_are_checked_each_under_its_article_and_what_fails_is_put_right()
    {
        using var head = app.As("office-head", Wire.On(2059, 11, 1));
        foreach (var (area, line, basis) in new[] { ("Selection", "S-07", "《党政领导干部选拔任用工作条例》第二条"), ("Finance", "S-08", "《预算法》第十三条"), ("Procurement", "S-09", "《政府采购法》第六十四条") })
        {
            Assert.Equal((0, 0, null), await app.Measure(line, new(2059, 12, 1))); // nothing to divide by: no share, not 0
            var (passed, failed) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            Assert.Equal(basis, (await (await head.Put($"/governance/checks/{passed}", Check(area, true))).Json()).Text("basis"));
            await (await head.Put($"/governance/checks/{failed}", Check(area, false))).Json();
            await (await head.Post($"/governance/checks/{passed}/rectification", new { text = "改好了。" })).Problem(409, "compliance-check.passed", basis);
            Assert.Equal("2059-11-01", (await (await head.Post($"/governance/checks/{failed}/rectification", new { text = "补了会议记录。" })).Json()).Text("rectifiedOn"));
            await (await head.Post($"/governance/checks/{failed}/rectification", new { text = "再改。" })).Problem(409, "compliance-check.rectified", basis);
            Assert.Equal((1, 2, 0.5), await app.Measure(line, new(2059, 12, 1))); // put right is not passed
            Assert.Equal(failed, Assert.Single((await app.Read($"checks?year=2059&area={area}&passed=false", new(2059, 12, 1))).GetProperty("items").EnumerateArray()).Id());
        }
    }

    [Fact, Rule("S-06")]
    public async Task The_calendar_has_what_article_18_and_the_yearly_reports_ask_and_counts_what_was_public_in_time()
    {
        await Desk.Scan(app.Services, new(2060, 1, 2));
        await Desk.Scan(app.Services, new(2060, 1, 2));
        var items = (await app.Read("publishing?year=2060&limit=100", new(2060, 1, 3))).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(8, items.Count);
        Assert.Equal(5, items.Count(each => each.Text("basis") == "《信访工作条例》第十八条"));
        Assert.Equal(("2060-01-31", "《政府信息公开条例》第四十九条"), Of("DisclosureReport"));
        Assert.Equal(("2060-03-01", "《法治政府建设与责任落实督察工作规定》第二十四条"), Of("RuleOfLawReportSent"));
        Assert.Equal(("2060-04-01", "《法治政府建设与责任落实督察工作规定》第二十四条"), Of("RuleOfLawReport"));

        var report = items.Single(each => each.Text("rule") == "DisclosureReport").Id();
        using var supervisor = app.As("supervisor", Wire.On(2060, 1, 30));
        await (await supervisor.Post($"/governance/publishing/{report}/publication", new { on = "2060-01-31", where = "区政府网站" })).Problem(422, "governance.not-yet");
        Assert.Equal("True", (await (await supervisor.Post($"/governance/publishing/{report}/publication", new { on = "2060-01-30", where = "区政府网站" })).Json()).Text("inTime"));
        await (await supervisor.Post($"/governance/publishing/{report}/publication", new { on = "2060-01-30", where = "区政府网站" })).Problem(409, "publishing.published", "《政府信息公开条例》第四十九条");
        Assert.Equal((1, 6, 1.0 / 6), await app.Measure("S-06", new(2060, 2, 15)));

        var sent = items.Single(each => each.Text("rule") == "RuleOfLawReportSent").Id();
        await using var replica = app.Replica();
        foreach (var day in new DateOnly[] { new(2060, 2, 16), new(2060, 2, 17), new(2060, 3, 2), new(2060, 3, 3) }) await Task.WhenAll(Desk.Scan(app.Services, day), Desk.Scan(replica.Services, day));
        Assert.Equal((1, 1), (await app.Noted(sent, "PublishingDueSoon"), await app.Noted(sent, "PublishingOverdue")));

        (string, string) Of(string rule) => items.Single(each => each.Text("rule") == rule) is var each ? (each.Text("dueOn"), each.Text("basis")) : default;
    }

    [Fact]
    public async Task The_office_adds_items_of_its_own_and_leaders_read()
    {
        using var head = app.As("office-head", Wire.On(2061, 1, 5));
        using var leader = app.As("leader", Wire.On(2061, 1, 5));
        var own = Guid.CreateVersion7();
        Assert.Equal("《政府信息公开条例》第二十条", (await (await head.Put($"/governance/publishing/{own}", new { title = "接访日程", dueOn = "2061-02-01" })).Json()).Text("basis"));
        await (await head.Put($"/governance/publishing/{Guid.CreateVersion7()}", new { title = "接访日程", dueOn = "2061-01-04" })).Problem(422, "governance.past-day");
        await (await leader.Post($"/governance/publishing/{own}/publication", new { on = "2061-01-05", where = "大厅" })).Problem(403, "governance.office-only");
        await (await leader.Put($"/governance/publishing/{Guid.CreateVersion7()}", new { title = "接访日程", dueOn = "2061-02-01" })).Problem(403, "duty.missing");
        await (await leader.Put($"/governance/mechanisms/{Guid.CreateVersion7()}", Rule)).Problem(403, "duty.missing");
        await (await leader.Put($"/governance/checks/{Guid.CreateVersion7()}", Check("Finance", true))).Problem(403, "duty.missing");
        foreach (var path in new[] { "publishing", "mechanisms", "checks" }) await (await leader.Get($"/governance/{path}")).Json();
    }

    [Theory]
    [InlineData("mechanisms", "{\"title\":\"制度\",\"owner\":\"办公室\",\"adoptedOn\":\"0001-01-01\",\"text\":\"内容\",\"evaluateOn\":\"2062-12-01\"}", 400)]
    [InlineData("mechanisms", "{\"title\":\"制度\",\"owner\":\"办公室\",\"adoptedOn\":\"2062-01-01\",\"text\":\"内容\",\"evaluateOn\":\"2070-01-01\"}", 422)]
    [InlineData("mechanisms", "{\"title\":\" \",\"owner\":\"办公室\",\"adoptedOn\":\"2062-01-01\",\"text\":\"内容\",\"evaluateOn\":\"2062-12-01\"}", 400)]
    [InlineData("checks", "{\"area\":\"Cooking\",\"item\":\"检查\",\"on\":\"2062-01-01\",\"passed\":true,\"evidence\":\"凭证\"}", 400)]
    [InlineData("checks", "{\"area\":\"Finance\",\"item\":\"检查\",\"on\":\"2062-12-01\",\"passed\":true,\"evidence\":\"凭证\"}", 422)]
    [InlineData("checks", "{\"area\":\"Finance\",\"item\":\"检查\",\"on\":\"2062-01-01\",\"passed\":true}", 400)]
    [InlineData("publishing", "{\"title\":\"日程\",\"dueOn\":\"9999-01-01\"}", 400)]
    [InlineData("publishing", "{\"title\":null,\"dueOn\":\"2062-12-01\"}", 400)]
    public async Task Bad_input_is_refused(string path, string json, int status)
    {
        using var head = app.As("office-head", Wire.On(2062, 6, 1));
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        var answer = await head.PutAsync(new Uri($"/governance/{path}/{Guid.CreateVersion7()}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        await answer.Json(status);
        foreach (var query in new[] { "year=1999", "after=xx" }) if (path != "mechanisms" || query[0] == 'a') Assert.Equal(400, (int)(await head.Get($"/governance/{path}?{query}")).StatusCode);
    }

    [Fact]
    public async Task A_place_in_the_list_that_was_never_given_out_is_refused()
    {
        using var head = app.As("office-head");
        foreach (var key in new[] { "{\"Title\":null,\"Id\":\"019cb000-0000-7000-8000-000000000001\"}", "{\"Title\":\"\\u0000\",\"Id\":\"019cb000-0000-7000-8000-000000000001\"}" })
            await (await head.Get($"/governance/mechanisms?after={System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(key))}")).Problem(400, "request.cursor");
    }

    private static object Check(string area, bool passed) => new { area, item = "按程序办理，会议记录齐全", on = "2059-10-20", passed, evidence = "会议记录、公示材料" };
}
