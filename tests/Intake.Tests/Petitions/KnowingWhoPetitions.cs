namespace Xinfang.Intake.Tests.Petitions;

public class KnowingWhoPetitions(IntakeApp app)
{
    private const string Why = "要上门送达处理意见书。";
    private static readonly object Reading = new { purpose = "Serve", reason = Why };

    [Fact]
    public async Task The_organ_that_holds_it_reads_the_address_with_a_reason_and_leaves_a_trace()
    {
        var filed = await app.Forwarded();
        var answer = await app.As("120104-zjw.officer").Post($"/petitions/{filed.Id}/identity", Reading);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var who = await answer.Json();
        Assert.Equal((Wire.Name, Wire.Phone, Wire.Identity, Wire.Address), (who.Text("name"), who.Text("phone"), who.Text("idNumber"), who.Text("address")));

        var last = (await (await app.As("auditor").Get($"/petitions/{filed.Id}")).Json()).GetProperty("record").EnumerateArray().Last();
        Assert.Equal(("RevealIdentity", "120104-zjw.officer", "《个人信息保护法》第五十一条"), (last.Text("act"), last.Text("by"), last.Text("article")));
        var reading = (await (await app.As("auditor").Get("/identity-readings?limit=100")).Json()).GetProperty("items").EnumerateArray().Single(row => row.Text("petitionId") == filed.Id.ToString());
        Assert.Equal(("120104-zjw.officer", Why, "送达文书"), (reading.Text("account"), reading.Text("reason"), reading.Text("purposeText")));
        Assert.True((await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_shown_and_nothing_recorded()
    {
        var filed = await app.Forwarded();
        await (await app.As("120104-zjw.officer").Post($"/petitions/{filed.Id}/identity", new { purpose = "Serve", reason = "看" })).Problem(422, "identity.reason", "《个人信息保护法》第五十一条");
        Assert.Equal(0L, await app.Sql<long>("select count(*) from identity_reading where petition_id = $1", filed.Id));
    }

    [Fact]
    public async Task Another_organ_does_not_learn_that_it_exists()
    {
        var filed = await app.Forwarded();
        await (await app.As("120104-cgw.officer").Post($"/petitions/{filed.Id}/identity", Reading)).Problem(404, "petition.not-found");
        await (await app.As("120104-cgw.officer").Get($"/petitions/{filed.Id}/identity/readings")).Problem(404, "petition.not-found");
        await (await app.As("supervisor").Post($"/petitions/{filed.Id}/identity", Reading)).Problem(403, "duty.missing");
    }

    [Fact]
    public async Task Who_asked_for_secrecy_is_kept_back_until_the_head_approves_for_one_account()
    {
        var filed = await Confidential();
        var dossier = await (await app.As("120104-zjw.officer").Get($"/petitions/{filed.Id}/dossier")).Json();
        Assert.Equal("要求保密", dossier.GetProperty("petitioner").Text("name"));
        Assert.DoesNotContain("试验", dossier.ToString(), StringComparison.Ordinal);
        await (await app.As("120104-zjw.officer").Post($"/petitions/{filed.Id}/identity", Reading)).Problem(403, "identity.approval-needed", "《信访工作条例》第三十条");

        var asked = await (await app.As("120104-zjw.officer").Post($"/petitions/{filed.Id}/identity/openings", Reading)).Json();
        await (await app.As("120104-zjw.officer").Post($"/petitions/{filed.Id}/identity/openings", Reading)).Problem(409, "identity.asked");
        await (await app.As("120104-zjw.head").Post($"/identity-openings/{asked.Id()}/decision", new { grant = true, hours = 8, reason = Why })).Problem(404, "petition.not-found");
        var row = (await (await app.As("office-head").Get("/identity-openings?limit=100")).Json()).GetProperty("items").EnumerateArray().Single(item => item.Id() == asked.Id());
        Assert.Equal((filed.Number, Why), (row.Text("petitionNumber"), row.Text("reason")));
        await (await app.As("office-head").Post($"/identity-openings/{asked.Id()}/decision", new { grant = true, hours = 8, reason = "需要送达。" })).Json();

        Assert.Equal(Wire.Name, (await (await app.As("120104-zjw.officer").Post($"/petitions/{filed.Id}/identity", Reading)).Json()).Text("name"));
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/identity", Reading)).Problem(403, "identity.approval-needed");
        await (await app.As("120104-zjw.head").Post($"/petitions/{filed.Id}/identity", Reading)).Problem(403, "identity.approval-needed");
    }

    [Fact]
    public async Task Who_asked_for_secrecy_is_not_found_through_another_petition()
    {
        var filed = await Confidential();
        Assert.Equal(0L, await app.Sql<long>("select count(*) from dossier where petition_id = $1 and coalesce(name_hash, identity_hash, phone_hash, address_hash) is not null", filed.Id));
        var list = (await (await app.As("clerk").Get($"/petitions?state=All&q={filed.Number}")).Json()).ToString();
        Assert.Contains("要求保密", list, StringComparison.Ordinal);
        Assert.Equal(Wire.Subject, (await app.Progress(filed)).Text("subject"));
    }

    [Fact]
    public async Task An_accuser_is_kept_back_even_from_the_disciplinary_organ_until_its_head_approves()
    {
        var filed = await app.Forwarded("120104-jwjw", category: "Accusation");
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/identity", Reading)).Problem(404, "petition.not-found");
        await (await app.As("120104-jwjw.officer").Post($"/petitions/{filed.Id}/identity", Reading)).Problem(403, "identity.approval-needed", "《信访工作条例》第三十条");
        var asked = await (await app.As("120104-jwjw.officer").Post($"/petitions/{filed.Id}/identity/openings", Reading)).Json();
        await (await app.As("office-head").Post($"/identity-openings/{asked.Id()}/decision", new { grant = true, hours = 8, reason = Why })).Problem(404, "petition.not-found");
        Assert.DoesNotContain(asked.Id().ToString(), (await (await app.As("office-head").Get("/identity-openings?limit=100")).Json()).ToString(), StringComparison.Ordinal);
        Assert.Contains(asked.Id().ToString(), (await (await app.As("120104-jwjw.head").Get("/identity-openings?limit=100")).Json()).ToString(), StringComparison.Ordinal);
        await (await app.As("120104-jwjw.head").Post($"/identity-openings/{asked.Id()}/decision", new { grant = true, hours = 8, reason = "需要核实。" })).Json();
        Assert.Equal(Wire.Name, (await (await app.As("120104-jwjw.officer").Post($"/petitions/{filed.Id}/identity", Reading)).Json()).Text("name"));
    }

    [Fact]
    public async Task An_organisation_petitions_under_its_name_and_credit_code()
    {
        var form = Wire.Form();
        form["petitioner"] = new { kind = "Organisation", name = "天津虚构管件有限公司", creditCode = "91120104MA00000230", address = Wire.Address };
        var filed = await app.Classified(form: form);
        var petitioner = (await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json()).GetProperty("petitioner");
        Assert.Equal(("Organisation", "天津虚构管件有限公司"), (petitioner.Text("kind"), petitioner.Text("name")));
        Assert.Contains("****", petitioner.Text("idNumber"), StringComparison.Ordinal);
        await (await app.Public().Submit(With(new { kind = "Organisation", name = "天津虚构管件有限公司", creditCode = "91120104MA00000231", address = Wire.Address }))).Problem(422, "petition.incomplete");
    }

    [Fact]
    public async Task A_guardian_is_named_and_shown_masked()
    {
        var form = Wire.Form();
        form["agent"] = new { kind = "Guardian", name = "李试验", phone = "13000000018", authority = "父亲" };
        var filed = await app.Classified(form: form);
        var agent = (await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json()).GetProperty("petitioner").GetProperty("agent");
        Assert.Equal(("监护人", "李*验", "父亲"), (agent.Text("kindText"), agent.Text("name"), agent.Text("authority")));
        Assert.Equal("13000000018", (await (await app.As("clerk").Post($"/petitions/{filed.Id}/identity", Reading)).Json()).GetProperty("agent").Text("phone"));
    }

    [Fact]
    public async Task Two_agents_have_each_their_own_scope_and_term_on_the_petition()
    {
        var form = Wire.Form();
        form["agent"] = new { kind = "Agent", name = "李试验", phone = "13000000018", authority = "2026年2月1日的授权委托书", scope = "提出、补充材料", until = "2047-12-31" };
        form["furtherAgents"] = new[] { new { kind = "Agent", name = "王试验", authority = "2026年2月2日的授权委托书", scope = "接收文书", until = "2048-06-30" } };
        var filed = await app.Classified(form: form);
        var agents = (await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json()).GetProperty("petitioner").GetProperty("agents").EnumerateArray().ToList();
        Assert.Equal([("李*验", "提出、补充材料", "2047-12-31"), ("王*验", "接收文书", "2048-06-30")], agents.Select(agent => (agent.Text("name"), agent.Text("scope"), agent.Text("until"))));
        var full = await (await app.As("clerk").Post($"/petitions/{filed.Id}/identity", Reading)).Json();
        Assert.Equal(["李试验", "王试验"], full.GetProperty("agents").EnumerateArray().Select(agent => agent.Text("name")));

        form["furtherAgents"] = new object?[] { null };
        await (await app.Public().Submit(form)).Problem(422, "petition.incomplete");
    }

    private static Dictionary<string, object?> With(object petitioner)
    {
        var form = Wire.Form();
        form["petitioner"] = petitioner;
        return form;
    }

    private Task<Journey.Filed> Confidential() => app.Forwarded(form: With(new { name = Wire.Name, phone = Wire.Phone, idNumber = Wire.Identity, address = Wire.Address, confidential = true }));
}
