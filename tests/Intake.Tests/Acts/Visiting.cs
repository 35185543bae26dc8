using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Acts;

public class Visiting(IntakeApp app)
{
    private static Dictionary<string, object?> Visit(int people, int representatives, string? electionNote = "到场的人举手推选")
    {
        var form = Wire.Letter("2026-03-02", "Visit");
        (form["people"], form["electionNote"]) = (people, electionNote);
        form["representatives"] = Enumerable.Range(1, representatives).Select(n => $"代表{n}").ToArray();
        return form;
    }

    [Fact, Rule("A-11")]
    public async Task Six_representatives_are_one_too_many()
    {
        var problem = await (await app.As("clerk").Put($"/petitions/{Guid.CreateVersion7()}", Visit(40, 6))).Problem(422, "petition.incomplete", "《信访工作条例》第二十条第三款");
        Assert.Contains("不能超过5人", problem.GetProperty("errors").GetProperty("representatives")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact, Rule("A-11")]
    public async Task Five_are_taken_and_shown_masked_to_the_office()
    {
        var id = Guid.CreateVersion7();
        await (await app.As("clerk").Put($"/petitions/{id}", Visit(40, 5))).Json(201);
        var participants = (await (await app.As("clerk").Get($"/petitions/{id}")).Json()).GetProperty("participants");
        Assert.Equal(("40", 5), (participants.Text("people"), participants.GetProperty("representatives").GetArrayLength()));
        Assert.DoesNotContain("代表1", participants.ToString(), StringComparison.Ordinal);
    }

    [Theory, Rule("A-11")]
    [InlineData(3, 0, "representatives")]
    [InlineData(2, 3, "people")]
    public async Task Several_people_elect_them(int people, int representatives, string field) =>
        Assert.True((await (await app.As("clerk").Put($"/petitions/{Guid.CreateVersion7()}", Visit(people, representatives))).Problem(422, "petition.incomplete")).GetProperty("errors").TryGetProperty(field, out _));

    [Fact, Rule("A-11")]
    public async Task How_they_were_elected_is_noted() =>
        Assert.True((await (await app.As("clerk").Put($"/petitions/{Guid.CreateVersion7()}", Visit(8, 2, null))).Problem(422, "petition.incomplete")).GetProperty("errors").TryGetProperty("electionNote", out _));

    [Fact, Rule("A-11")]
    public async Task Thirty_people_may_sign_online()
    {
        var form = Wire.Form();
        (form["people"], form["coSigners"]) = (30, Enumerable.Range(1, 29).Select(n => $"联名人{n}").ToArray());
        var filed = await app.Submitted(form: form);
        Assert.Equal("30", (await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json()).GetProperty("participants").Text("people"));
    }

    [Fact, Rule("A-06"), Rule("C-12")]
    public async Task What_was_said_is_read_back_first()
    {
        var form = Wire.Letter("2026-03-02", "Phone");
        form["readBackConfirmed"] = false;
        var problem = await (await app.As("clerk").Put($"/petitions/{Guid.CreateVersion7()}", form)).Problem(422, "petition.incomplete", "《信访工作条例》第十九条第一款");
        Assert.Contains("念给对方听", problem.GetProperty("errors").GetProperty("readBackConfirmed")[0].GetString(), StringComparison.Ordinal);
        form["readBackConfirmed"] = true;
        var id = Guid.CreateVersion7();
        await (await app.As("clerk").Put($"/petitions/{id}", form)).Json(201);
        Assert.True((await (await app.As("clerk").Get($"/petitions/{id}")).Json()).GetProperty("participants").GetProperty("oral").GetBoolean());
    }

    [Fact, Rule("A-09")]
    public async Task A_step_up_visit_is_registered_all_the_same_and_guided()
    {
        var form = Wire.Letter("2026-03-02", "Visit");
        (form["stepUpOrgan"], form["stepUpGuidance"]) = ("120104001", "先到街道信访接待室，就在安和里旁边。");
        var id = Guid.CreateVersion7();
        var registered = await (await app.As("clerk").Put($"/petitions/{id}", form)).Json(201);
        Assert.Equal("长虹街道", (await (await app.As("clerk").Get($"/petitions/{id}")).Json()).GetProperty("participants").GetProperty("stepUp").Text("name"));
        var progress = await app.Progress(new(id, registered.Text("number"), registered.Text("queryCode")));
        Assert.Contains("安和里旁边", progress.GetProperty("steps")[0].Text("note"), StringComparison.Ordinal);
        form.Remove("stepUpGuidance");
        await (await app.As("clerk").Put($"/petitions/{Guid.CreateVersion7()}", form)).Problem(422, "petition.incomplete", "《信访工作条例》第二十条第一款");
    }

    [Fact]
    public async Task Their_names_are_encrypted()
    {
        var form = Visit(9, 1);
        form["representatives"] = new[] { "甲代表不可见" };
        await (await app.As("clerk").Put($"/petitions/{Guid.CreateVersion7()}", form)).Json(201);
        Assert.DoesNotContain(await app.EveryValue(), value => System.Text.Encoding.UTF8.GetString(value.Value).Contains("甲代表不可见", StringComparison.Ordinal));
    }
}
