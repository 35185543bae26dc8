using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.OverTheWire.CaseHandlingApp;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

[Collection(OverTheWire.Name)]
public class ActingAndBeingRefused(CaseHandlingApp app)
{
    private const string Article23 = "《信访工作条例》第二十三条第三款", Article34 = "《信访工作条例》第三十四条";

    [Fact]
    public async Task An_act_repeated_is_a_conflict_that_says_why()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        await app.Done(id, "claim");
        await Refused(await app.Act(id, "claim"), 409, "petition.already-claimed");
        await app.Done(id, "acceptance");
        await Refused(await app.Act(id, "acceptance"), 409, "petition.wrong-state", Article23);
        await Refused(await app.Act(id, "contestation", new { reason = "不属于本单位职权范围，归别的单位。" }), 409, "petition.wrong-state", Article23);
    }

    [Fact, Rule("A-35")]
    public async Task A_declination_names_the_road()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        await Refused(await app.Act(id, "declination", new { body = "区仲裁院", reason = "劳动争议。" }), 422, "declination.without-road", "《信访工作条例》第三十一条");

        var declined = await app.Done(id, "declination", new { road = "Arbitration", body = "区劳动人事争议仲裁院", reason = "属于劳动争议。", until = "2027-01-15" });
        Assert.EndsWith("号", declined.GetProperty("document").GetProperty("number").GetString(), StringComparison.Ordinal);
        var told = await app.Published<PetitionDeclined>(id);
        Assert.Equal(("Arbitration", new(2027, 1, 15)), (told.Road, told.Until!.Value));

        var document = await app.Get($"/petitions/{id}/documents/{declined.GetProperty("document").GetProperty("id").GetGuid()}");
        Assert.Contains("最晚2027年1月15日", document.GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Fact, Rule("A-39")]
    public async Task Only_the_head_extends_and_only_by_thirty_days_in_time()
    {
        var id = await app.Accepted();
        await Refused(await app.Act(id, "extensions", new { days = 10, reason = "等检测报告。" }), 403, "duty.missing", Article34);
        await Refused(await app.Act(id, "extensions", new { days = 31, reason = "等检测报告。" }, Zjw + ".head"), 409, "extension.too-long", Article34);
        await Refused(await app.Act(id, "extensions", new { days = 10 }, Zjw + ".head"), 422, "extension.without-reason", Article34);
        await Refused(await app.Act(id, "extensions/service", new { servedOn = "2026-03-11", method = "Post" }), 409, "extension.none-granted", Article34);
        app.Today(2026, 5, 11);
        await Refused(await app.Act(id, "extensions", new { days = 10, reason = "等检测报告。" }, Zjw + ".head"), 409, "extension.too-late", Article34);
    }

    [Fact, Rule("A-36"), Rule("A-37")]
    public async Task An_opinion_needs_a_statement_and_an_answer_to_each_claim()
    {
        var id = await app.Accepted();
        await Refused(await app.Act(id, "opinion/draft", Opinion()), 409, "opinion.without-statement", "《信访工作条例》第三十一条第（六）项");
        await app.Done(id, "statement", new { heardOn = "2026-03-11", way = "Phone", summary = "电话听取。" });
        var one = new { number = 1, outcome = "Supported", reason = "应当维修。", basis = "《物业管理条例》" };
        await Refused(await app.Act(id, "opinion/draft", new { facts = "事实。", claims = new[] { one } }), 422, "opinion.claims-incomplete", "《信访工作条例》第三十二条第一款");
        await Refused(await app.Act(id, "opinion/draft", new { facts = "事实。", claims = new object[] { one, new { number = 2, outcome = "Explained", reason = "解释。" } } }), 422, "opinion.claim-without-basis");
        await Refused(await app.Act(id, "opinion/draft", new { facts = "事实。", claims = new object[] { one, new { number = 2, reason = "解释。", basis = "无" } } }), 422, "opinion.claims-incomplete");
        await Refused(await app.Act(id, "service", new { method = "Post", servedOn = "2026-03-11", receiver = "本人" }), 409, "petition.wrong-state");
        await Refused(await app.Act(id, "completion", new { result = "已办。" }), 409, "petition.wrong-state", Article34);
    }

    [Fact]
    public async Task An_opinion_waits_while_the_claims_cannot_be_read()
    {
        var id = await app.Accepted();
        await app.Done(id, "statement", new { heardOn = "2026-03-11", way = "Phone", summary = "电话听取。" });
        await app.Done(id, "opinion/draft", Opinion());
        app.IntakeIs(available: false);
        try
        {
            await Refused(await app.Act(id, "opinion/check", account: Zjw + ".checker"), 503, "dossier.unavailable");
        }
        finally
        {
            app.IntakeIs(available: true);
        }
        await app.Done(id, "opinion/check", account: Zjw + ".checker");
        app.IntakeIs(available: false);
        try
        {
            await Refused(await app.Act(id, "opinion/signature", account: Zjw + ".head"), 503, "dossier.unavailable");
        }
        finally
        {
            app.IntakeIs(available: true);
        }
        await app.Done(id, "opinion/signature", account: Zjw + ".head");
    }

    [Fact]
    public async Task Acceptance_does_not_wait_for_intake()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        app.IntakeIs(available: false);
        try
        {
            await app.Done(id, "acceptance");
        }
        finally
        {
            app.IntakeIs(available: true);
        }
    }

    [Fact, Rule("A-23")]
    public async Task A_contestation_goes_to_the_office_and_comes_back_refused_or_agreed()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        await Refused(await app.Act(id, "contestation", new { reason = "不归我们。" }), 422, "contestation.without-reason", Article23);
        await Refused(await app.Act(id, "contestation", new { reason = "该处管道由别的单位负责养护。", proposedOrgan = "120104-none" }), 422, "organ.unknown", Article23);
        await app.Done(id, "contestation", new { reason = "该处管道由城管委负责养护。", proposedOrgan = "120104-cgw" });
        Assert.Equal("120104-cgw", (await app.Published<AssignmentContested>(id)).ProposedOrgan);

        await Refused(await app.Act(id, "contestation/decision", new { agreed = true, reason = "同意。" }), 403, "duty.missing", Article23);
        await Refused(await app.Act(id, "contestation/decision", new { agreed = true, reason = "同意。" }, "supervisor"), 403, "duty.missing", Article23);
        await app.Done(id, "contestation/decision", new { agreed = false, reason = "属于你单位职权。" }, "office-head");
        Assert.False((await app.Published<ContestationDecided>(id)).Agreed);
        var said = (await app.Get($"/petitions/{id}/contestations", "clerk")).GetProperty("items")[0];
        Assert.Equal(("该处管道由城管委负责养护。", "属于你单位职权。"), (said.GetProperty("reason").GetString(), said.GetProperty("decision").GetString()));

        app.Today(2026, 3, 13);
        await Refused(await app.Act(id, "contestation", new { reason = "该处管道由城管委负责养护。" }), 409, "contestation.too-late", Article23);
    }

    [Fact, Rule("A-32")]
    public async Task A_recused_officer_no_longer_finds_the_petition()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        await app.Done(id, "claim");
        var recused = await app.Done(id, "recusal", new { reason = "信访人是本人亲属。" });
        Assert.True(recused.GetProperty("claimReleased").GetBoolean());
        await Refused(await app.As(Zjw + ".officer").GetAsync($"/petitions/{id}"), 404, "petition.not-found");
        await Refused(await app.Act(id, "acceptance"), 404, "petition.not-found");
        Assert.False((await app.Detail(id, Zjw + ".head")).GetProperty("claimed").GetBoolean());
    }

    [Fact]
    public async Task Malformed_requests_are_told_what_to_repair()
    {
        var id = await app.Accepted();
        await Refused(await app.Act(id, "statement", new { heardOn = "2026-03-11", way = "Visit", summary = "要点。", more = 1 }), 400, "request.malformed");
        await Refused(await app.Act(id, "statement", new { heardOn = "2026-02-30", way = "Visit", summary = "要点。" }), 400, "request.malformed");
        await Refused(await app.Act(id, "statement", new { heardOn = "2026-03-11", way = "Telepathy", summary = "要点。" }), 400, "request.malformed");
        await Refused(await app.Act(id, "statement", new { heardOn = "2026-03-11", way = "Visit", summary = new string('长', 5001) }), 400, "request.invalid");
        using var broken = new StringContent("{", Encoding.UTF8, "application/json");
        await Refused(await app.As(Zjw + ".officer").PostAsync($"/petitions/{id}/statement", broken), 400, "request.malformed");
        await Refused(await app.As(Zjw + ".officer").GetAsync("/petitions?after=nonsense!"), 400, "request.cursor");
        await Refused(await app.As(Zjw + ".officer").GetAsync("/petitions?box=Nowhere"), 400, "request.malformed");
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_token_or_with_a_bad_one()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        await Refused(await app.Anonymous().GetAsync($"/petitions/{id}"), 401, "sign-in.required");
        await Refused(await app.Anonymous().PostAsJsonAsync($"/petitions/{id}/claim", new { }), 401, "sign-in.required");
        await Refused(await app.Anonymous().With(Tokens.WrongKey(Zjw + ".officer")).GetAsync($"/petitions/{id}"), 401, "sign-in.required");
        await Refused(await app.As("trainer").GetAsync($"/petitions/{id}"), 403, "duty.missing");
    }

    [Fact]
    public async Task A_stale_tag_is_told_so_and_an_act_without_one_is_not_asked_for_it()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        var client = app.As(Zjw + ".officer");
        var tag = (await client.GetAsync($"/petitions/{id}")).Headers.ETag!.Tag;
        await app.Done(id, "claim");

        await Refused(await Accept(tag), 412, "petition.stale");
        tag = (await client.GetAsync($"/petitions/{id}")).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.OK, (await Accept(tag)).StatusCode);

        async Task<HttpResponseMessage> Accept(string ifMatch)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/petitions/{id}/acceptance") { Content = JsonContent.Create(new { }) };
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
            return await client.SendAsync(request);
        }
    }

    [Fact]
    public async Task Of_writers_at_the_same_time_one_wins_and_the_others_are_told()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Act(id, "acceptance")));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        foreach (var lost in answers.Where(answer => answer.StatusCode is not HttpStatusCode.OK))
        {
            Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
            var code = (await lost.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString();
            Assert.True(code is "urn:xinfang:petition.changed-meanwhile" or "urn:xinfang:petition.wrong-state", code);
        }
        Assert.Single((await app.Detail(id)).GetProperty("documents").EnumerateArray());
        await app.Published<PetitionAccepted>(id);
        Assert.True((await app.Get($"/petitions/{id}/record/verification")).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task The_page_is_told_what_is_open_and_why_the_rest_is_not()
    {
        var id = await app.Accepted();
        app.Today(2026, 4, 17);
        var acts = Acts(await app.Detail(id));
        Assert.True(acts["HearStatement"].GetProperty("open").GetBoolean());
        Assert.Equal($"/petitions/{id}/statement", acts["HearStatement"].GetProperty("href").GetString());
        Assert.Equal(("只有承办单位负责人能批准延期。", Article34), Why("Extend"));
        Assert.Equal("还没有听取信访人陈述，先听取陈述，才能作出处理意见。", Why("DraftOpinion").Reason);
        Assert.StartsWith("还没有作出意见", Why("Serve").Reason, StringComparison.Ordinal);
        Assert.False(acts.ContainsKey("Claim") || acts.ContainsKey("Accept") || acts.ContainsKey("DecideContestation"));
        Assert.True(Acts(await app.Detail(id, Zjw + ".head"))["Extend"].GetProperty("open").GetBoolean());
        Assert.Empty(Acts(await app.Detail(id, "supervisor")));

        (string? Reason, string? Basis) Why(string act) => (acts[act].GetProperty("reason").GetString(), acts[act].GetProperty("basis").GetString());
    }

    private static Dictionary<string, JsonElement> Acts(JsonElement detail) =>
        detail.GetProperty("acts").EnumerateArray().ToDictionary(act => act.GetProperty("act").GetString()!);
}
