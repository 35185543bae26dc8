using System.Text.Json;
using Xinfang.Contracts.Outreach.V1;
using Xinfang.Testing;

namespace Xinfang.Outreach.Tests.Duties;

/// <summary>普法责任清单. Each test has a year of its own.</summary>
public class KeepingTheList(OutreachApp app)
{
    private const string Organ = "120104-zjw", Article = "《法治宣传教育法》第九条";

    [Fact, Rule("S-26")]
    public async Task The_office_makes_an_item_the_organ_reports_it_and_the_office_confirms()
    {
        var id = await Make(2040, new DateOnly(2040, 6, 30));
        using var officer = app.As($"{Organ}.officer", Wire.On(2040, 6, 20));
        using var outreach = app.As("outreach", Wire.On(2040, 6, 25));

        var reported = await (await officer.Post($"/duties/{id}/report", new { text = "5月12日在兴南街五马路社区讲了物业管理条例，照片6张。" })).Json();
        Assert.Equal("Reported", reported.Text("status"));
        Assert.Equal("2040-06-20", reported.Text("reportedOn"));

        var confirmed = await (await outreach.Post($"/duties/{id}/confirmation", new { remark = "材料齐全" })).Json();
        Assert.Equal("Done", confirmed.Text("status"));
        Assert.Equal("True", confirmed.Text("inTime"));
    }

    [Fact]
    public async Task What_was_sent_back_is_owed_again_and_the_day_of_the_new_report_counts()
    {
        var id = await Make(2040, new DateOnly(2040, 6, 30));
        using var officer = app.As($"{Organ}.head", Wire.On(2040, 6, 20));
        using var late = app.As($"{Organ}.head", Wire.On(2040, 7, 3));
        using var outreach = app.As("outreach", Wire.On(2040, 7, 4));
        await (await officer.Post($"/duties/{id}/report", new { text = "已经完成。" })).Json();
        Assert.Equal("Open", (await (await outreach.Post($"/duties/{id}/return", new { remark = "没有照片" })).Json()).Text("status"));
        await (await late.Post($"/duties/{id}/report", new { text = "补照片6张。" })).Json();
        Assert.Equal("False", (await (await outreach.Post($"/duties/{id}/confirmation", new { })).Json()).Text("inTime"));
    }

    [Fact]
    public async Task What_the_office_itself_reports_its_head_checks()
    {
        var id = await Make(2040, new DateOnly(2040, 6, 30), "120104-xfb");
        using var outreach = app.As("outreach", Wire.On(2040, 6, 1));
        using var head = app.As("office-head", Wire.On(2040, 6, 2));
        await (await outreach.Post($"/duties/{id}/report", new { text = "已经完成。" })).Json();
        await (await outreach.Post($"/duties/{id}/confirmation", new { })).Problem(403, "duty-list.checker-only", Article);
        Assert.Equal("Done", (await (await head.Post($"/duties/{id}/confirmation", new { })).Json()).Text("status"));
    }

    [Fact]
    public async Task An_organ_sees_its_own_items_and_no_others()
    {
        var id = await Make(2041, new DateOnly(2041, 6, 30));
        using var other = app.As("120104-cgw.officer");
        await (await other.Get($"/duties/{id}")).Problem(404, "outreach.not-found");
        await (await other.Post($"/duties/{id}/report", new { text = "已经完成。" })).Problem(404, "outreach.not-found");
        Assert.Empty((await (await other.Get("/duties?year=2041")).Json()).GetProperty("items").EnumerateArray());
        using var clerk = app.As("clerk");
        await (await clerk.Get("/duties")).Problem(403, "duty.missing");
    }

    [Fact]
    public async Task An_organ_cannot_make_or_confirm_items()
    {
        var id = await Make(2041, new DateOnly(2041, 6, 30));
        using var officer = app.As($"{Organ}.officer", Wire.On(2041, 6, 1));
        await (await officer.Put($"/duties/{Guid.CreateVersion7()}", Body(2041, new DateOnly(2041, 6, 30)))).Problem(403, "duty.missing", Article);
        await (await officer.Post($"/duties/{id}/report", new { text = "已经完成。" })).Json();
        await (await officer.Post($"/duties/{id}/confirmation", new { })).Problem(403, "duty-list.checker-only", Article);
        await (await officer.Post($"/duties/{id}/report", new { text = "再报一次。" })).Problem(409, "duty-list.wrong-state", Article);
    }

    [Fact]
    public async Task An_edit_of_what_was_read_before_somebody_elses_edit_is_refused()
    {
        var id = await Make(2042, new DateOnly(2042, 6, 30));
        using var outreach = app.As("outreach", Wire.On(2042, 3, 1));
        var tag = (await outreach.Get($"/duties/{id}")).Headers.ETag!.Tag;
        await (await outreach.Post($"/duties/{id}/amendment", Terms(new DateOnly(2042, 9, 30)))).Problem(428, "request.if-match");
        outreach.DefaultRequestHeaders.Add("If-Match", tag);
        Assert.Equal("2042-09-30", (await (await outreach.Post($"/duties/{id}/amendment", Terms(new DateOnly(2042, 9, 30)))).Json()).Text("dueOn"));
        await (await outreach.Post($"/duties/{id}/amendment", Terms(new DateOnly(2042, 10, 30)))).Json(412);
    }

    [Fact]
    public async Task The_term_lies_in_the_year_of_the_list()
    {
        using var outreach = app.As("outreach");
        await (await outreach.Put($"/duties/{Guid.CreateVersion7()}", Body(2042, new DateOnly(2043, 1, 1)))).Problem(422, "duty-list.due-on", Article);
    }

    [Theory]
    [InlineData("item", " ")]
    [InlineData("organ", "120104-none")]
    [InlineData("measures", null)]
    public async Task Bad_input_names_its_field(string field, string? value)
    {
        using var outreach = app.As("outreach");
        var body = new Dictionary<string, object?>
        {
            ["organ"] = Organ, ["year"] = 2042, ["item"] = "物业管理条例", ["legalText"] = "《物业管理条例》", ["audience"] = "社区居民", ["measures"] = "进社区", ["owner"] = "法规科", ["dueOn"] = "2042-06-30", ["evidence"] = "照片",
        };
        body[field] = value;
        var problem = await (await outreach.Put($"/duties/{Guid.CreateVersion7()}", body)).Json(400);
        if (value is not null) Assert.True(problem.GetProperty("errors").EnumerateObject().Any(error => error.Name.Equals(field, StringComparison.OrdinalIgnoreCase)), problem.ToString());
    }

    [Fact]
    public async Task A_due_item_is_reminded_of_once_though_two_replicas_look()
    {
        var id = await Make(2043, new DateOnly(2043, 6, 30));
        var at = Wire.On(2043, 6, 20);
        await using var replica = app.Replica();
        await Scan(app.Services, Wire.On(2043, 6, 15));
        Assert.Equal(0, await Reminders(id)); // two weeks before the term, not earlier
        await Task.WhenAll(Scan(app.Services, at), Scan(replica.Services, at), Scan(app.Services, at), Scan(replica.Services, at));
        Assert.Equal(1, await Reminders(id));
        using var officer = app.As($"{Organ}.officer", at);
        Assert.Equal("2043-06-20", (await (await officer.Get($"/duties/{id}")).Json()).Text("remindedOn"));

        // A new term is reminded of anew.
        using var outreach = app.As("outreach", at);
        outreach.DefaultRequestHeaders.Add("If-Match", (await outreach.Get($"/duties/{id}")).Headers.ETag!.Tag);
        await (await outreach.Post($"/duties/{id}/amendment", Terms(new DateOnly(2043, 9, 30)))).Json();
        await Scan(app.Services, at);
        Assert.Equal(1, await Reminders(id));
        await Scan(app.Services, Wire.On(2043, 9, 16));
        Assert.Equal(2, await Reminders(id));
    }

    [Fact, Rule("S-26")]
    public async Task The_list_is_counted_by_organ_and_exported_as_a_table()
    {
        var done = await Make(2044, new DateOnly(2044, 6, 30), item: "=物业,管理\"条例\"");
        await Make(2044, new DateOnly(2044, 3, 31));
        await Make(2044, new DateOnly(2044, 12, 31), "120104-cgw");
        using var officer = app.As($"{Organ}.officer", Wire.On(2044, 6, 20));
        using var outreach = app.As("outreach", Wire.On(2044, 6, 25));
        await (await officer.Post($"/duties/{done}/report", new { text = "已经完成。" })).Json();
        await (await outreach.Post($"/duties/{done}/confirmation", new { })).Json();

        var rows = (await (await outreach.Get("/duties/completion?year=2044")).Json()).GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(["120104-cgw", Organ], rows.Select(row => row.Text("organ")));
        Assert.Equal(("2", "1", "1", "1"), (rows[1].Text("items"), rows[1].Text("done"), rows[1].Text("doneInTime"), rows[1].Text("overdue")));

        var file = await outreach.Get("/duties/list.csv?year=2044");
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        var text = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"'=物业,管理\"\"条例\"\"\"", text, StringComparison.Ordinal); // no formula, one cell
        Assert.Equal(4, text.TrimEnd().Split("\r\n").Length);
        Assert.Equal(3, (await (await officer.Get("/duties/list.csv?year=2044")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n").Length);
    }

    [Fact, Rule("S-26")]
    public async Task Each_act_on_an_item_tells_where_it_stands_and_nothing_of_what_it_says()
    {
        await using var listening = await Listening.ToAsync(typeof(DutyChanged));
        var id = await Make(2046, new DateOnly(2046, 6, 30));
        using var officer = app.As($"{Organ}.officer", Wire.On(2046, 6, 20));
        using var outreach = app.As("outreach", Wire.On(2046, 6, 25));
        foreach (var act in new[] { "report", "return", "report", "confirmation" })
            await (await (act == "report" ? officer : outreach).Post($"/duties/{id}/{act}", act == "report" ? new { text = "已经完成。" } : new { remark = "照片要补。" })).Json();
        await listening.FirstAsync<DutyChanged>(each => Of(each) && each.Text("status") == "Done");
        var told = listening.Of<DutyChanged>(Of);
        Assert.Equal(["Open", "Reported", "Open", "Reported", "Done"], told.Select(each => each.Text("status")));
        Assert.Equal((Organ, "2046", "2046-06-30", "2046-06-20"), (told[^1].Text("organ"), told[^1].Text("year"), told[^1].Text("dueOn"), told[^1].Text("reportedOn")));
        Assert.All(told, each => Assert.DoesNotContain("已经完成", each.GetRawText(), StringComparison.Ordinal));

        bool Of(JsonElement each) => each.GetProperty("dutyId").GetGuid() == id;
    }

    [Fact]
    public async Task The_list_is_paged_in_the_order_of_the_terms()
    {
        for (var month = 1; month <= 5; month++) await Make(2045, new DateOnly(2045, month, 28));
        using var outreach = app.As("outreach");
        var first = await (await outreach.Get("/duties?year=2045&limit=3")).Json();
        var second = await (await outreach.Get($"/duties?year=2045&limit=3&after={first.Text("next")}")).Json();
        Assert.Equal(["2045-01-28", "2045-02-28", "2045-03-28", "2045-04-28", "2045-05-28"],
            first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(item => item.Text("dueOn")));
        await (await outreach.Get("/duties?year=2045&after=xx")).Problem(400, "request.cursor");
    }

    private Task<long> Reminders(Guid id) => app.Sql<long>("select count(*) from record where petition_id = $1 and act = 'RemindOfDuty'", id);

    private static Task Scan(IServiceProvider services, DateTimeOffset at) => Scanning.Once(services, at);

    private async Task<Guid> Make(int year, DateOnly dueOn, string organ = Organ, string item = "物业管理条例")
    {
        var id = Guid.CreateVersion7();
        using var outreach = app.As("outreach", Wire.On(year, 1, 5));
        var made = await (await outreach.Put($"/duties/{id}", Body(year, dueOn, organ, item))).Json();
        Assert.Equal("Open", made.Text("status"));
        Assert.Equal(id, (await (await outreach.Put($"/duties/{id}", Body(year, dueOn, organ, item))).Json()).Id()); // again: the same
        return id;
    }

    private static object Body(int year, DateOnly dueOn, string organ = Organ, string item = "物业管理条例") => new
    {
        organ, year, item, legalText = "《物业管理条例》", audience = "社区居民", measures = "进社区讲座、发放折页", owner = "法规科", dueOn, evidence = "照片和签到数",
    };

    private static object Terms(DateOnly dueOn) => new { item = "物业管理条例", legalText = "《物业管理条例》", audience = "社区居民", measures = "进社区讲座", owner = "法规科", dueOn, evidence = "照片" };
}
