using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.Intake.Api.Repeats;

namespace Xinfang.Intake.Tests.Acts;

public class RecognisingRepeats(IntakeApp app)
{
    private static Dictionary<string, object?> Of(string phone, string subject, string facts, string? place = null)
    {
        var form = Wire.Form();
        form["petitioner"] = new { name = "判重试验", phone, address = $"虚构里{phone[^2..]}号", anonymous = false };
        (form["subject"], form["facts"], form["claims"], form["place"]) = (subject, facts, new[] { "请依法处理" }, place);
        return form;
    }

    private async Task<JsonElement[]> Candidates(Guid id)
    {
        await app.Services.GetRequiredService<MatterIndexing>().RunAsync(Guid.Empty, TestContext.Current.CancellationToken);
        return [.. (await (await app.As("clerk").Get($"/petitions/{id}/candidates")).Json()).GetProperty("items").EnumerateArray()];
    }

    [Fact]
    public async Task The_same_person_with_the_same_matter_is_proposed_and_a_clerk_confirms_and_undoes()
    {
        var first = await app.Classified(form: Of("13000000061", "云锦虚构苑地下车库渗水没人修", "云锦虚构苑地下车库入口常年渗水，车位泡水，物业一直不修。"));
        await (await app.As("clerk").Post($"/petitions/{first.Id}/forwarding", new { organ = "120104-zjw", reason = "房屋共用部位归区住建委管。" })).Json();
        var again = await app.Classified(form: Of("13000000061", "再次反映云锦虚构苑地下车库渗水", "上次反映过云锦虚构苑地下车库入口渗水，到现在车位还泡水，物业还是不修。"));

        var found = Assert.Single(await Candidates(again.Id), item => item.Text("id") == first.Id.ToString());
        Assert.Equal("Repeat", found.Text("kinship"));
        Assert.Equal("《信访工作条例》第十九条第三款", found.GetProperty("bar").Text("basis"));
        Assert.Contains("由您定", found.GetProperty("bar").Text("sentence"), StringComparison.Ordinal);

        var side = await (await app.As("clerk").Get($"/petitions/{again.Id}/candidates/{first.Id}")).Json();
        var passage = side.GetProperty("passages").EnumerateArray().First(p => p.GetProperty("lengthInFirst").GetInt32() >= 8);
        Assert.Contains(side.GetProperty("this").Text("text").Substring(passage.GetProperty("inFirst").GetInt32(), 4), side.GetProperty("other").Text("text"), StringComparison.Ordinal);

        var link = await (await app.As("clerk").Post($"/petitions/{again.Id}/repeats", new { earlier = first.Id, reason = "同一个人说同一个车库渗水。" })).Json();
        Assert.Equal(2, link.GetProperty("round").GetInt32());
        await (await app.As("clerk").Post($"/petitions/{again.Id}/repeats", new { earlier = first.Id, reason = "同一个人说同一个车库渗水。" })).Problem(409, "repeat.already");
        var third = await app.Classified(form: Of("13000000061", "第三次反映云锦虚构苑地下车库渗水", "云锦虚构苑地下车库入口渗水第三次反映，车位泡水没有人修。"));
        Assert.Equal(3, (await (await app.As("clerk").Post($"/petitions/{third.Id}/repeats", new { earlier = again.Id, reason = "还是那个车库渗水的事。" })).Json()).GetProperty("round").GetInt32());

        await (await app.As("clerk").Post($"/petitions/{again.Id}/repeats/{link.Text("id")}/undoing", new { reason = "看错了，是另一个车库。" })).Json();
        await (await app.As("clerk").Post($"/petitions/{again.Id}/repeats/{link.Text("id")}/undoing", new { reason = "看错了，是另一个车库。" })).Problem(409, "repeat.undone");
        await (await app.As("clerk").Post($"/petitions/{again.Id}/repeats", new { earlier = first.Id, reason = "再看一遍，确实是同一个。" })).Json();
        var links = (await (await app.As("clerk").Get($"/petitions/{again.Id}/candidates")).Json()).GetProperty("links").EnumerateArray().ToList();
        Assert.Equal((2, "clerk", "看错了，是另一个车库。"), (links.Count, links[0].Text("undoneBy"), links[0].Text("undoneReason")));
        Assert.True((await (await app.As("auditor").Get($"/petitions/{again.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task A_neighbour_with_the_same_event_is_another_person()
    {
        var first = await app.Classified(form: Of("13000000062", "翠屏虚构园小区南门烧烤店油烟扰民", "翠屏虚构园小区南门烧烤店每晚油烟很大，噪声到凌晨，开不了窗。"));
        var other = await app.Classified(form: Of("13000000063", "翠屏虚构园小区南门烧烤店油烟大", "翠屏虚构园小区南门烧烤店油烟很大，噪声到凌晨，老人孩子睡不好。"));
        var found = Assert.Single(await Candidates(other.Id), item => item.Text("id") == first.Id.ToString());
        Assert.NotEqual("Repeat", found.Text("kinship"));
        Assert.True(found.GetProperty("samePerson").GetDouble() < 0.75);
    }

    [Fact]
    public async Task Only_the_clerk_sees_candidates_and_an_accusation_keeps_none()
    {
        var accused = await app.Classified(form: Of("13000000064", "举报虚构机关干部收回扣", "虚构机关的干部在采购里收回扣，有转账记录。"));
        await Candidates(accused.Id);
        Assert.Equal(1, await app.Sql<long>("select count(*) from matter where petition_id = $1", accused.Id));
        await (await app.As("clerk").Post($"/petitions/{accused.Id}/classification", new { category = "Accusation", contentCode = "160000", urgent = false })).Json();
        Assert.Empty(await Candidates(accused.Id));
        Assert.Equal(0, await app.Sql<long>("select count(*) from matter where petition_id = $1", accused.Id));
        Assert.Equal(403, (int)(await app.As("auditor").Get($"/petitions/{accused.Id}/candidates")).StatusCode);
        var other = await app.Classified();
        await (await app.As("clerk").Post($"/petitions/{other.Id}/repeats", new { earlier = accused.Id, reason = "看起来是同一件。" })).Problem(422, "repeat.unknown");
    }
}
