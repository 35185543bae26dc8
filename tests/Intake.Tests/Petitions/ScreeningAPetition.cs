using System.Text.Json;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Petitions;

public class ScreeningAPetition(IntakeApp app)
{
    [Fact, Rule("A-14"), Rule("A-15")]
    public async Task Shows_every_line_of_the_table_with_its_reason_and_article()
    {
        var screening = await Screened(await app.Classified(form: Of("13000000092")));
        var lines = screening.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(13, lines.Count);
        Assert.All(lines, line => Assert.True(line.Text("why").Length > 0 && line.Text("basis").Contains('条')));
        var own = lines.Single(line => line.Text("basis") == "《信访工作条例》第二十二条第一款第（一）项");
        Assert.Equal(("Forward", "Perhaps"), (own.Text("action"), own.Text("fit"))); // below 0.60 a line only asks to be looked at
        Assert.Contains("区住建委", own.Text("why"), StringComparison.Ordinal);
        Assert.Equal(6, screening.GetProperty("roads").GetArrayLength());
    }

    [Fact, Rule("A-18")]
    public async Task A_letter_about_a_judgment_is_proposed_for_the_political_legal_organs()
    {
        var form = Of("13000000093");
        (form["subject"], form["facts"]) = ("法院判决以后一直没有执行", "2025年12月法院作出判决，到今天没有执行，问过法官，说在等。");
        var chosen = (await Screened(await app.Classified(form: form))).GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("chosen").GetBoolean());
        Assert.Equal("ForwardToPoliticalLegal", chosen.Text("action"));
    }

    [Fact, Rule("A-08")]
    public async Task Finds_the_same_persons_same_matter_that_runs()
    {
        var form = Of("13000000091");
        var running = await app.Classified(form: form);
        await (await app.As("clerk").Post($"/petitions/{running.Id}/forwarding", new { organ = "120104001", reason = "事情发生在长虹街道。" })).Json();
        var screening = await Screened(await app.Classified(form: form));
        var chosen = screening.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("chosen").GetBoolean());
        Assert.Equal("Link", chosen.Text("action"));
        Assert.Contains(running.Number, chosen.Text("why"), StringComparison.Ordinal);
        Assert.Contains(screening.GetProperty("others").EnumerateArray(), other => other.Text("number") == running.Number && other.GetProperty("sameSubject").GetBoolean());
    }

    [Fact, Rule("A-34")]
    public async Task Of_a_sealed_one_only_that_it_goes_to_discipline()
    {
        var screening = await Screened(await app.Classified(category: "Accusation"));
        Assert.Equal("ForwardToDiscipline", screening.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("chosen").GetBoolean()).Text("action"));
        Assert.Equal((0, 0), (screening.GetProperty("roads").GetArrayLength(), screening.GetProperty("others").GetArrayLength()));
    }

    [Fact]
    public async Task Is_gone_once_it_is_routed() =>
        Assert.Equal(JsonValueKind.Null, (await (await app.As("clerk").Get($"/petitions/{(await app.Forwarded()).Id}")).Json()).GetProperty("screening").ValueKind);

    private static Dictionary<string, object?> Of(string phone)
    {
        var form = Wire.Form();
        form["petitioner"] = new { name = Wire.Name, phone, address = Wire.Address, anonymous = false };
        return form;
    }

    private async Task<JsonElement> Screened(Journey.Filed filed) => (await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json()).GetProperty("screening");
}
