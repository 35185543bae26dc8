using System.Text.Json;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.OverTheWire.CaseHandlingApp;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

[Collection(OverTheWire.Name)]
public class CheckingBeforeSignature(CaseHandlingApp app)
{
    private const string Reason = "共用主管道由产权单位维修，移交协议第四条写得清楚，产权单位应当在五月底以前修好并且清洗受污的墙面。";

    [Fact, Rule("A-37")]
    public async Task An_error_stands_in_the_way_names_its_paragraph_and_is_kept_as_a_defect()
    {
        var id = await Heard();
        var drafted = await app.Done(id, "opinion/draft", Draft("物业说,管道不归物业管。"));
        var finding = Assert.Single(drafted.GetProperty("findings").EnumerateArray());
        Assert.Equal(("L01", "Error"), (finding.GetProperty("rule").GetString(), finding.GetProperty("severity").GetString()));

        var refused = await app.Act(id, "opinion/check", account: Zjw + ".checker");
        await Refused(refused, 409, "opinion.blocked", "《信访工作条例》第三十二条第一款");
        var problem = JsonSerializer.Deserialize<JsonElement>(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("第", problem.GetProperty("findings")[0].GetProperty("where").GetString(), StringComparison.Ordinal);

        var told = await app.Published<DefectFound>(id);
        Assert.Equal(("L01", "Error", "Checks"), (told.Code, told.Severity, told.Source));
        var rows = (await app.Get("/quality/defects?from=2026-03-01&to=2026-12-31", Zjw + ".head")).GetProperty("rows").EnumerateArray().ToList();
        Assert.Contains(rows, row => row.GetProperty("code").GetString() == "L01" && row.GetProperty("officer").GetString() == Zjw + ".officer");
        Assert.All(rows, row => Assert.Equal(Zjw, row.GetProperty("organ").GetString()));

        await app.Decide(id, Draft("物业说，管道不归物业管。"));
    }

    [Fact]
    public async Task A_warning_wants_an_answer()
    {
        await app.Decide(await Heard(), Draft(Reason));
        var id = await Heard();
        await app.Done(id, "opinion/draft", Draft(Reason));
        await Refused(await app.Act(id, "opinion/check", account: Zjw + ".checker"), 409, "opinion.warnings-unanswered", "《信访工作条例》第三十二条第一款");
        var opinion = await app.Get($"/petitions/{id}/opinion");
        Assert.Equal("L23", Assert.Single(opinion.GetProperty("findings").EnumerateArray()).GetProperty("rule").GetString());

        await app.Decide(id, Draft(Reason, new { rule = "L23", reason = "同一栋楼的同类事项，逐项核对过。" }));
        Assert.Equal(2, (await app.Get($"/petitions/{id}/opinion")).GetProperty("versions").GetArrayLength());
    }

    [Fact]
    public async Task A_person_of_the_office_looks_at_the_sample_and_says_what_is_wrong()
    {
        app.Today(2032, 3, 5);
        var id = await app.Received();
        app.Today(2032, 3, 11);
        await app.Done(id, "acceptance");
        await app.Done(id, "statement", new { heardOn = "2032-03-11", way = "Visit", summary = "当面听取。" });
        app.Today(2032, 4, 27);
        await app.Decide(id);
        var sample = await app.Get("/quality/samples?month=2032-04", "supervisor");
        var item = Assert.Single(sample.GetProperty("items").EnumerateArray());
        Assert.Equal(id, item.GetProperty("petitionId").GetGuid());
        var document = item.GetProperty("documentId").GetGuid();

        await Refused(await Review(document, "supervisor", "X01"), 422, "quality.unknown-code");
        Assert.Equal(1, JsonSerializer.Deserialize<JsonElement>(await (await Review(document, "supervisor", "H03")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("defects").GetInt32());
        await Refused(await Review(document, "supervisor", "H05"), 409, "quality.already-reviewed");
        await Refused(await Review(Guid.CreateVersion7(), "supervisor", "H05"), 409, "quality.not-in-sample");
        await Refused(await Review(document, "auditor", "H05"), 403, "duty.missing");
        var told = await app.Published<DefectFound>(id);
        Assert.Equal(("H03", "Sample"), (told.Code, told.Source));
        Assert.Equal("Perfunctory", Assert.Single((await app.Get($"/supervision/petitions/{id}", "supervisor")).GetProperty("supervisions").EnumerateArray()).GetProperty("cause").GetString());
        Assert.True((await app.Get($"/petitions/{id}/record/verification")).GetProperty("intact").GetBoolean());
    }

    [Fact, Rule("A-37")]
    public async Task A_withdrawn_opinion_keeps_its_number_and_the_next_has_one_more()
    {
        var id = await app.Decided();
        var first = (await app.Published<PetitionDecided>(id)).DocumentNumber;
        await Refused(await app.Act(id, "opinion/withdrawal", new { reason = "依据引错了。" }), 403, "duty.missing", "《信访工作条例》第三十二条第一款");
        await app.Done(id, "opinion/withdrawal", new { reason = "依据引错了。" }, Zjw + ".head");
        Assert.Equal(first, (await app.Published<Contracts.CaseHandling.V1.OpinionWithdrawn>(id)).DocumentNumber);
        Assert.Equal("Accepted", (await app.Detail(id)).GetProperty("status").GetString());

        await app.Decide(id);
        var documents = (await app.Detail(id)).GetProperty("documents").EnumerateArray().Where(document => document.GetProperty("kind").GetString() == "Opinion").ToList();
        Assert.Equal(["Withdrawn", "Stamped"], documents.Select(document => document.GetProperty("state").GetString()));
        Assert.NotEqual(first, documents[1].GetProperty("number").GetString());
        Assert.True((await app.Get($"/petitions/{id}/record/verification")).GetProperty("intact").GetBoolean());
    }

    private Task<HttpResponseMessage> Review(Guid document, string account, string code) =>
        System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(app.As(account), $"/quality/samples/{document}", new { codes = new[] { code }, note = "说理可以再写细一点。" });

    private async Task<Guid> Heard()
    {
        var id = await app.Accepted();
        await app.Done(id, "statement", new { heardOn = "2026-03-11", way = "Phone", summary = "电话听取。" });
        return id;
    }

    private static object Draft(string reason, params object[] answers) => new
    {
        facts = "管道内窥见塌陷，由产权单位维修。",
        claims = new object[]
        {
            new { number = 1, outcome = Outcome.Supported.ToString(), reason, basis = "《物业管理条例》第五十二条" },
            new { number = 2, outcome = Outcome.Explained.ToString(), reason = "可以另行协商或者起诉。", basis = "《民法典》第一千一百六十五条" },
        },
        answers,
    };
}
