using System.Net.Http.Headers;
using SkiaSharp;
using Xinfang.Testing;

namespace Xinfang.Outreach.Tests.Activities;

/// <summary>Campaigns and activities, with organs that join.</summary>
public class HoldingActivities(OutreachApp app)
{
    private const string Police = "120104-gafj", Street = "120104003";

    [Fact, Rule("S-32"), Rule("S-46")]
    public async Task An_activity_with_the_police_in_Wumalu_is_planned_held_and_closed()
    {
        var id = await Plan(new DateOnly(2046, 5, 12));
        using var outreach = app.As("outreach", Wire.On(2046, 5, 1));
        await (await outreach.Post($"/activities/{id}/organisers", new { organ = Police, task = "讲信访秩序的规定，发防诈骗单页" })).Json();

        using var police = app.As($"{Police}.officer", Wire.On(2046, 5, 3));
        await (await police.Post($"/tasks/{id}/confirmation", new { note = "去3人" })).Json();
        await (await outreach.Post($"/activities/{id}/materials", new { lines = new[] { new { kind = "Leaflet", issued = 300, returned = 20 }, new { kind = "Board", issued = 4, returned = 4 } } })).Json();

        using var after = app.As("outreach", Wire.On(2046, 5, 13));
        var held = await (await after.Post($"/activities/{id}/holding", Results())).Json();
        Assert.Equal(("Held", "120"), (held.Text("status"), held.Text("attendance")));
        await (await after.Post($"/activities/{id}/closing", new { })).Problem(409, "activity.tasks-open", "《法治宣传教育法》第九条");

        using var policeAfter = app.As($"{Police}.officer", Wire.On(2046, 5, 13));
        await (await policeAfter.Post($"/tasks/{id}/completion", new { note = "讲了一场，发了200份" })).Json();
        var closed = await (await after.Post($"/activities/{id}/closing", new { })).Json();
        Assert.Equal("Closed", closed.Text("status"));
        Assert.Empty(closed.GetProperty("acts").EnumerateArray());
        await (await after.Post($"/activities/{id}/closing", new { })).Problem(409, "activity.wrong-state");
    }

    [Fact]
    public async Task What_was_held_is_told_in_counts()
    {
        var id = await Plan(new DateOnly(2046, 6, 12));
        using var after = app.As("outreach", Wire.On(2046, 6, 13));
        await (await after.Post($"/activities/{id}/materials", new { lines = new[] { new { kind = "Leaflet", issued = 300, returned = 20 } } })).Json();
        await (await after.Post($"/activities/{id}/materials", new { lines = new[] { new { kind = "Leaflet", issued = 310, returned = 20 } } })).Json(); // the whole list each time
        await (await after.Post($"/activities/{id}/holding", Results(new DateOnly(2046, 6, 12)))).Json();
        await (await after.Post($"/activities/{id}/closing", new { })).Json();
        var told = await app.Sql<string>("select facts from record where petition_id = $1 and act = 'CloseActivity'", id);
        Assert.Contains("\"materials\":290", told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"consultations\":12", told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"\"street\":\"{Street}\"", told, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_organ_sees_its_own_task_and_nobody_elses()
    {
        var id = await Plan(new DateOnly(2046, 5, 20));
        using var outreach = app.As("outreach", Wire.On(2046, 5, 1));
        await (await outreach.Post($"/activities/{id}/organisers", new { organ = Police, task = "只给公安看的任务" })).Json();
        await (await outreach.Post($"/activities/{id}/organisers", new { organ = "120104-sfj", task = "法律咨询台" })).Json();
        using var justice = app.As("120104-sfj.officer", Wire.On(2046, 5, 3));
        var tasks = await (await justice.Get("/tasks?limit=100")).Json();
        var own = Assert.Single(tasks.GetProperty("items").EnumerateArray(), task => task.Text("activityId") == id.ToString());
        Assert.Equal("法律咨询台", own.Text("task"));
        Assert.DoesNotContain("只给公安看的任务", tasks.ToString(), StringComparison.Ordinal);
        using var stranger = app.As("120104-cgw.officer");
        await (await stranger.Post($"/tasks/{id}/confirmation", new { })).Problem(404, "outreach.not-found");
        await (await justice.Get($"/activities/{id}")).Problem(403, "duty.missing");
        using var checker = app.As("120104-sfj.checker");
        await (await checker.Post($"/tasks/{id}/confirmation", new { })).Problem(403, "activity.organiser-only");
    }

    [Fact]
    public async Task An_organ_that_cannot_come_says_why_and_the_office_may_take_one_out()
    {
        var id = await Plan(new DateOnly(2046, 5, 21));
        using var outreach = app.As("outreach", Wire.On(2046, 5, 1));
        await (await outreach.Post($"/activities/{id}/organisers", new { organ = Police, task = "维持秩序" })).Json();
        await (await outreach.Post($"/activities/{id}/organisers", new { organ = "120104-sfj", task = "法律咨询台" })).Json();
        using var police = app.As($"{Police}.head", Wire.On(2046, 5, 3));
        await (await police.Post($"/tasks/{id}/refusal", new { note = " " })).Json(400);
        Assert.Equal("Refused", (await (await police.Post($"/tasks/{id}/refusal", new { note = "当天有安保任务" })).Json()).Text("status"));
        await (await outreach.Post($"/activities/{id}/organisers/120104-sfj/release", new { reason = "改由街道设咨询台" })).Json();
        using var after = app.As("outreach", Wire.On(2046, 5, 22));
        await (await after.Post($"/activities/{id}/holding", Results(new DateOnly(2046, 5, 21)))).Json();
        Assert.Equal("Closed", (await (await after.Post($"/activities/{id}/closing", new { })).Json()).Text("status"));
    }

    [Fact]
    public async Task What_has_not_happened_yet_is_not_noted_and_what_is_cancelled_says_why()
    {
        var id = await Plan(new DateOnly(2046, 7, 1));
        using var outreach = app.As("outreach", Wire.On(2046, 6, 1));
        await (await outreach.Post($"/activities/{id}/holding", Results(new DateOnly(2046, 7, 1)))).Problem(409, "activity.too-early");
        await (await outreach.Post($"/activities/{id}/cancellation", new { reason = "" })).Json(400);
        Assert.Equal("Cancelled", (await (await outreach.Post($"/activities/{id}/cancellation", new { reason = "暴雨橙色预警" })).Json()).Text("status"));
        await (await outreach.Post($"/activities/{id}/holding", Results(new DateOnly(2046, 6, 1)))).Problem(409, "activity.wrong-state");
    }

    [Fact]
    public async Task Numbers_that_do_not_fit_together_are_refused()
    {
        var id = await Plan(new DateOnly(2046, 8, 1));
        using var after = app.As("outreach", Wire.On(2046, 8, 2));
        await (await after.Post($"/activities/{id}/materials", new { lines = new[] { new { kind = "Leaflet", issued = 10, returned = 20 } } })).Json(400);
        await (await after.Post($"/activities/{id}/materials", new { lines = new[] { new { kind = "Nothing", issued = 10, returned = 2 } } })).Json(400);
        await (await after.Post($"/activities/{id}/holding", new { heldOn = "2046-08-01", attendance = 3, summary = "讲座", useful = 3, notUseful = 1 })).Problem(422, "activity.feedback");
        await (await after.Post($"/activities/{id}/holding", new { heldOn = "2046-08-01", attendance = -1, summary = "讲座" })).Json(400);
        await (await after.Post($"/activities/{id}/holding", new { heldOn = "2046-08-01", attendance = 3, summary = "讲座", consultations = new object?[] { null } })).Json(400);
    }

    [Fact]
    public async Task A_plan_names_only_what_there_is()
    {
        using var outreach = app.As("outreach");
        var problem = await (await outreach.Put($"/activities/{Guid.CreateVersion7()}", new
        {
            title = "宣传", street = "120104099", community = "五马路社区", place = "党群服务中心", on = "2046-05-12", forms = new[] { "Magic" }, audiences = new[] { "Residents" }, campaignId = Guid.CreateVersion7(),
        })).Json(400);
        Assert.Equal(["campaignId", "forms", "street"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_photo_is_told_by_its_content_and_keeps_nothing_but_the_picture()
    {
        var id = await Plan(new DateOnly(2046, 9, 1));
        using var after = app.As("outreach", Wire.On(2046, 9, 2));
        await (await after.Post($"/activities/{id}/holding", Results(new DateOnly(2046, 9, 1)))).Json();

        var photo = Guid.CreateVersion7();
        var with = await (await Upload(after, id, photo, WithPlace(Picture(3000, 1000)))).Json();
        Assert.Single(with.GetProperty("photos").EnumerateArray());
        var kept = await (await after.Get($"/activities/{id}/photos/{photo}")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("GPS-SECRET", System.Text.Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        using var drawn = SKBitmap.Decode(kept);
        Assert.Equal((1920, 640), (drawn.Width, drawn.Height));

        await (await Upload(after, id, Guid.CreateVersion7(), "<script>alert(1)</script>"u8.ToArray())).Problem(422, "photo.type");
        await (await Upload(after, id, Guid.CreateVersion7(), [])).Problem(422, "photo.type");
        await (await Upload(after, id, Guid.CreateVersion7(), new byte[(10 * 1024 * 1024) + 1])).Json(422);
    }

    [Fact, Rule("S-31")]
    public async Task The_campaign_of_May_is_proposed_once_a_year_and_a_person_takes_it()
    {
        using var outreach = app.As("outreach", Wire.On(2047, 2, 10));
        await Task.WhenAll(Scan(Wire.On(2047, 2, 3)), Scan(Wire.On(2047, 2, 3)));
        await Scan(Wire.On(2047, 3, 3));
        var proposed = Assert.Single((await (await outreach.Get("/campaigns?status=Proposed&limit=100")).Json()).GetProperty("items").EnumerateArray(), each => each.Text("from") == "2047-05-01");
        Assert.Equal("《信访工作条例》施行二十五周年宣传月", proposed.Text("theme"));
        using var leader = app.As("leader");
        await (await leader.Post($"/campaigns/{proposed.Id()}/dropping", new { reason = "不办" })).Problem(403, "campaign.office-only");
        var taken = await (await outreach.Post($"/campaigns/{proposed.Id()}/adoption", new { theme = "条例宣传月", legalTexts = "《信访工作条例》", goal = "走到十二个街道", from = "2047-05-01", until = "2047-05-31", target = 12 })).Json();
        Assert.Equal("Open", taken.Text("status"));
        await (await outreach.Post($"/campaigns/{proposed.Id()}/adoption", new { theme = "再一次", legalTexts = "《信访工作条例》", goal = "走到", from = "2047-05-01", until = "2047-05-31", target = 12 })).Problem(409, "campaign.wrong-state");
    }

    [Fact, Rule("S-15"), Rule("S-46")]
    public async Task A_campaign_counts_the_organs_that_join_and_the_streets_it_reached()
    {
        var campaign = Guid.CreateVersion7();
        using var outreach = app.As("outreach", Wire.On(2048, 5, 1));
        await (await outreach.Put($"/campaigns/{campaign}", new { theme = "依法逐级走访", legalTexts = "《信访工作条例》", goal = "减少越级走访", from = "2048-05-01", until = "2048-05-31", target = 2 })).Json();
        await (await outreach.Put($"/campaigns/{Guid.CreateVersion7()}", new { theme = "反了", legalTexts = "《信访工作条例》", goal = "无", from = "2048-05-31", until = "2048-05-01", target = 2 })).Problem(422, "campaign.dates");
        foreach (var (street, organ) in new[] { ("120104003", Police), ("120104004", Police), ("120104004", "120104-sfj") })
        {
            var id = await Plan(new DateOnly(2048, 5, 4), street, campaign);
            await (await outreach.Post($"/activities/{id}/organisers", new { organ, task = "参加" })).Json();
            using var joint = app.As($"{organ}.officer", Wire.On(2048, 5, 2));
            await (await joint.Post($"/tasks/{id}/confirmation", new { })).Json();
            using var after = app.As("outreach", Wire.On(2048, 5, 5));
            await (await after.Post($"/activities/{id}/holding", Results(new DateOnly(2048, 5, 4)))).Json();
        }
        var counted = await (await outreach.Get($"/campaigns/{campaign}")).Json();
        Assert.Equal(("3", "3", "2", "2"), (counted.Text("planned"), counted.Text("held"), counted.Text("joint"), counted.Text("streets")));
        Assert.Equal(3, (await (await outreach.Get($"/activities?campaign={campaign}")).Json()).GetProperty("items").GetArrayLength());
    }

    [Fact, Rule("S-27"), Rule("S-34"), Rule("S-45")]
    public async Task The_year_shows_months_streets_and_audiences_without_anything_and_months_in_one_form()
    {
        var id = await Plan(new DateOnly(2049, 3, 10), forms: ["NoticeBoard"]);
        await Plan(new DateOnly(2049, 4, 10));
        using var after = app.As("outreach", Wire.On(2049, 3, 11));
        await (await after.Post($"/activities/{id}/holding", Results(new DateOnly(2049, 3, 10)))).Json();
        var year = await (await after.Get("/activities/year?year=2049")).Json();
        Assert.Equal([1, 2, 5, 6, 7, 8, 9, 10, 11, 12], year.GetProperty("monthsWithout").EnumerateArray().Select(month => month.GetInt32()));
        Assert.Equal(11, year.GetProperty("streetsWithout").GetArrayLength());
        Assert.Contains("老年人", year.GetProperty("audiencesWithout").EnumerateArray().Select(each => each.GetString()));
        Assert.True(year.GetProperty("months")[2].GetProperty("oneFormOnly").GetBoolean()); // domain.md 13, scenario 20
        Assert.False(year.GetProperty("months")[3].GetProperty("oneFormOnly").GetBoolean());
    }

    [Fact]
    public async Task Lists_are_paged_without_a_gap_or_a_repeat()
    {
        var campaign = Guid.CreateVersion7();
        using var outreach = app.As("outreach", Wire.On(2052, 1, 5));
        await (await outreach.Put($"/campaigns/{campaign}", new { theme = "翻页", legalTexts = "《信访工作条例》", goal = "翻页", from = "2052-01-01", until = "2052-12-31", target = 9 })).Json();
        List<Guid> planned = [];
        foreach (var day in new[] { 5, 5, 9, 7, 5 }) planned.Add(await Plan(new DateOnly(2052, 2, day), campaign: campaign));
        foreach (var id in planned) await (await outreach.Post($"/activities/{id}/organisers", new { organ = "120104-mzj", task = "参加" })).Json();

        var listed = await Pages(outreach, $"/activities?campaign={campaign}&limit=2", row => row.Id());
        Assert.Equal(5, listed.Count);
        Assert.Equal(planned.Order(), listed.Order());
        using var joint = app.As("120104-mzj.officer", Wire.On(2052, 1, 6));
        Assert.Equal(planned.Order(), (await Pages(joint, "/tasks?limit=2", row => row.GetProperty("activityId").GetGuid())).Order());
        var campaigns = await Pages(outreach, "/campaigns?limit=1", row => row.Id());
        Assert.Equal(campaigns.Distinct(), campaigns);
        Assert.Contains(campaign, campaigns);
    }

    [Theory]
    [InlineData("clerk", "/activities")]
    [InlineData("trainer", "/measures")]
    [InlineData("admin", "/recommendations")]
    [InlineData("120104-zjw.head", "/campaigns")]
    [InlineData("outreach", "/tasks")]
    public async Task Whoever_has_nothing_to_do_with_it_is_told_so(string account, string path)
    {
        using var client = app.As(account);
        await (await client.Get(path)).Problem(403, "duty.missing");
        using var nobody = app.Public();
        await (await nobody.Get(path)).Problem(401, "sign-in.required");
    }

    [Fact, Rule("S-33")]
    public async Task Wumalu_community_in_Xingnan_is_among_the_places_to_choose()
    {
        using var outreach = app.As("outreach");
        Assert.Contains((await (await outreach.Get("/activities/venues?street=120104003")).Json()).EnumerateArray(), venue => venue.Text("community") == "五马路社区");
    }

    private static async Task<List<Guid>> Pages(HttpClient client, string path, Func<System.Text.Json.JsonElement, Guid> id)
    {
        List<Guid> all = [];
        for (var next = ""; ;)
        {
            var page = await (await client.Get(path + next)).Json();
            all.AddRange(page.GetProperty("items").EnumerateArray().Select(id));
            if (page.GetProperty("next") is not { ValueKind: System.Text.Json.JsonValueKind.String } cursor) return all;
            next = $"&after={cursor.GetString()}";
        }
    }

    private Task Scan(DateTimeOffset at) => Scanning.Once(app.Services, at);

    private async Task<Guid> Plan(DateOnly on, string street = Street, Guid? campaign = null, string[]? forms = null)
    {
        var id = Guid.CreateVersion7();
        using var outreach = app.As("outreach", Wire.On(on.Year, 1, 10));
        var planned = await (await outreach.Put($"/activities/{id}", new
        {
            title = "《信访工作条例》主题宣传", street, community = "五马路社区", place = "党群服务中心", on, forms = forms ?? ["Consultation", "Leaflet"], audiences = new[] { "Residents" }, staff = new[] { "outreach" }, topic = "030000", campaignId = campaign,
        })).Json();
        Assert.Equal("Planned", planned.Text("status"));
        return id;
    }

    private static object Results(DateOnly? heldOn = null) => new
    {
        heldOn = heldOn ?? new DateOnly(2046, 5, 12), attendance = 120, useful = 60, notUseful = 3, summary = "设咨询台两个，讲条例一场。", consultations = new[] { new { topic = "030000", count = 9 }, new { topic = "070000", count = 3 } },
    };

    private static async Task<HttpResponseMessage> Upload(HttpClient client, Guid activity, Guid photo, byte[] content)
    {
        using var body = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return await client.PutAsync(new Uri($"/activities/{activity}/photos/{photo}", UriKind.Relative), body);
    }

    private static byte[] Picture(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.SteelBlue);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }

    /// <summary>The picture with an EXIF segment (APP1) that tells of a place.</summary>
    private static byte[] WithPlace(byte[] jpeg)
    {
        var text = "Exif\0\0GPS-SECRET 39.1N 117.1E"u8;
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(text.Length + 2), .. text, .. jpeg[2..]];
    }
}
