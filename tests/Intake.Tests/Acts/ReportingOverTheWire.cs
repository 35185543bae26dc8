using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Acts;

/// <summary>Urgent reports, disputes, incidents and complaints of retaliation, as programs outside use them.</summary>
public class ReportingOverTheWire(IntakeApp app)
{
    private static object Report(DateTimeOffset learnedAt) => new
    {
        organ = "120104-zjw", learnedAt, when = "3月4日8时", where = "虚构路路口", who = "约30人", known = "有人在路口聚集。", risk = "可能堵塞交通", measures = "已经派人到现场",
    };

    [Fact, Rule("A-27"), Rule("A-28")]
    public async Task An_urgent_report_stays_open_until_the_last_recipient_has_signed()
    {
        var at = Wire.On(2026, 3, 4);
        var filed = await app.Submitted(at);
        var report = await (await app.As("clerk", at).Post($"/petitions/{filed.Id}/escalations", Report(at.AddMinutes(-20)))).Json();
        Assert.Equal((5, 5), (report.GetProperty("copies").GetArrayLength(), report.GetProperty("missing").GetArrayLength()));
        var recipients = report.GetProperty("copies").EnumerateArray().Select(copy => copy.Text("recipient")).ToList();
        foreach (var recipient in recipients)
        {
            Assert.Contains((await Listed()).EnumerateArray(), row => row.Text("petitionId") == filed.Id.ToString() && !row.GetProperty("complete").GetBoolean());
            await (await app.As("clerk", at.AddHours(1)).Post($"/petitions/{filed.Id}/escalations/1/acknowledgements",
                new { recipient, way = "Phone", receivedAt = at.AddMinutes(10), receiver = "值班员甲" })).Json();
        }
        Assert.Contains((await Listed()).EnumerateArray(), row => row.Text("petitionId") == filed.Id.ToString() && row.GetProperty("complete").GetBoolean());
        var paper = await (await app.As("office-head").Get($"/petitions/{filed.Id}/documents/{report.Text("documentId")}")).Json();
        Assert.Contains("国家信访局", paper.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("UrgentReport", (await app.Progress(filed)).GetProperty("documents").ToString(), StringComparison.Ordinal);
        Assert.True((await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
    }

    [Fact, Rule("A-25")]
    public async Task A_dispute_ends_in_a_routing_with_its_letter()
    {
        var filed = await app.Classified();
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/dispute", new { organs = new[] { "120104-zjw", "120104-sthj" }, reason = "两个单位都说不归自己管。" })).Json();
        Assert.Equal("Disputed", (await app.Progress(filed)).Text("stage"));
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/dispute/outcome", new { reason = "协商没有谈成，各说各的。" })).Json();
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/dispute/outcome", new { organ = "120104-zjw", reason = "市政府定由区住建委办。" })).Problem(403, "dispute.head-only", "《信访工作条例》第二十四条第一款");
        var answer = await (await app.As("office-head").Post($"/petitions/{filed.Id}/dispute/outcome", new { organ = "120104-zjw", reason = "市政府定由区住建委办。" })).Json();
        Assert.Matches("^津南开信转", answer.GetProperty("routed").Text("letterNumber"));
        var dispute = (await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json()).GetProperty("dispute");
        Assert.Equal(("区住建委", "False"), (dispute.GetProperty("steps")[1].GetProperty("settled").Text("name"), dispute.Text("open")));
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/dispute/outcome", new { reason = "再来一次，没有这回事。" })).Problem(409, "petition.wrong-state");
    }

    [Fact, Rule("A-29"), Rule("A-61")]
    public async Task An_incident_is_noted_and_answered_step_by_step()
    {
        var filed = await app.Submitted();
        var id = Guid.CreateVersion7();
        var noted = await (await app.As("clerk").Put($"/incidents/{id}", new { kind = "StayingOrAbandoning", occurredAt = TimeProvider.System.GetUtcNow().AddHours(-1), text = "在接待大厅滞留到下班以后，不肯离开。", petitionNumber = filed.Number })).Json(201);
        Assert.Equal("《信访工作条例》第二十六条第（四）项", noted.Text("basis"));
        await (await app.As("clerk").Post($"/incidents/{id}/responses", new { response = "HandedToPolice", text = "请公安到场处理。" })).Problem(409, "incident.police-last", "《信访工作条例》第四十七条");
        await (await app.As("clerk").Post($"/incidents/{id}/responses", new { response = "Dissuaded", text = "劝他先回去等消息。" })).Json();
        Assert.Contains((await (await app.As("supervisor").Get("/incidents")).Json()).GetProperty("items").EnumerateArray(), row => row.Id() == id && row.GetProperty("steps").GetArrayLength() == 1);
        // The petition goes its way.
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/classification", new { category = "Redress", contentCode = "030000", urgent = false })).Json();
    }

    [Fact, Rule("A-05")]
    public async Task A_complaint_of_retaliation_reaches_the_head_and_discipline_and_nobody_else()
    {
        var filed = await app.Forwarded();
        await (await app.WithTicket(await app.Ticket(filed)).Post("/progress/retaliation", new { text = "信访以后，单位把我调到外地，说是因为我告状。" })).Json();
        foreach (var account in new[] { "office-head", "120104-jwjw.head", "120104-jwjw.officer" })
            Assert.Contains(filed.Number, (await (await app.As(account).Get("/retaliation")).Json()).ToString(), StringComparison.Ordinal);
        await (await app.As("120104-zjw.officer").Get("/retaliation")).Problem(404, "petition.not-found");
        await (await app.As("clerk").Get("/retaliation")).Problem(403, "duty.missing");

        var row = (await (await app.As("office-head").Get("/retaliation")).Json()).GetProperty("items").EnumerateArray().Single(each => each.Text("petitionNumber") == filed.Number);
        await (await app.As("office-head").Post($"/retaliation/{row.Text("id")}/measure", new { text = "已经约谈该单位负责人，调动撤销。" })).Json();
        await (await app.As("office-head").Post($"/retaliation/{row.Text("id")}/measure", new { text = "再记一次处理。" })).Problem(409, "retaliation.measured");
    }

    private async Task<System.Text.Json.JsonElement> Listed() => (await (await app.As("supervisor").Get("/escalations")).Json()).GetProperty("items");
}
