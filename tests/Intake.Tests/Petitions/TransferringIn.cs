using System.Net;
using System.Text.Json;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Petitions;

public class TransferringIn(IntakeApp app)
{
    private static int _counter;

    private static (string Number, Dictionary<string, object?> Body) Matter()
    {
        var n = Interlocked.Increment(ref _counter);
        var body = Wire.Form();
        foreach (var ours in new[] { "truthful", "privacyVersion", "electronicService" }) body.Remove(ours);
        (body["subject"], body["facts"]) = ($"第{n}栋的电梯停了半个月", $"第{n}栋的电梯从上月停到现在，物业说维修资金没有批下来，老人下不了楼。{Guid.CreateVersion7()}");
        (body["reason"], body["dueOn"]) = ("Dissatisfied", "2026-03-20");
        return ($"HL-{Guid.CreateVersion7():N}"[..30], body);
    }

    private HttpClient Hotline(DateTimeOffset? at = null) => app.As("transfer-12345", at ?? Wire.On(2026, 3, 2));

    [Fact]
    public async Task A_petition_comes_with_its_number_and_term_and_ours_stand_beside()
    {
        var (number, body) = Matter();
        var taken = await (await Hotline().Put($"/transfers/{number}", body)).Json(201);
        Assert.Equal(("Accepted", "A01", "2026-03-20", "2026-03-17"), (taken.Text("state"), taken.Text("code"), taken.Text("dueOn"), taken.Text("forwardDueOn")));
        var id = await app.Sql<Guid>("select petition_id from transfer where number = $1", number);
        var detail = await (await app.As("clerk", Wire.On(2026, 3, 25)).Get($"/petitions/{id}")).Json();
        var origin = detail.GetProperty("origins")[0];
        Assert.Equal(("12345热线", number, "2026-03-20", "True", "对原来的答复不满意"), (origin.Text("sourceName"), origin.Text("number"), origin.Text("dueOn"), origin.Text("overdue"), origin.Text("reasonText")));
        Assert.Equal(("Phone", JsonValueKind.Null), (detail.Text("channel"), detail.GetProperty("firstReceiver").ValueKind));
        Assert.Contains($"12345热线转来，来源编号{number}", detail.GetProperty("record")[0].Text("text"), StringComparison.Ordinal);
        Assert.Contains(number, (await (await app.As("clerk").Get($"/petitions/{id}/evidence")).Json()).GetProperty("record")[0].Text("facts"), StringComparison.Ordinal);
        await (await app.Public().Post("/progress/tickets", new { number = taken.Text("petitionNumber"), queryCode = taken.Text("queryCode"), lastFour = Wire.Phone[^4..] })).Json();
    }

    [Fact]
    public async Task The_same_number_is_the_same_petition_even_when_sixteen_send_it_at_once()
    {
        var (number, body) = Matter();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Hotline().Put($"/transfers/{number}", body)));
        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK));
        var petitions = await Task.WhenAll(answers.Select(async answer => JsonSerializer.Deserialize<JsonElement>(await answer.Body()).Text("petitionNumber")));
        Assert.Single(petitions.Distinct());
        Assert.Equal(1L, await app.Sql<long>("select count(*) from petition p join transfer t on t.petition_id = p.id where t.number = $1", number));
    }

    [Fact]
    public async Task The_same_matter_from_another_source_is_linked_and_not_counted_twice()
    {
        var (number, body) = Matter();
        var first = await (await Hotline().Put($"/transfers/{number}", body)).Json(201);
        body["reason"] = "Instructed";
        var second = await (await app.As("transfer-board", Wire.On(2026, 3, 3)).Put($"/transfers/LB-{number}", body)).Json();
        Assert.Equal(("True", first.Text("petitionNumber")), (second.Text("linked"), second.Text("petitionNumber")));

        var (another, other) = Matter();
        other["sameAs"] = first.Text("petitionNumber");
        var third = await (await app.As("transfer-superior", Wire.On(2026, 3, 3)).Put($"/transfers/{another}", other)).Json();
        Assert.Equal(first.Text("petitionNumber"), third.Text("petitionNumber"));

        var id = await app.Sql<Guid>("select petition_id from transfer where number = $1", number);
        var detail = await (await app.As("clerk", Wire.On(2026, 3, 3)).Get($"/petitions/{id}")).Json();
        Assert.Equal(["12345热线", "领导留言板", "上级信访部门"], detail.GetProperty("origins").EnumerateArray().Select(origin => origin.Text("sourceName")));
        Assert.Contains("领导留言板又转来", detail.GetProperty("record")[1].Text("text"), StringComparison.Ordinal);
        Assert.True((await (await app.As("office-head").Get($"/petitions/{id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
    }

    [Theory]
    [InlineData("reply", "Done", "D02")]
    [InlineData("diversion", "Returned", "R03")]
    [InlineData("forwarding", "Accepted", "A02")]
    public async Task The_source_is_told_with_a_code_how_it_goes_on(string act, string state, string code)
    {
        var at = Wire.On(2026, 3, 2);
        var (number, body) = Matter();
        await (await Hotline().Put($"/transfers/{number}", body)).Json(201);
        var id = await app.Sql<Guid>("select petition_id from transfer where number = $1", number);
        await (await app.As("clerk", at).Post($"/petitions/{id}/classification", new { category = "Redress", contentCode = "030000", urgent = false })).Json();
        object done = act switch
        {
            "reply" => new { text = "电梯已经报修，本周五前修好。" },
            "diversion" => new { diversion = "OtherOrgan", whereTo = "河西区信访办公室", text = "这栋楼在河西区，由河西区的机关管。" },
            _ => new { organ = "120104-zjw", reason = "电梯维修资金归区住建委管。" },
        };
        await (await app.As("clerk", at).Post($"/petitions/{id}/{act}", done)).Json();
        var told = await (await Hotline().Get($"/transfers/{number}")).Json();
        Assert.Equal((state, code), (told.Text("state"), told.Text("code")));
        if (act == "forwarding") Assert.Equal("区住建委", told.GetProperty("organ").Text("name"));
        Assert.Contains((await (await Hotline().Get("/transfers?limit=100")).Json()).GetProperty("items").EnumerateArray(), item => item.Text("number") == number);
        Assert.DoesNotContain(Wire.Name, told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_source_finds_nothing_and_nobody_else_gets_in()
    {
        var (number, body) = Matter();
        await (await Hotline().Put($"/transfers/{number}", body)).Json(201);
        await (await app.As("transfer-board").Get($"/transfers/{number}")).Problem(404, "transfer.not-found");
        await (await app.As("clerk").Put($"/transfers/{number}", body)).Problem(403, "duty.missing", "《信访工作条例》第十七条");
        await (await app.As("transfer-12345").Get("/petitions")).Problem(403, "duty.missing");
    }

    [Fact]
    public async Task What_the_form_refuses_is_refused_with_its_article()
    {
        var (number, body) = Matter();
        body["claims"] = Array.Empty<string>();
        await (await Hotline().Put($"/transfers/{number}", body)).Problem(422, "petition.incomplete", "《信访工作条例》第十九条第一款");
        body = Matter().Body;
        body["dueOn"] = "2026-03-01";
        await (await Hotline().Put($"/transfers/{number}", body)).Problem(422, "transfer.due-on", "《信访工作条例》第二十一条");
        await (await Hotline().Put("/transfers/a%20b", body)).Problem(422, "transfer.number", "《信访工作条例》第二十一条");
    }
}
