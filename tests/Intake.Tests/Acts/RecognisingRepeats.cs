using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Api.Repeats;
using Xinfang.Testing;

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
        Assert.Equal(("Link", "不予受理告知书"), (found.GetProperty("bar").Text("road"), found.GetProperty("bar").Text("title")));
        Assert.Contains("由您定", found.GetProperty("bar").Text("sentence"), StringComparison.Ordinal);
        Assert.DoesNotContain("判重试验", found.GetProperty("bar").ToString(), StringComparison.Ordinal);

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

    [Fact]
    public async Task The_routing_tells_the_organ_which_round_it_is_and_what_is_confirmed_or_undone_later_is_told_too()
    {
        var first = await app.Classified(form: Of("13000000065", "紫竹虚构里三号楼电梯停用", "紫竹虚构里三号楼电梯停用两个月，物业说没有钱修。"));
        var (events, again) = await Watch.Events(app, async () =>
        {
            var filed = await app.Classified(form: Of("13000000065", "再反映紫竹虚构里三号楼电梯停用", "上次反映的紫竹虚构里三号楼电梯还是停用，物业还是说没有钱修。"));
            await (await app.As("clerk").Post($"/petitions/{filed.Id}/repeats", new { earlier = first.Id, reason = "同一部电梯，本人又来。", round = 1 })).Problem(422, "repeat.round");
            var link = await (await app.As("clerk").Post($"/petitions/{filed.Id}/repeats", new { earlier = first.Id, reason = "同一部电梯，在市里还来过。", round = 3 })).Json();
            await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-zjw", reason = "房屋共用部位归区住建委管。" })).Json();
            Assert.Equal(link.Text("id"), (await (await app.As("clerk").Get($"/petitions/{filed.Id}/candidates/{first.Id}")).Json()).GetProperty("link").Text("id"));
            await (await app.As("clerk").Post($"/petitions/{filed.Id}/repeats/{link.Text("id")}/undoing", new { reason = "看错了，是另一部电梯。" })).Json();
            return filed;
        });
        var told = events.Where(each => each.Of(again.Id)).ToList();
        Assert.Equal(["PetitionRegistered", "PetitionClassified", "RepeatConfirmed", "PetitionForwarded", "RepeatUndone"], told.Select(each => each.Type));
        Assert.Equal(3, told[2].Body.GetProperty("repeatRound").GetInt32());
        Assert.Equal(JsonValueKind.Null, told[2].Body.GetProperty("organ").ValueKind);
        Assert.Equal((true, 3), (told[3].Body.GetProperty("repeat").GetBoolean(), told[3].Body.GetProperty("repeatRound").GetInt32()));
        Assert.Equal((1, "120104-zjw"), (told[4].Body.GetProperty("repeatRound").GetInt32(), told[4].Body.Text("organ")));
    }

    [Fact]
    public async Task What_has_nothing_to_do_with_it_is_said_too_tells_nobody_and_can_be_taken_back()
    {
        var first = await app.Classified(form: Of("13000000066", "水韵虚构园绿化带被占", "水韵虚构园北门绿化带被占了停车。"));
        var other = await app.Classified(form: Of("13000000066", "水韵虚构园北门路灯不亮", "水韵虚构园北门的路灯不亮，晚上看不见路。"));
        var said = await (await app.As("clerk").Post($"/petitions/{other.Id}/repeats", new { earlier = first.Id, kind = "Unrelated", reason = "一件是绿化，一件是路灯。" })).Json();
        await (await app.As("clerk").Post($"/petitions/{other.Id}/repeats", new { earlier = first.Id, reason = "再看像是同一件。" })).Problem(409, "repeat.already");
        await (await app.As("clerk").Post($"/petitions/{other.Id}/repeats/{said.Text("id")}/undoing", new { reason = "再看一遍的好。" })).Json();
        var lines = (await (await app.As("clerk").Get($"/petitions/{other.Id}")).Json()).GetProperty("record").EnumerateArray().Select(line => line.Text("text")).ToList();
        Assert.Contains(lines, line => line.EndsWith("没有关系", StringComparison.Ordinal));
        Assert.Contains("撤销“没有关系”的认定", lines);
    }

    [Fact, Rule("A-46")]
    public async Task What_a_served_recheck_has_ended_is_proposed_for_the_final_bar_with_the_draft_of_the_notice()
    {
        var (recheck, at) = (Guid.CreateVersion7(), new DateTimeOffset(2026, 7, 6, 2, 0, 0, TimeSpan.Zero));
        var first = await app.Classified(form: Of("13000000067", "枫叶虚构苑暖气多年不热", "枫叶虚构苑三单元暖气多年不热，供热站说是管道老化。"));
        await (await app.As("clerk").Post($"/petitions/{first.Id}/forwarding", new { organ = "120104-zjw", reason = "房屋共用部位归区住建委管。" })).Json();
        await app.Publish(new RecheckRequested { PetitionId = first.Id, ReviewId = recheck, Organ = "120104-zjw", ReviewBody = "120000", RequestedOn = new(2026, 7, 6), ReceivedOn = new(2026, 7, 6), InTime = true, RequestedAt = at, StrictDueOn = new(2026, 8, 5), DueOn = new(2026, 8, 5) }, first.Id);
        await app.Publish(new RecheckDecided { PetitionId = first.Id, ReviewId = recheck, Organ = "120104-zjw", ReviewBody = "120000", Outcome = "Uphold", DecidedAt = at.AddDays(21), InTime = true, ExcludedDays = 0, DocumentId = Guid.CreateVersion7(), DocumentNumber = "津政信核〔2026〕1号" }, first.Id);
        await app.Publish(new ReviewOpinionServed { PetitionId = first.Id, ReviewId = recheck, Organ = "120104-zjw", ReviewBody = "120000", Level = "Recheck", ServedOn = new(2026, 7, 28), Method = "HandedOver", Final = true, DocumentId = Guid.CreateVersion7() }, first.Id);
        await IntakeApp.Soon(async () => await app.Sql<long>("select count(*) from progress where petition_id = $1 and event like '%Re%'", first.Id) >= 3);

        var again = await app.Classified(form: Of("13000000067", "枫叶虚构苑暖气还是不热", "枫叶虚构苑三单元暖气还是不热，供热站还是说管道老化。"));
        var bar = Assert.Single(await Candidates(again.Id), item => item.Text("id") == first.Id.ToString()).GetProperty("bar");
        Assert.Equal(("FinalBar", "《信访工作条例》第三十六条第三款", "信访事项不再受理告知书"), (bar.Text("road"), bar.Text("basis"), bar.Text("title")));
        Assert.Contains(bar.GetProperty("draft").EnumerateArray(), paragraph => paragraph.Text("text").Contains("津政信核〔2026〕1号", StringComparison.Ordinal));
        Assert.Equal("120104-zjw", bar.GetProperty("organ").Text("code"));
        Assert.Equal("Classified", (await (await app.As("clerk").Get($"/petitions/{again.Id}")).Json()).Text("stage")); // nothing is done by itself
    }
}
