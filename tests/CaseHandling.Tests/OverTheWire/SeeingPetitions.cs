using System.Text.Json;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.OverTheWire.CaseHandlingApp;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

[Collection(OverTheWire.Name)]
public class SeeingPetitions(CaseHandlingApp app)
{
    [Fact]
    public async Task Another_organ_does_not_learn_that_the_petition_exists()
    {
        var id = await app.Accepted();
        var document = (await app.Detail(id)).GetProperty("documents")[0].GetProperty("id").GetGuid();
        var stranger = app.As("120104-rsj.officer");

        foreach (var path in new[] { "", "/record/verification", $"/documents/{document}" })
            await Refused(await stranger.GetAsync($"/petitions/{id}{path}"), 404, "petition.not-found");
        foreach (var act in new[] { "claim", "acceptance", "opinion/draft", "completion" })
            await Refused(await app.Act(id, act, account: "120104-rsj.officer"), 404, "petition.not-found");
        Assert.DoesNotContain(id, await Ids("All", "120104-rsj.officer"));
    }

    [Fact]
    public async Task The_office_sees_every_organs_petitions_but_does_not_handle_them()
    {
        var id = await app.Accepted();
        Assert.Equal(Zjw, (await app.Detail(id, "office-head")).GetProperty("organ").GetProperty("code").GetString());
        Assert.True((await app.Get($"/petitions/{id}/record/verification", "auditor")).GetProperty("intact").GetBoolean());
        await Refused(await app.Act(id, "completion", new { result = "办结。" }, "office-head"), 403, "duty.missing");
    }

    [Fact, Rule("A-34")]
    public async Task An_accusation_is_seen_by_the_disciplinary_organ_alone_and_every_reading_is_recorded()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received(Forwarding("120104-jwjw", isSealed: true));
        var told = await app.Published<PetitionReceived>(id);
        Assert.Equal((true, null, null), (told.Sealed, told.NoticeDueOn, told.ContestDueOn));

        foreach (var account in new[] { "office-head", "supervisor", "auditor", Zjw + ".officer" })
        {
            await Refused(await app.As(account).GetAsync($"/petitions/{id}"), 404, "petition.not-found");
            await Refused(await app.As(account).GetAsync($"/petitions/{id}/record/verification"), 404, "petition.not-found");
            Assert.DoesNotContain(id, await Ids("All", account));
        }

        await app.Done(id, "claim", account: "120104-jwjw.officer");
        await Refused(await app.Act(id, "acceptance", account: "120104-jwjw.officer"), 409, "petition.sealed", "《信访工作条例》第三十条");
        await Refused(await app.Act(id, "contestation", new { reason = "该事项不归本单位办理。" }, "120104-jwjw.officer"), 409, "petition.sealed", "《信访工作条例》第三十条");

        var detail = await app.Detail(id, "120104-jwjw.officer");
        Assert.Equal((JsonValueKind.Null, 0), (detail.GetProperty("number").ValueKind, detail.GetProperty("terms").GetArrayLength()));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Detail(id, "120104-jwjw.officer")));
        detail = await app.Detail(id, "120104-jwjw.officer");
        Assert.Equal(6, detail.GetProperty("record").EnumerateArray().Count(entry => entry.GetProperty("act").GetString() == "Read"));
        Assert.True(detail.GetProperty("chain").GetProperty("intact").GetBoolean());
        Assert.Contains(id, await Ids("All", "120104-jwjw.officer"));
    }

    [Fact]
    public async Task Boxes_turn_pages_by_date_and_agree_with_the_counts()
    {
        const string officer = "120104-tyjr.officer";
        List<Guid> ids = [];
        foreach (var day in new[] { 9, 3, 5, 5, 4 })
        {
            app.Today(2026, 3, day);
            ids.Add(await app.Received(Forwarding("120104-tyjr")));
        }
        app.Today(2026, 3, 9);
        Guid[] expected = [ids[1], ids[4], .. new[] { ids[2], ids[3] }.Order(), ids[0]];

        List<Guid> seen = [];
        string? after = null;
        do
        {
            var page = await app.Get($"/petitions?box=ToClaim&limit=2{(after is null ? "" : $"&after={after}")}", officer);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        Assert.Equal(expected, seen);

        await app.Done(ids[0], "claim", account: officer);
        await app.Done(ids[1], "acceptance", account: officer);
        await app.Done(ids[2], "contestation", new { reason = "该事项由另一个单位负责办理。" }, officer);
        app.Today(2026, 3, 25);
        var counts = await app.Get("/petitions/counts", officer);
        foreach (var (box, count) in new[] { ("ToClaim", 2), ("ToAccept", 1), ("Handling", 1), ("Contested", 1), ("ToServe", 0), ("ToComplete", 0), ("Done", 0), ("All", 5) })
        {
            Assert.Equal(count, counts.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(box)).GetInt32());
            Assert.Equal(count, (await Ids(box, officer)).Count);
        }
        Assert.Equal(4, counts.GetProperty("overdue").GetInt32()); // notices due 18, 19, 20 and 24 March
        Assert.Contains(ids[2], await Ids("Contested", "office-head"));

        var next = (await app.Get("/petitions?box=Handling", officer)).GetProperty("items")[0].GetProperty("next");
        Assert.Equal(("作出处理意见", "completion"), (next.GetProperty("label").GetString(), next.GetProperty("term").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_citizen_reads_a_notice_at_once_and_the_opinion_when_it_is_served()
    {
        var id = await app.Decided();
        var documents = (await app.Detail(id)).GetProperty("documents");
        var (notice, opinion) = (documents[0].GetProperty("id").GetGuid(), documents[1].GetProperty("id").GetGuid());
        var citizen = app.Citizen(id);

        var read = await citizen.GetStringAsync($"/petitions/{id}/documents/{notice}");
        Assert.Contains($"\"addressee\":\"{FullName}\"", read, StringComparison.Ordinal);
        Assert.Contains("津南开住建信受〔2026〕", read, StringComparison.Ordinal);
        Assert.Contains("\"addressee\":\"张**\"", (await app.Get($"/petitions/{id}/documents/{notice}")).GetRawText(), StringComparison.Ordinal);

        await Refused(await citizen.GetAsync($"/petitions/{id}/documents/{opinion}"), 404, "petition.not-found");
        app.Today(2026, 4, 29);
        await app.Done(id, "service", new { method = "HandedOver", servedOn = "2026-04-29", receiver = "本人" });
        var text = await app.Citizen(id).GetStringAsync($"/petitions/{id}/documents/{opinion}");
        foreach (var part in new[] { "津南开住建信理〔2026〕", Claim1, Claim2, "予以支持", "解释说明", "30日内，向天津市南开区人民政府书面请求复查", "\"servedOn\":\"2026-04-29\"" })
            Assert.Contains(part, text, StringComparison.Ordinal);

        await Refused(await app.Citizen(Guid.CreateVersion7()).GetAsync($"/petitions/{id}/documents/{notice}"), 404, "petition.not-found");
        await Refused(await app.Anonymous().GetAsync($"/petitions/{id}/documents/{notice}"), 401, "sign-in.required");
        var forged = app.Anonymous();
        forged.DefaultRequestHeaders.Add("X-Petition-Ticket", "AAAA");
        await Refused(await forged.GetAsync($"/petitions/{id}/documents/{notice}"), 401, "ticket.required");
    }

    [Fact, Rule("A-60")]
    public async Task What_people_said_lies_encrypted_in_the_database_and_is_in_no_event()
    {
        var id = await app.Decided();
        await Eventually.Holds(() => app.Db(async db => !await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AnyAsync(
            System.Linq.Queryable.Where(db.Set<ServiceDefaults.Messaging.OutboxMessage>(), message => message.PetitionId == id))));
        await using var connection = new Npgsql.NpgsqlConnection(app.Database);
        await connection.OpenAsync();
        foreach (var table in new[] { "petition", "document", "record", "outbox", "inbox", "idempotency", "document_register" })
        foreach (var words in new[] { "笔录经本人确认", "产权单位维修", Claim1, "张**", "0000 0009" })
        {
            var hexadecimal = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(words));
            await using var command = new Npgsql.NpgsqlCommand($"select count(*) from {table} t where t::text like $1 or t::text like $2", connection)
            {
                Parameters = { new() { Value = $"%{words}%" }, new() { Value = $"%{hexadecimal}%" } },
            };
            Assert.Equal(0L, await command.ExecuteScalarAsync());
        }
        var told = JsonSerializer.Serialize(app.Heard<PetitionDecided>(id)) + JsonSerializer.Serialize(app.Heard<PetitionAccepted>(id));
        Assert.DoesNotContain("产权", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_knows_each_acts_request_and_refusals()
    {
        var description = JsonSerializer.Deserialize<JsonElement>(await app.Anonymous().GetStringAsync("/openapi/v1.json"));
        var act = description.GetProperty("paths").GetProperty("/petitions/{id}/statement").GetProperty("post");
        Assert.Equal("#/components/schemas/HearStatementRequest",
            act.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString());
        Assert.Equal(["200", "400", "401", "403", "404", "409", "412", "422"], act.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).Order(StringComparer.Ordinal));
        Assert.Equal("string", description.GetProperty("components").GetProperty("schemas").GetProperty("DocumentView").GetProperty("properties").GetProperty("title").GetProperty("type").GetString());
    }

    private async Task<List<Guid>> Ids(string box, string account)
    {
        List<Guid> ids = [];
        string? after = null;
        do
        {
            var page = await app.Get($"/petitions?box={box}&limit=100{(after is null ? "" : $"&after={after}")}", account);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        return ids;
    }
}
