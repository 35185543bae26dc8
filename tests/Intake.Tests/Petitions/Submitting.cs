using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Petitions;

public class Submitting(IntakeApp app)
{
    [Fact, Rule("A-13"), Rule("A-21"), Rule("C-15")]
    public async Task Answers_with_number_code_and_the_last_day_of_forwarding()
    {
        var answer = await (await app.Public(Wire.On(2026, 3, 2)).Submit(Wire.Form())).Json(201);
        Assert.Matches("^120104-20260302-[0-9]{4}$", answer.Text("number"));
        Assert.Matches("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", answer.Text("queryCode"));
        Assert.Equal(("2026-03-02", "2026-03-02"), (answer.Text("receivedOn"), answer.Text("registeredOn")));
        var term = answer.GetProperty("terms")[0];
        Assert.Equal(("forwarding", "2026-03-17", "《信访工作条例》第二十二条第一款"), (term.Text("code"), term.Text("dueOn"), term.Text("basis")));
        Assert.NotEmpty(term.GetProperty("derivation").EnumerateArray());
    }

    [Fact]
    public async Task Tells_the_others_and_writes_the_first_record()
    {
        var filed = await app.Submitted();
        await IntakeApp.Soon(async () => await app.Sql<long>("select count(*) from outbox where petition_id = $1", filed.Id) == 0); // delivered
        Assert.Equal("Register", await app.Sql<string>("select act from record where petition_id = $1 and seq = 1", filed.Id));
        var verified = await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json();
        Assert.True(verified.GetProperty("intact").GetBoolean(), verified.ToString());
    }

    [Fact, Rule("C-18")]
    public async Task Anonymous_gets_a_longer_code_that_stands_alone()
    {
        var filed = await app.Submitted(form: Wire.Anonymous());
        Assert.Equal(14, filed.Code.Length);
        await (await app.Public().Post("/progress/tickets", new { number = filed.Number, queryCode = filed.Code })).Json();
    }

    public static TheoryData<string, object?, string, string> Faults { get; } = new()
    {
        { "petitioner", new { name = "", phone = Wire.Phone, address = Wire.Address, anonymous = false }, "petitioner.name", "《信访工作条例》第十九条第一款" },
        { "petitioner", new { name = Wire.Name, phone = Wire.Phone, anonymous = false }, "petitioner.address", "《信访工作条例》第十九条第一款" },
        { "petitioner", new { name = Wire.Name, address = Wire.Address, anonymous = false }, "petitioner.phone", "《信访工作条例》第十九条第一款" },
        { "petitioner", new { name = Wire.Name, phone = "1234567", address = Wire.Address, anonymous = false }, "petitioner.phone", "《信访工作条例》第十九条第一款" },
        { "petitioner", new { name = Wire.Name, idNumber = "120104190102300011", address = Wire.Address, anonymous = false }, "petitioner.idNumber", "《信访工作条例》第十九条第一款" },
        { "petitioner", new { name = Wire.Name, anonymous = true }, "petitioner.anonymous", "《信访工作条例》第十九条第一款" },
        { "subject", "水", "subject", "《信访工作条例》第十九条第一款" },
        { "subject", null, "subject", "《信访工作条例》第十九条第一款" },
        { "facts", "漏水了", "facts", "《信访工作条例》第十九条第一款" },
        { "claims", Array.Empty<string>(), "claims", "《信访工作条例》第十九条第一款" },
        { "claims", new[] { "修好主管道", " " }, "claims[1]", "《信访工作条例》第十九条第一款" },
        { "street", "120104099", "street", "《信访工作条例》第二十条第四款" },
        { "place", new string('楼', 201), "place", "《信访工作条例》第十九条第一款" },
        { "happenedOn", "2999-01-01", "happenedOn", "《信访工作条例》第十九条第一款" },
        { "truthful", false, "truthful", "《信访工作条例》第十九条第二款" },
        { "privacyVersion", "1999-01", "privacyVersion", "《个人信息保护法》第十七条" },
        { "category", "Accusation", "category", "《信访工作条例》第三十条" },
    };

    [Theory, MemberData(nameof(Faults))]
    [Rule("A-06"), Rule("A-07")]
    public async Task Refuses_what_the_law_misses_names_the_article_and_stores_nothing(string field, object? value, string error, string basis)
    {
        var (form, key) = (Wire.Form(), Guid.CreateVersion7().ToString());
        form[field] = value;
        var problem = await (await app.Public().Submit(form, key)).Problem(422, "petition.incomplete", basis);
        Assert.True(problem.GetProperty("errors").TryGetProperty(error, out var messages), problem.ToString());
        Assert.NotEmpty(messages[0].GetString()!);
        Assert.Equal(0L, await app.Sql<long>("select count(*) from idempotency where key = $1", key));
    }

    [Fact]
    public async Task Tells_all_faults_at_once()
    {
        var form = Wire.Form();
        (form["subject"], form["facts"], form["claims"]) = ("", "", Array.Empty<string>());
        var problem = await (await app.Public().Submit(form)).Problem(422, "petition.incomplete");
        Assert.Equal("有3处要改。", problem.Text("title"));
    }

    [Fact]
    public async Task Refuses_unknown_members()
    {
        var form = Wire.Form();
        form["urgent"] = true;
        await (await app.Public().Submit(form)).Problem(400, "request.malformed");
    }

    [Theory, InlineData("short"), InlineData("has a space in it"), InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task Needs_a_key(string key) => await (await app.Public().Submit(Wire.Form(), key)).Problem(400, "idempotency.key");

    [Fact]
    public async Task The_same_key_and_body_get_the_same_answer()
    {
        var key = Guid.CreateVersion7().ToString();
        var first = await (await app.Public().Submit(Wire.Form(), key)).Body();
        var again = await app.Public().Submit(Wire.Form(), key);
        Assert.Equal(System.Net.HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(first, await again.Body());
    }

    [Fact]
    public async Task Sixteen_at_once_with_the_same_key_make_one_petition()
    {
        var (key, client) = (Guid.CreateVersion7().ToString(), app.Public());
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            var response = await client.Submit(Wire.Form(), key);
            Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
            return await response.Body();
        }));
        Assert.Single(answers.Distinct());
        var id = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(answers[0]).Id();
        Assert.Equal(1L, await app.Sql<long>("select count(*) from petition where id = $1", id));
        Assert.Equal(1L, await app.Sql<long>("select count(*) from record where petition_id = $1", id));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var (key, form) = (Guid.CreateVersion7().ToString(), Wire.Form());
        await (await app.Public().Submit(form, key)).Json(201);
        form["subject"] = "另一件事";
        await (await app.Public().Submit(form, key)).Problem(422, "idempotency.different-body");
    }

    [Fact]
    public async Task A_key_that_has_run_out_is_free_again()
    {
        var key = Guid.CreateVersion7().ToString();
        var first = await (await app.Public(Wire.On(2026, 3, 2)).Submit(Wire.Form(), key)).Json(201);
        var second = await (await app.Public(Wire.On(2026, 3, 4)).Submit(Wire.Form(), key)).Json(201);
        Assert.NotEqual(first.Id(), second.Id());
    }

    [Fact]
    public async Task Numbers_are_unique_across_replicas()
    {
        await using var replica = app.Replica();
        HttpClient[] clients = [app.CreateClient(), replica.CreateClient()];
        var numbers = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
            numbers.Add((await (await clients[i % 2].Submit(Wire.Form())).Json(201)).Text("number")));
        Assert.Equal(200, numbers.Distinct().Count());
    }

    [Fact]
    public async Task Is_stored_as_the_aggregate_reads_it()
    {
        var filed = await app.Submitted(Wire.On(2026, 3, 2));
        var petition = await app.Db(db => db.Petitions.SingleAsync(p => p.Id == new PetitionId(filed.Id)));
        Assert.Equal((filed.Number, Channel.Online, PetitionStatus.Registered, 3), (petition.Number, petition.Channel, petition.Status, petition.ClaimCount));
        Assert.Equal((new DateOnly(2026, 3, 17), "120104001", true), (petition.ForwardDueOn, petition.Street, petition.ElectronicService));
    }
}
