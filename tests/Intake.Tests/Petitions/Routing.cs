using System.Text.Json;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Petitions;

public class Routing(IntakeApp app)
{
    private static object To(string organ, string reason = "房屋共用管道归区住建委管。") => new { organ, reason };

    [Fact, Rule("A-14"), Rule("A-15")]
    public async Task Classify_then_forward()
    {
        var filed = await app.Classified();
        var answer = await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", To("120104-zjw"))).Json();
        Assert.Equal(("Forwarded", "1", "False"), (answer.Text("status"), answer.Text("round"), answer.Text("late")));
        Assert.Equal("区住建委", answer.GetProperty("organ").Text("name"));
        Assert.Matches("^津南开信转〔[0-9]{4}〕[0-9]+号$", answer.Text("letterNumber"));
    }

    [Fact]
    public async Task Forwarding_needs_a_classification_first()
    {
        var filed = await app.Submitted();
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", To("120104-zjw"))).Problem(409, "petition.wrong-state", "《信访工作条例》第二十二条第一款");
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/assignment", new { organ = "120104-zjw", reason = "房屋共用管道归它管。", reportWithinDays = 30, demand = "请查明责任。" }))
            .Problem(409, "petition.wrong-state", "《信访工作条例》第二十二条第一款第（三）项");
    }

    [Fact]
    public async Task A_repeat_is_refused()
    {
        var filed = await app.Forwarded();
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", To("120104-zjw"))).Problem(409, "petition.wrong-state");
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/classification", new { category = "Redress", contentCode = "030000", urgent = false })).Problem(409, "petition.wrong-state");
    }

    [Theory]
    [InlineData("120104-nowhere", 422, "organ.unknown")]
    [InlineData("120104", 422, "organ.outside-district")]
    [InlineData("120104-xfb", 422, "organ.outside-district")]
    [InlineData("120104-wjsw", 422, "organ.succeeded")]
    public async Task Goes_only_where_it_can(string organ, int status, string code)
    {
        var filed = await app.Classified();
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", To(organ))).Problem(status, code);
    }

    [Fact]
    public async Task Needs_a_reason()
    {
        var filed = await app.Classified();
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-zjw" })).Problem(422, "petition.reason-missing", "《信访工作条例》第二十二条第一款");
    }

    [Theory, InlineData(0), InlineData(61)]
    public async Task Assigning_needs_one_to_sixty_days(int reportWithinDays)
    {
        var filed = await app.Classified();
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/assignment", new { organ = "120104-zjw", reason = "房屋共用管道归它管。", reportWithinDays, demand = "请查明责任。" }))
            .Problem(422, "petition.report-days", "《信访工作条例》第二十二条第一款第（三）项");
    }

    [Fact, Rule("A-17")]
    public async Task Assigning_gives_a_date_and_a_letter()
    {
        var filed = await app.Classified(Wire.On(2026, 3, 2));
        var answer = await (await app.As("clerk", Wire.On(2026, 3, 4)).Post($"/petitions/{filed.Id}/assignment",
            new { organ = "120104-zjw", reason = "房屋共用管道归它管。", reportWithinDays = 10, demand = "请查明责任。" })).Json();
        Assert.Equal(("Assigned", "2026-03-16"), (answer.Text("status"), answer.Text("reportDueOn")));
        Assert.Matches("^津南开信交〔2026〕[0-9]+号$", answer.Text("letterNumber"));
        var letter = await (await app.As("120104-zjw.officer").Get($"/petitions/{filed.Id}/documents/{answer.Text("letterId")}")).Json();
        Assert.Equal(("AssignmentLetter", "天津市南开区信访办公室"), (letter.Text("kind"), letter.Text("issuer")));
        Assert.Contains("2026年3月16日（周一）", letter.ToString(), StringComparison.Ordinal);
    }

    [Fact, Rule("A-14")]
    public async Task Late_is_allowed_and_marked()
    {
        var filed = await app.Classified(Wire.On(2026, 3, 2));
        var before = await (await app.As("clerk", Wire.On(2026, 3, 18)).Get($"/petitions/{filed.Id}")).Json();
        Assert.True(before.GetProperty("routingOverdue").GetBoolean());
        Assert.Equal("超1天", before.GetProperty("terms")[0].Text("remainingText"));
        var answer = await (await app.As("clerk", Wire.On(2026, 3, 18)).Post($"/petitions/{filed.Id}/forwarding", To("120104-zjw"))).Json();
        Assert.True(answer.GetProperty("late").GetBoolean());
        var after = await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json();
        Assert.Contains("超过15日", after.GetProperty("record").EnumerateArray().Last().Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_numbers_have_no_gaps_even_when_sixteen_forward_at_once()
    {
        var at = Wire.On(2031, 6, 2); // a year of its own
        var filed = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => app.Classified(at)));
        var numbers = await Task.WhenAll(filed.Select(async one =>
            (await (await app.As("clerk", at).Post($"/petitions/{one.Id}/forwarding", To("120104-zjw"))).Json()).Text("letterNumber")));
        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"津南开信转〔2031〕{n}号").Order(StringComparer.Ordinal), numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_clerks_at_once_route_it_once()
    {
        var filed = await app.Classified();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", To(i % 2 == 0 ? "120104-zjw" : "120104-cgw"))));
        Assert.Single(answers, answer => answer.StatusCode == System.Net.HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.StatusCode != System.Net.HttpStatusCode.OK), answer => Assert.Equal(System.Net.HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Equal(1L, await app.Sql<long>("select count(*) from routing where petition_id = $1", filed.Id));
    }

    [Theory, InlineData("classification"), InlineData("forwarding"), InlineData("assignment")]
    public async Task Is_the_clerks_duty(string act)
    {
        var filed = await app.Submitted();
        await (await app.As("office-head").Post($"/petitions/{filed.Id}/{act}", new { })).Problem(403, "duty.missing");
        await (await app.As("120104-zjw.officer").Post($"/petitions/{filed.Id}/{act}", new { })).Problem(403, "duty.missing");
    }

    [Fact]
    public async Task The_detail_shows_proposals_with_their_evidence_and_nothing_chosen()
    {
        var filed = await app.Submitted();
        var detail = await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json();
        var best = detail.GetProperty("proposals").GetProperty("organs")[0];
        Assert.Equal("120104-zjw", best.Text("value"));
        Assert.Contains("物业", best.GetProperty("evidence").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (detail.GetProperty("organ").ValueKind, detail.GetProperty("category").ValueKind));
    }

    [Fact]
    public async Task The_detail_says_what_may_be_done_and_why_not()
    {
        var filed = await app.Submitted();
        var acts = (await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json()).GetProperty("acts").EnumerateArray().ToDictionary(act => act.Text("act"));
        Assert.True(acts["Classify"].GetProperty("open").GetBoolean());
        Assert.False(acts["Forward"].GetProperty("open").GetBoolean());
        Assert.Contains("先分类", acts["Forward"].Text("reason"), StringComparison.Ordinal);
        Assert.Empty((await (await app.As("auditor").Get($"/petitions/{filed.Id}")).Json()).GetProperty("acts").EnumerateArray());
    }
}
