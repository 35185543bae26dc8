using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Acts;

public class AnsweringOverTheWire(IntakeApp app)
{
    [Fact]
    public async Task A_direct_reply_ends_it_with_a_paper()
    {
        var filed = await app.Classified(Wire.On(2026, 3, 2), category: "Suggestion");
        await (await app.As("clerk", Wire.On(2026, 3, 4)).Post($"/petitions/{filed.Id}/reply", new { text = "您问的办理时间是工作日九点到十七点。" })).Json();
        var progress = await app.Progress(filed, Wire.On(2026, 3, 5));
        Assert.Equal("Replied", progress.Text("stage"));
        Assert.Contains("已经直接回复您", progress.Text("sentence"), StringComparison.Ordinal);
        var paper = progress.GetProperty("documents").EnumerateArray().Single(document => document.Text("kind") == "DirectReply");
        var text = await (await app.WithTicket(await app.Ticket(filed)).Get($"/progress/documents/{paper.Text("id")}")).Json();
        Assert.Contains("九点到十七点", text.ToString(), StringComparison.Ordinal);
        Assert.True((await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-zjw", reason = "房屋共用管道归它管。" })).Problem(409, "petition.wrong-state");
    }

    [Fact, Rule("A-08")]
    public async Task The_same_matter_that_runs_is_pointed_to()
    {
        var form = Wire.Form();
        form["petitioner"] = new { name = Wire.Name, phone = "13000000055", address = Wire.Address, anonymous = false };
        var running = await app.Classified(form: form);
        await (await app.As("clerk").Post($"/petitions/{running.Id}/forwarding", new { organ = "120104001", reason = "事情发生在长虹街道。" })).Json();
        var second = await app.Classified(form: form);
        var answer = await (await app.As("clerk").Post($"/petitions/{second.Id}/link", new { number = running.Number, reason = "与长虹街道正在办的那一件是同一件事。" })).Json();
        Assert.Equal("Linked", answer.Text("status"));
        Assert.Matches("^津南开信不受〔[0-9]{4}〕[0-9]+号$", answer.Text("documentNumber"));
        var ticket = await (await app.Public().Post("/progress/tickets", new { number = second.Number, queryCode = second.Code, lastFour = "0055" })).Json();
        var progress = await (await app.WithTicket(ticket.Text("ticket")).Get("/progress")).Json();
        Assert.Contains("长虹街道", progress.Text("sentence"), StringComparison.Ordinal);
        Assert.Contains(running.Number, progress.GetProperty("steps").ToString(), StringComparison.Ordinal);
    }

    [Fact, Rule("A-08")]
    public async Task Another_persons_petition_is_never_pointed_to()
    {
        var form = Wire.Form();
        form["petitioner"] = new { name = "李试验", phone = "13000000056", address = "别处虚构楼1号", anonymous = false };
        var other = await app.Forwarded();
        var own = await app.Classified(form: form);
        await (await app.As("clerk").Post($"/petitions/{own.Id}/link", new { number = other.Number, reason = "看起来像是同一件事情。" })).Problem(409, "link.another-person", "《信访工作条例》第十九条第三款");
    }

    [Fact, Rule("A-10"), Rule("A-18")]
    public async Task A_visitor_with_a_judgment_is_guided_with_the_limits_of_that_road()
    {
        var id = Guid.CreateVersion7();
        var registered = await (await app.As("clerk").Put($"/petitions/{id}", Wire.Letter("2026-03-02", "Visit"))).Json(201);
        await (await app.As("clerk").Post($"/petitions/{id}/classification", new { category = "Redress", contentCode = "080000", urgent = false })).Json();
        var answer = await (await app.As("clerk").Post($"/petitions/{id}/diversion",
            new { diversion = "LitigationRelated", whereTo = "南开区人民法院诉讼服务中心", text = "判决已经生效，申请执行由法院办。" })).Json();
        var filed = new Journey.Filed(id, registered.Text("number"), registered.Text("queryCode"));
        var text = (await (await app.WithTicket(await app.Ticket(filed)).Get($"/progress/documents/{answer.Text("documentId")}")).Json()).ToString();
        Assert.All(["诉讼服务中心", "6个月", "《行政诉讼法》第四十六条", "《信访工作条例》第二十条第二款"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact, Rule("A-26")]
    public async Task An_abolished_organ_is_never_chosen_and_its_successor_is_named()
    {
        var filed = await app.Classified();
        var problem = await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-wjsw", reason = "属于卫生方面的事。" })).Problem(422, "organ.succeeded", "《信访工作条例》第二十四条第二款");
        Assert.Contains("区卫健委", problem.Text("title"), StringComparison.Ordinal);
    }
}
