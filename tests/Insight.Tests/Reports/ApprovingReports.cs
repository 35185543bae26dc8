using System.Text.Json.Nodes;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Insight.Tests.Reports;

/// <summary>From the draft to the public, over the wire.</summary>
public class ApprovingReports(InsightApp app)
{
    private const string Basis = "《法治政府建设与责任落实督察工作规定》第二十四条";
    private readonly Desk _desk = new(app);

    [Fact, Rule("S-78")]
    public async Task A_report_is_drafted_completed_approved_by_another_sent_and_published_and_each_act_is_on_record()
    {
        var id = await _desk.ApprovedAsync("RuleOfLaw", 2051);
        var at = Wire.On(2052, 3, 20);
        var sent = await (await _desk.As("office-head", at).Post($"/reports/{id}/sending", new { on = "2052-02-20" })).Json();
        Assert.Equal(("2052-02-20", "False"), (sent.Text("sentOn"), sent.Text("sentLate")));
        var published = await (await _desk.As("office-head", at).Post($"/reports/{id}/publication", new { on = "2052-03-20" })).Json();
        Assert.Equal(("Published", "False"), (published.Text("status"), published.Text("publishedLate")));
        Assert.Equal(0, published.GetProperty("findings").GetArrayLength());

        var chain = await app.Db(db => Task.FromResult(db.Record.Where(entry => entry.PetitionId == id).OrderBy(entry => entry.Seq).ToList()));
        Assert.Equal(["DraftReport", "WriteReport", "ApproveReport", "SendReport", "PublishReport"], chain.Select(entry => entry.Act));
        Assert.True(RecordChain.Verify(chain, chain[^1].After).Intact);
        Assert.All(chain.Zip(chain.Skip(1)), pair => Assert.Equal(pair.First.After, pair.Second.Before));
    }

    [Fact]
    public async Task Whoever_drafted_it_does_not_approve_it()
    {
        var at = Wire.On(2053, 1, 5);
        var report = await _desk.DraftAsync("RuleOfLaw", 2052, "office-head");
        await (await _desk.WriteAsync(report.Id(), Desk.Filled(report), at)).Json();
        await (await _desk.As("office-head", at).Post($"/reports/{report.Id()}/approval", new { })).Problem(409, "report.same-person", Basis);
        await (await _desk.As("supervisor", at).Post($"/reports/{report.Id()}/approval", new { })).Json(403);
        Assert.Contains(Desk.Items(await _desk.ReadAsync(report.Id(), at), "acts"), act => act.Text("act") == "Approve" && act.Text("open") == "False");
    }

    [Fact]
    public async Task Nothing_is_approved_while_something_is_to_be_written_or_wrong()
    {
        var at = Wire.On(2054, 1, 5);
        var report = await _desk.DraftAsync("RuleOfLaw", 2053);
        var refused = await (await _desk.As("office-head", at).Post($"/reports/{report.Id()}/approval", new { })).Problem(409, "report.to-write", Basis);
        Assert.Contains("待填写", refused.Text("title"), StringComparison.Ordinal);

        await (await _desk.WriteAsync(report.Id(), Desk.Filled(report, heading: (section, heading) => section == 3 ? "四、2053年推进法治政府建设的主要安排" : heading), at)).Json();
        var found = await (await _desk.As("clerk", at).Get($"/reports/{report.Id()}/findings")).Json();
        Assert.Equal(("0", "1"), (found.Text("toWrite"), found.Text("blocking")));
        Assert.Contains(Desk.Items(found, "items"), each => each.Text("rule") == "L10" && each.Text("section") == "3");
        await (await _desk.As("office-head", at).Post($"/reports/{report.Id()}/approval", new { })).Problem(409, "report.errors", Basis);
    }

    [Fact, Rule("S-78")]
    public async Task Published_after_1_April_it_is_told_late()
    {
        var (id, at) = (await _desk.ApprovedAsync("RuleOfLaw", 2054), Wire.On(2055, 4, 9));
        await (await _desk.As("office-head", at).Post($"/reports/{id}/sending", new { on = "2055-03-02" })).Json();
        var published = await (await _desk.As("office-head", at).Post($"/reports/{id}/publication", new { on = "2055-04-09" })).Json();
        Assert.Equal(("True", "True"), (published.Text("sentLate"), published.Text("publishedLate")));
        Assert.Equal(["L36", "L36"], Desk.Items(published, "findings").Select(found => found.Text("rule")));
        Assert.Contains(Desk.Items(await (await _desk.As("leader", at).Get("/reports?kind=RuleOfLaw&year=2054")).Json(), "items"), row => row.Id() == id && row.Text("late") == "True");
    }

    [Fact]
    public async Task Two_who_write_at_once_are_one_edit_and_one_told_so()
    {
        var at = Wire.On(2056, 1, 5);
        var report = await _desk.DraftAsync("RuleOfLaw", 2055);
        await (await _desk.As("clerk", at).Put($"/reports/{report.Id()}/text", Desk.Filled(report))).Json(428);
        var version = $"\"{report.Text("version")}\"";
        await (await _desk.WriteAsync(report.Id(), Desk.Filled(report), at, version: version)).Json();
        await (await _desk.WriteAsync(report.Id(), Desk.Filled(report), at, version: version)).Json(412);
    }

    [Fact]
    public async Task What_is_to_be_written_cannot_be_left_out_and_other_paragraphs_can()
    {
        var at = Wire.On(2057, 1, 5);
        var report = await _desk.DraftAsync("RuleOfLaw", 2056);
        var without = Desk.Filled(report);
        var first = (JsonArray)without["sections"]![0]!["paragraphs"]!;
        var open = report.GetProperty("text").GetProperty("sections")[0].GetProperty("paragraphs")[0];
        Assert.Equal("ToWrite", open.Text("kind"));
        first.RemoveAt(0);
        await (await _desk.WriteAsync(report.Id(), without, at)).Problem(422, "report.open-dropped", Basis);

        var with = Desk.Filled(report);
        ((JsonArray)with["sections"]![0]!["paragraphs"]!).Add(new JsonObject { ["key"] = "added-1", ["text"] = "另外办了一件实事。" });
        var written = await (await _desk.WriteAsync(report.Id(), with, at)).Json();
        var last = written.GetProperty("text").GetProperty("sections")[0].GetProperty("paragraphs").EnumerateArray().Last();
        Assert.Equal(("added-1", "Written"), (last.Text("key"), last.Text("kind")));

        ((JsonArray)with["sections"]![0]!["paragraphs"]!).Add(new JsonObject { ["key"] = "added-1", ["text"] = "同名。" });
        await (await _desk.WriteAsync(report.Id(), with, at)).Json(400);
    }

    [Fact]
    public async Task A_period_has_one_report_until_it_is_withdrawn()
    {
        var at = Wire.On(2058, 1, 5);
        var report = await _desk.DraftAsync("Petitions", 2057);
        Assert.Equal(report.Text("snapshot"), (await (await _desk.As("supervisor", at).Put($"/reports/{report.Id()}", Desk.Yearly("Petitions", 2057))).Json()).Text("snapshot"));
        await (await _desk.As("clerk", at).Put($"/reports/{Guid.CreateVersion7()}", Desk.Yearly("Petitions", 2057))).Problem(409, "report.already", "《信访工作条例》第四十一条");
        await (await _desk.As("office-head", at).Post($"/reports/{report.Id()}/withdrawal", new { reason = "口径要改。" })).Json();
        await (await _desk.As("clerk", at).Put($"/reports/{Guid.CreateVersion7()}", Desk.Yearly("Petitions", 2057))).Json();
        await (await _desk.As("supervisor", at).Post($"/reports/{report.Id()}/redrafting", new { })).Problem(409, "report.wrong-state");
        await (await _desk.As("office-head", at).Post($"/reports/{report.Id()}/withdrawal", new { reason = "再撤一次。" })).Problem(409, "report.wrong-state");
    }

    [Fact]
    public async Task The_days_of_sending_and_publishing_lie_between_approval_and_today()
    {
        var (id, at) = (await _desk.ApprovedAsync("RuleOfLaw", 2058), Wire.On(2059, 2, 1));
        foreach (var on in new[] { "2059-01-19", "2059-02-02" })
        {
            await (await _desk.As("office-head", at).Post($"/reports/{id}/sending", new { on })).Problem(422, "report.wrong-day", Basis);
            await (await _desk.As("office-head", at).Post($"/reports/{id}/publication", new { on })).Problem(422, "report.wrong-day", Basis);
        }
    }

    [Fact]
    public async Task Who_reads_and_who_drafts()
    {
        var at = Wire.On(2060, 1, 5);
        foreach (var account in new[] { "leader", "auditor", "clerk", "supervisor", "office-head" }) await (await _desk.As(account, at).Get("/reports")).Json();
        foreach (var account in new[] { "outreach", "trainer", "admin", "120104-zjw.head", "120104-zjw.officer" }) await (await _desk.As(account, at).Get("/reports")).Json(403);
        foreach (var account in new[] { "leader", "auditor" }) await (await _desk.As(account, at).Put($"/reports/{Guid.CreateVersion7()}", Desk.Yearly("Petitions", 2059))).Json(403);
        Assert.Equal(401, (int)(await app.Public(at).Get("/reports")).StatusCode);
    }

    [Theory]
    [InlineData("""{"kind":"RuleOfLaw","year":1999}""", 400)]
    [InlineData("""{"kind":"RuleOfLaw","year":2101}""", 400)]
    [InlineData("""{"kind":"RuleOfLaw","year":2026,"span":"Month","number":3}""", 400)]
    [InlineData("""{"kind":"Situation","year":2026,"span":"Quarter","number":5}""", 400)]
    [InlineData("""{"kind":"Situation","year":2026,"span":"Week","number":0}""", 400)]
    [InlineData("""{"kind":"Nothing","year":2026}""", 400)]
    [InlineData("""{"kind":0,"year":2026}""", 400)]
    [InlineData("""{"year":2026}""", 400)]
    [InlineData("""{"kind":"Petitions","year":2026,"basis":"Never"}""", 400)]
    [InlineData("""{"kind":"Petitions","year":2099}""", 422)]
    [InlineData("null", 400)]
    public async Task What_nobody_can_draft_is_refused(string body, int status)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await _desk.As("supervisor", Wire.On(2060, 1, 5)).PutAsync(new Uri($"/reports/{Guid.CreateVersion7()}", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found_and_bad_questions_are_told_so()
    {
        var (at, id) = (Wire.On(2060, 1, 5), Guid.CreateVersion7());
        await (await _desk.As("supervisor", at).Put("/reports/0b6f5c5e-7d1c-4f6a-9d55-2d1f0c2b7a11", Desk.Yearly("Petitions", 2059))).Problem(400, "request.id");
        foreach (var path in new[] { $"/reports/{id}", $"/reports/{id}/findings", $"/reports/{id}/report.pdf", $"/reports/{id}/report.docx", $"/snapshots/{id}" }) await (await _desk.As("leader", at).Get(path)).Problem(404, "insight.not-found");
        foreach (var (act, body) in new (string, object)[] { ("redrafting", new { }), ("approval", new { }), ("sending", new { on = "2060-01-01" }), ("publication", new { on = "2060-01-01" }), ("withdrawal", new { reason = "没有这份。" }) })
            await (await _desk.As("office-head", at).Post($"/reports/{id}/{act}", body)).Problem(404, "insight.not-found");
        foreach (var query in new[] { "kind=Nothing", "kind=9", "year=1", "status=7", "after=%25", "limit=x" }) Assert.Equal(400, (int)(await _desk.As("leader", at).Get($"/reports?{query}")).StatusCode);
    }

    [Fact]
    public async Task The_list_is_paged_with_the_latest_period_first()
    {
        foreach (var year in new[] { 2061, 2062, 2063 }) await _desk.DraftAsync("Petitions", year);
        var first = await (await _desk.As("leader", Wire.On(2064, 1, 5)).Get("/reports?kind=Petitions&limit=1")).Json();
        var second = await (await _desk.As("leader", Wire.On(2064, 1, 5)).Get($"/reports?kind=Petitions&limit=100&after={first.Text("next")}")).Json();
        var froms = Desk.Items(first, "items").Concat(Desk.Items(second, "items")).Select(row => row.Text("from")).ToList();
        Assert.Equal(froms.OrderDescending(StringComparer.Ordinal), froms);
        Assert.Contains("2061-01-01", froms);
    }
}
