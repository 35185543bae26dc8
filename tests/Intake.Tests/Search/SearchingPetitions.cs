using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.Intake.Api.Search;

namespace Xinfang.Intake.Tests.Search;

public class SearchingPetitions(IntakeApp app)
{
    private static Dictionary<string, object?> Of(string subject, string facts, string? place = null, string phone = "13000000071", string name = "检试验")
    {
        var form = Wire.Form();
        form["petitioner"] = new { name, phone, address = "虚构里7号", anonymous = false };
        (form["subject"], form["facts"], form["claims"], form["place"]) = (subject, facts, new[] { "请依法处理" }, place);
        form.Remove("happenedOn");
        return form;
    }

    private async Task<JsonElement> Search(object body, string account = "clerk") => await (await app.As(account).Post("/search", body)).Json();

    private async Task<List<Guid>> Found(object body, string account = "clerk") => [.. (await Search(body, account)).GetProperty("items").EnumerateArray().Select(row => row.Id())];

    private Task<int> Index() => app.Services.GetRequiredService<SearchIndexing>().RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_was_filed_a_moment_ago_is_found_and_so_is_what_is_indexed()
    {
        var filed = await app.Submitted(form: Of("梧桐虚构巷路灯不亮", "梧桐虚构巷口的路灯坏了三个多月，晚上出行不安全。"));
        Assert.Equal([filed.Id], await Found(new { text = "梧桐虚构巷 路灯" }));
        await Index();
        Assert.Equal(0, await app.Sql<long>("select count(*) from search_due where petition_id = $1", filed.Id));
        Assert.Equal([filed.Id], await Found(new { text = "梧桐虚构巷 路灯" }));
        Assert.Equal([filed.Id], await Found(new { text = "梧桐虛構巷" })); // in traditional characters
        Assert.Empty(await Found(new { text = "“灯不安全 梧桐”" }));
    }

    [Fact]
    public async Task The_words_are_marked_and_the_subject_goes_first()
    {
        var second = await app.Submitted(form: Of("虚构桥面坑洼", "银杏虚构桥面坑洼，电动车摔倒过，下雨积水。"));
        var first = await app.Submitted(form: Of("银杏虚构桥限高杆被撞", "限高杆被撞歪，请尽快修复，免得再伤人。"));
        var third = await app.Submitted(form: Of("桥下虚构停车收费", "停车场就在银杏虚构桥下面，收费没有公示。"));
        await Index();
        var rows = (await Search(new { text = "银杏虚构桥" })).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([first.Id, third.Id, second.Id], rows.Select(row => row.Id()));
        Assert.Equal("银杏虚构桥", Assert.Single(rows[0].GetProperty("subject").EnumerateArray(), part => part.GetProperty("marked").GetBoolean()).Text("text"));
        Assert.Equal("银杏虚构桥", Assert.Single(rows[1].GetProperty("excerpt").EnumerateArray(), part => part.GetProperty("marked").GetBoolean()).Text("text"));
        Assert.Equal([third.Id, first.Id, second.Id], await Found(new { text = "银杏虚构桥", order = "Newest" }));
    }

    [Fact]
    public async Task A_long_word_is_looked_at_and_not_only_its_parts()
    {
        var right = await app.Submitted(form: Of("芙蓉虚构渠清淤", "芙蓉虚构渠多年没有清淤，夏天发臭。"));
        await app.Submitted(form: Of("芙蓉虚和虚构渠", "芙蓉虚，虚构，构渠，说的是三个地方的事情。"));
        await Index();
        var answer = await Search(new { text = "芙蓉虚构渠" });
        Assert.Equal(right.Id, Assert.Single(answer.GetProperty("items").EnumerateArray()).Id());
        Assert.Equal((1, false), (answer.GetProperty("total").GetInt32(), answer.GetProperty("about").GetBoolean()));
    }

    [Fact]
    public async Task With_no_petition_that_has_all_words_those_with_some_are_shown_and_it_is_said()
    {
        var filed = await app.Submitted(form: Of("丁香虚构胡同积雪没人扫", "丁香虚构胡同里积雪结冰，老人摔了。"));
        await Index();
        var answer = await Search(new { text = "丁香虚构胡同 充电桩起火冒烟" });
        Assert.True(answer.GetProperty("partly").GetBoolean());
        Assert.Equal(filed.Id, answer.GetProperty("items").EnumerateArray().First().Id());
    }

    [Fact]
    public async Task A_person_is_found_by_the_whole_number_or_name_and_by_no_part()
    {
        var filed = await app.Submitted(form: Of("石榴虚构园水费", "石榴虚构园水费按两户收，多次找过没有结果。", phone: "13000000079", name: "石榴试"));
        Assert.Contains(filed.Id, await Found(new { name = "石榴试", purpose = "Repeat" }));
        Assert.Equal([filed.Id], await Found(new { phone = "130 0000 0079", purpose = "Repeat" }));
        Assert.Equal([filed.Id], await Found(new { text = "13000000079", purpose = "Inquiry" })); // in the one box
        Assert.Empty(await Found(new { name = "石榴", purpose = "Repeat" }));
        await (await app.As("clerk").Post("/search", new { phone = "0079" })).Problem(422, "search.phone");
        Assert.Equal([filed.Id], await Found(new { text = "水费", phone = "13000000079", purpose = "Handling" }));
        Assert.Empty(await Found(new { text = "电费", phone = "13000000079", purpose = "Handling" }));
    }

    [Fact]
    public async Task Whoever_looks_for_a_person_says_what_for_and_leaves_a_trace_that_does_not_say_who()
    {
        foreach (var body in new object[] { new { name = "海棠试" }, new { phone = "13000000091" }, new { idNumber = "120104199003074515" }, new { text = "13000000091" } })
            await (await app.As("supervisor").Post("/search", body)).Problem(422, "search.purpose", "《个人信息保护法》第五十一条");
        Assert.Equal(0L, await app.Sql<long>("select count(*) from search_reading where account = 'supervisor'"));

        var at = Wire.On(2026, 4, 1);
        foreach (var body in new object[] { new { name = "海棠试", purpose = "Supervision" }, new { text = "海棠", phone = "13000000091", purpose = "Supervision" }, new { phone = "130 0000 0091", purpose = "Inquiry" } })
            await (await app.As("supervisor", at = at.AddMinutes(1)).Post("/search", body)).Json();
        var rows = (await (await app.As("auditor").Get("/search-readings?limit=100")).Json()).GetProperty("items").EnumerateArray().Where(row => row.Text("account") == "supervisor").ToList();
        Assert.Equal(["本人来问", "督查", "督查"], rows.Select(row => row.Text("purposeText")));
        var marks = rows.ConvertAll(row => row.GetProperty("for").EnumerateArray().Single());
        Assert.Equal(["电话", "电话", "姓名"], marks.Select(mark => mark.Text("by")));
        Assert.Equal(marks[0].Text("mark"), marks[1].Text("mark"));
        Assert.DoesNotContain("海棠", rows[2].ToString(), StringComparison.Ordinal);
        await (await app.As("clerk").Get("/search-readings")).Problem(403, "duty.missing");
    }

    [Fact]
    public async Task Place_street_channel_state_and_days_narrow_and_are_counted()
    {
        var at = Wire.On(2023, 7, 5);
        var one = await app.Classified(at, form: Of("茉莉虚构坊噪音", "茉莉虚构坊夜里施工噪音很大，睡不着觉。", place: "茉莉虚构坊南门"));
        var two = await app.Submitted(at.AddDays(1), Of("茉莉虚构坊噪音又起", "茉莉虚构坊夜里又在施工，噪音更大。", place: "茉莉虚构坊北门"));
        await Index();
        var answer = await Search(new { text = "茉莉虚构坊 噪音" });
        Assert.Equal(2, answer.GetProperty("total").GetInt32());
        Assert.Equal([("Classified", 1), ("Registered", 1)], Facet(answer, "state"));
        Assert.Equal([("120104001", 2)], Facet(answer, "street"));
        Assert.Equal([("Online", 2)], Facet(answer, "channel"));
        Assert.Equal([two.Id], await Found(new { text = "茉莉虚构坊", place = "北门" }));
        Assert.Equal([one.Id], await Found(new { text = "茉莉虚构坊", to = "2023-07-05" }));
        Assert.Equal([two.Id], await Found(new { text = "茉莉虚构坊", from = "2023-07-06" }));
        Assert.Equal([one.Id], await Found(new { text = "茉莉虚构坊", state = "Classified" }));
        Assert.Equal([one.Id], await Found(new { text = "茉莉虚构坊", category = "Redress" }));
        Assert.Empty(await Found(new { text = "茉莉虚构坊", channel = "Letter" }));
        Assert.Empty(await Found(new { text = "茉莉虚构坊", street = "120104003" }));
        Assert.Equal([one.Id], await Found(new { number = one.Number }));
        Assert.Equal([two.Id, one.Id], await Found(new { text = "茉莉虚构坊", number = "120104-202307" }));
        Assert.Equal([one.Id], await Found(new { text = one.Number[7..] })); // without the district

        static IEnumerable<(string, int)> Facet(JsonElement answer, string name) =>
            answer.GetProperty("facets").GetProperty(name).EnumerateArray().Select(bucket => (bucket.Text("value"), bucket.GetProperty("count").GetInt32()));
    }

    [Theory, InlineData("紫藤虚构弄"), InlineData(null)]
    public async Task Pages_are_turned_without_losing_or_repeating(string? text)
    {
        var day = text is null ? 12 : 13;
        var filed = new List<Guid>();
        for (var i = 0; i < 5; i++) filed.Add((await app.Submitted(Wire.On(2023, 9, day), Of(i % 2 == 0 ? "紫藤虚构弄垃圾" : "垃圾没人运", $"紫藤虚构弄垃圾堆了{i}天，没有人来运。"))).Id);
        await Index();
        var (seen, after) = (new List<Guid>(), (string?)null);
        do
        {
            var page = await Search(new { text, from = $"2023-09-{day}", to = $"2023-09-{day}", limit = 2, after });
            Assert.Equal(after is null, page.GetProperty("total").ValueKind is JsonValueKind.Number);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(row => row.Id()));
            after = page.GetProperty("next").ValueKind is JsonValueKind.Null ? null : page.Text("next");
        }
        while (after is not null);
        Assert.Equal(filed.Order(), seen.Order());
    }

    [Fact]
    public async Task An_organ_finds_what_it_holds_now_and_nothing_else()
    {
        var form = Of("海棠虚构台阶破损", "海棠虚构台阶破损，轮椅上不去，请修。");
        var (held, elsewhere) = (await app.Classified(form: form), await app.Classified(form: form));
        await (await app.As("clerk").Post($"/petitions/{held.Id}/forwarding", new { organ = "120104-zjw", reason = "房屋共用部位归区住建委管。" })).Json();
        await (await app.As("clerk").Post($"/petitions/{elsewhere.Id}/forwarding", new { organ = "120104-cgw", reason = "市容设施归城管委管。" })).Json();
        await Index();
        foreach (var account in new[] { "120104-zjw.officer", "120104-zjw.head" })
        {
            var answer = await Search(new { text = "海棠虚构台阶" }, account);
            Assert.Equal(held.Id, Assert.Single(answer.GetProperty("items").EnumerateArray()).Id());
            Assert.Equal(1, answer.GetProperty("total").GetInt32());
            Assert.Equal(1, answer.GetProperty("facets").GetProperty("organ").GetArrayLength());
            Assert.Empty(await Found(new { text = "海棠虚构台阶", organ = "120104-cgw" }, account));
            Assert.Empty(await Found(new { number = elsewhere.Number }, account));
        }
        Assert.Equal(2, (await Found(new { text = "海棠虚构台阶" }, "auditor")).Count);
        await (await app.As("trainer").Post("/search", new { text = "海棠虚构台阶" })).Problem(403, "duty.missing");
        Assert.Equal(401, (int)(await app.Public().Post("/search", new { text = "海棠虚构台阶" })).StatusCode);
    }

    [Fact]
    public async Task A_sealed_one_is_found_by_its_number_and_by_nothing_it_says()
    {
        var form = Of("举报木棉虚构处干部", "木棉虚构处的干部在采购里收回扣，有转账记录。", phone: "13000000078");
        var filed = await app.Classified(category: "Accusation", form: form);
        var before = await app.Submitted(form: form);
        await Index();
        await (await app.As("clerk").Post($"/petitions/{before.Id}/classification", new { category = "Accusation", contentCode = "160000", urgent = false })).Json();
        foreach (var account in new[] { "clerk", "office-head", "120104-jwjw.officer" })
        {
            Assert.Empty(await Found(new { text = "木棉虚构处" }, account));
            Assert.Empty(await Found(new { phone = "13000000078", purpose = "Handling" }, account));
            Assert.Empty(await Found(new { text = "木棉虚构处 回扣" }, account));
        }
        Assert.Equal(0, await app.Sql<long>("select count(*) from search_terms where petition_id in ($1, $2)", filed.Id, before.Id));
        var row = Assert.Single((await Search(new { number = filed.Number })).GetProperty("items").EnumerateArray());
        Assert.DoesNotContain("木棉", row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_supplied_later_is_found_too()
    {
        var filed = await app.Forwarded();
        await Index();
        await (await app.WithTicket(await app.Ticket(filed)).Post("/progress/supplements", new { text = "补充：泡水的还有腊梅虚构牌冰箱。" })).Json();
        Assert.Equal([filed.Id], await Found(new { text = "腊梅虚构牌冰箱" }));
        await Index();
        Assert.Equal([filed.Id], await Found(new { text = "腊梅虚构牌冰箱" }));
    }

    [Fact]
    public async Task What_lacks_in_the_index_is_put_there()
    {
        var filed = await app.Submitted(form: Of("水仙虚构街井盖响", "水仙虚构街井盖松动，车一过就响，整夜睡不好。"));
        await Index();
        await app.Sql<object>("delete from search_terms where petition_id = $1", filed.Id);
        Assert.Empty(await Found(new { text = "水仙虚构街" }));
        await app.Services.GetRequiredService<SearchIndexing>().SweepAsync(TestContext.Current.CancellationToken);
        Assert.Equal([filed.Id], await Found(new { text = "水仙虚构街" }));
    }

    [Fact]
    public async Task What_cannot_be_searched_is_refused_with_what_to_do()
    {
        await (await app.As("clerk").Post("/search", new { text = "的" })).Problem(422, "search.too-common");
        await (await app.As("clerk").Post("/search", new { text = new string('长', 201) })).Problem(422, "search.too-long");
        await (await app.As("clerk").Post("/search", new { from = "2026-03-02", to = "2026-03-01" })).Problem(422, "search.days");
        await (await app.As("clerk").Post("/search", new { after = "nonsense" })).Problem(400, "request.cursor");
        await (await app.As("clerk").Post("/search", new { state = "Somewhere" })).Json(400);
        await (await app.As("clerk").Post("/search", new { channel = 7 })).Json(400);
    }
}
