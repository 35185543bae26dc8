namespace Xinfang.Intake.Tests.Petitions;

/// <summary>个人信息保护法 46: whoever finds their data wrong may have it put right.</summary>
public class CorrectingOwnData(IntakeApp app)
{
    private const string NewPhone = "13000000099";

    [Fact]
    public async Task The_petitioner_asks_the_office_checks_and_everything_that_hangs_on_it_is_put_right()
    {
        var filed = await app.Submitted();
        await Ask(filed, "Phone", NewPhone);
        var row = await Waiting(filed, "clerk");
        Assert.DoesNotContain(NewPhone, row.ToString(), StringComparison.Ordinal);

        var one = await (await app.As("clerk").Get($"/corrections/{row.Id()}")).Json();
        Assert.Equal((Wire.Phone, NewPhone), (one.Text("kept"), one.Text("value")));
        await (await app.As("clerk").Post($"/corrections/{row.Id()}/decision", new { granted = true, reason = "打电话核实过。" })).Json();

        var ticket = await app.Ticket(filed, lastFour: NewPhone[^4..]);
        await (await app.Public().Post("/progress/tickets", new { number = filed.Number, queryCode = filed.Code, lastFour = Wire.Phone[^4..] })).Problem(404, "progress.not-found");
        var own = await (await app.WithTicket(ticket).Get("/progress/data")).Json();
        Assert.EndsWith(NewPhone[^4..], own.Text("phone"), StringComparison.Ordinal);
        var answered = own.GetProperty("corrections").EnumerateArray().Single();
        Assert.Equal((true, "打电话核实过。"), (answered.GetProperty("granted").GetBoolean(), answered.Text("reason")));
        Assert.Contains(NewPhone[^4..], (await (await app.WithTicket(ticket).Get("/progress/contact")).Json()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_is_in_the_record_and_who_read_it_among_the_readings()
    {
        var filed = await app.Submitted();
        await Ask(filed, "Name", "张试验二");
        var id = (await Waiting(filed, "clerk")).Id();
        await (await app.As("clerk").Get($"/corrections/{id}")).Json();
        await (await app.As("clerk").Post($"/corrections/{id}/decision", new { granted = false, reason = "身份证上是原来的字。" })).Json();
        await (await app.As("clerk").Post($"/corrections/{id}/decision", new { granted = true, reason = "再答复一次。" })).Problem(409, "correction.decided", "《个人信息保护法》第四十六条");

        var petition = await (await app.As("auditor").Get($"/petitions/{filed.Id}")).Json();
        Assert.Equal(["AskForCorrection", "RevealIdentity", "DecideCorrection"], petition.GetProperty("record").EnumerateArray().TakeLast(3).Select(line => line.Text("act")));
        Assert.Equal("没有同意更正姓名", petition.GetProperty("record").EnumerateArray().Last().Text("text"));
        Assert.True((await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
        Assert.Equal(1L, await app.Sql<long>("select count(*) from identity_reading where petition_id = $1 and account = 'clerk'", filed.Id));
        Assert.Equal(1L, await app.Sql<long>("select count(*) from notice where petition_id = $1 and cause = 'CorrectionDecided'", filed.Id));
        Assert.Equal(Wire.Name, (await (await app.As("clerk").Post($"/petitions/{filed.Id}/identity", new { purpose = "Serve", reason = "要上门送达处理意见书。" })).Json()).Text("name"));
    }

    [Fact]
    public async Task A_number_is_checked_and_one_request_of_a_kind_waits_at_a_time()
    {
        var own = app.WithTicket(await app.Ticket(await app.Submitted()));
        await (await own.Post("/progress/corrections", new { value = "x", why = "登记错了。" })).Problem(422, "correction.field");
        await (await own.Post("/progress/corrections", new { field = "IdNumber", value = "120104199003074516", why = "登记错了。" })).Problem(422, "correction.value", "《个人信息保护法》第四十六条");
        await (await own.Post("/progress/corrections", new { field = "Phone", value = "123", why = "登记错了。" })).Problem(422, "correction.value");
        await (await own.Post("/progress/corrections", new { field = "Address", value = "虚构路1号", why = "" })).Problem(422, "correction.why");
        await (await own.Post("/progress/corrections", new { field = "Address", value = "虚构路1号", why = "门牌写错了。" })).Json();
        await (await own.Post("/progress/corrections", new { field = "Address", value = "虚构路2号", why = "门牌写错了。" })).Problem(409, "correction.waits");
        await (await own.Post("/progress/corrections", new { field = "Name", value = "张试验二", why = "同音字。" })).Json();
        await (await app.Public().Post("/progress/corrections", new { field = "Name", value = "张试验二", why = "同音字。" })).Problem(401, "ticket.required");
    }

    [Fact]
    public async Task Whoever_is_kept_confidential_is_put_right_by_the_custodian_alone()
    {
        var form = Wire.Form();
        form["petitioner"] = new { name = Wire.Name, phone = Wire.Phone, idNumber = Wire.Identity, address = Wire.Address, confidential = true };
        var filed = await app.Submitted(form: form);
        await Ask(filed, "Phone", NewPhone);

        Assert.DoesNotContain(filed.Number, (await (await app.As("clerk").Get("/corrections?limit=100")).Json()).ToString(), StringComparison.Ordinal);
        var id = (await Waiting(filed, "office-head")).Id();
        await (await app.As("clerk").Get($"/corrections/{id}")).Problem(404, "correction.not-found");
        await (await app.As("120104-zjw.head").Get($"/corrections/{id}")).Problem(404, "correction.not-found");
        await (await app.As("office-head").Post($"/corrections/{id}/decision", new { granted = true, reason = "打电话核实过。" })).Json();
        Assert.Equal(0L, await app.Sql<long>("select count(*) from dossier where petition_id = $1 and phone_hash is not null", filed.Id));
        await app.Ticket(filed, lastFour: NewPhone[^4..]);
    }

    [Fact]
    public async Task An_accuser_is_put_right_by_the_head_of_the_disciplinary_organ()
    {
        var filed = await app.Forwarded("120104-jwjw", category: "Accusation");
        await Ask(filed, "Name", "张试验二");
        Assert.DoesNotContain(filed.Number, (await (await app.As("office-head").Get("/corrections?limit=100")).Json()).ToString(), StringComparison.Ordinal);
        var id = (await Waiting(filed, "120104-jwjw.head")).Id();
        await (await app.As("office-head").Post($"/corrections/{id}/decision", new { granted = true, reason = "看过身份证。" })).Problem(404, "correction.not-found");
        await (await app.As("120104-jwjw.head").Post($"/corrections/{id}/decision", new { granted = true, reason = "看过身份证。" })).Json();
        Assert.Equal("张试验二", (await (await app.WithTicket(await app.Ticket(filed)).Get("/progress/addressee")).Json()).Text("name"));
    }

    private async Task Ask(Journey.Filed filed, string field, string value) =>
        await (await app.WithTicket(await app.Ticket(filed)).Post("/progress/corrections", new { field, value, why = "登记的时候写错了。" })).Json();

    private async Task<System.Text.Json.JsonElement> Waiting(Journey.Filed filed, string account) =>
        (await (await app.As(account).Get("/corrections?limit=100")).Json()).GetProperty("items").EnumerateArray().Single(row => row.Text("petitionNumber") == filed.Number);
}
