using System.Text.Json;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>The acceptance scenarios of the handbook (domain §13) that the competent organ meets, over HTTP through the gateway.</summary>
[Collection(nameof(WholeSystem))]
public sealed class HandlingScenarios(WholeSystem system)
{
    private const string Organ = People.Holder, Officer = $"{Organ}.officer", Cases = "/api/case-handling/petitions";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Rule("A-37")]
    public async Task Scenario_6_an_opinion_without_an_outcome_per_claim_a_basis_and_its_review_body_is_not_signed()
    {
        var filed = await ReceivedAsync(8106);
        foreach (var (act, body, role) in People.Handling(People.Today).Take(3)) await DoAsync(filed, act, body, $"{Organ}.{role}");

        static object Draft(params object[] claims) => new { facts = "经现场查看，返水情况属实。", claims, answers = new[] { new { rule = "L23", reason = "同一小区同类事项，事实和依据逐项核对过。" } } };
        var supported = new { number = 1, outcome = "Supported", reason = "共用管道由产权单位维修。", basis = "《物业管理条例》第五十二条" };
        await RefusedAsync(filed, "opinion/draft", Draft(supported), Officer, 422, "opinion.claims-incomplete", PetitionRegulations.Opinion);
        await RefusedAsync(filed, "opinion/draft", Draft(supported, new { number = 2, outcome = "NotSupported", reason = "赔偿没有依据。" }), Officer, 422, "opinion.claim-without-basis", PetitionRegulations.Opinion);
        await RefusedAsync(filed, "opinion/signature", null, $"{Organ}.head", 409, "opinion.not-checked", PetitionRegulations.Opinion);

        foreach (var (act, body, role) in People.Handling(People.Today).Where(step => step.Act.StartsWith("opinion/", StringComparison.Ordinal))) await DoAsync(filed, act, body, $"{Organ}.{role}");
        var issued = (await system.People.GetAsync(Officer, $"{Cases}/{filed.Id}", Ct)).Json.GetProperty("documents").EnumerateArray().Single(each => each.GetProperty("kind").GetString() == "Opinion");
        var remedy = (await system.People.GetAsync(Officer, $"{Cases}/{filed.Id}/documents/{issued.GetProperty("id").GetGuid()}", Ct)).Json.GetProperty("remedy").GetString()!;
        Assert.Contains("南开区人民政府", remedy, StringComparison.Ordinal);
        Assert.Contains("30日", remedy, StringComparison.Ordinal);
    }

    [Fact, Rule("C-01"), Rule("C-02"), Rule("C-05"), Rule("C-06")]
    public async Task Scenario_13_the_simple_procedure_is_for_a_first_clear_matter_that_nobody_assigned()
    {
        var simple = new { ground = "ClearAndSmall" };
        var assigned = await ClassifiedAsync(8113);
        await system.People.ActAsync("clerk", $"/api/intake/petitions/{assigned.Id}/assignment", new { organ = Organ, reason = "属于该单位的职责范围", reportWithinDays = 30, demand = "请查清并报告结果" }, Ct);
        await system.People.ReachedAsync(Officer, "case-handling", assigned.Id, "Received", Ct);
        await DoAsync(assigned, "claim", null, Officer);
        await RefusedAsync(assigned, "simple-procedure", simple, Officer, 409, "simple.assigned");

        var repeated = await ClassifiedAsync(8114);
        await system.People.ActAsync("clerk", $"/api/intake/petitions/{repeated.Id}/forwarding", new { organ = Organ, reason = "属于该单位的职责范围", repeat = true }, Ct);
        await system.People.ReachedAsync(Officer, "case-handling", repeated.Id, "Received", Ct);
        await DoAsync(repeated, "claim", null, Officer);
        await RefusedAsync(repeated, "simple-procedure", simple, Officer, 409, "simple.repeat");

        var first = await ReceivedAsync(8115);
        await DoAsync(first, "claim", null, Officer);
        await DoAsync(first, "simple-procedure", simple, Officer);
        var terms = (await system.People.GetAsync(Officer, $"{Cases}/{first.Id}", Ct)).Json.GetProperty("terms").EnumerateArray().ToDictionary(term => term.GetProperty("code").GetString()!);
        Assert.Equal(LegalCalendar.Default.Due(People.Today, Terms.SimpleAccept, "收到").StrictDueOn, terms["simple-accept"].GetProperty("strictDueOn").Deserialize<DateOnly>());
        await DoAsync(first, "acceptance", new { contactPhone = "022-0000 0014" }, Officer);
        var complete = (await system.People.GetAsync(Officer, $"{Cases}/{first.Id}", Ct)).Json.GetProperty("terms").EnumerateArray().Single(term => term.GetProperty("code").GetString() == "simple-complete");
        Assert.Equal(LegalCalendar.Default.Due(People.Today, Terms.SimpleComplete, "受理").StrictDueOn, complete.GetProperty("strictDueOn").Deserialize<DateOnly>());
    }

    [Fact, Rule("C-26")]
    public async Task Scenario_15_dissatisfied_with_a_reason_calls_for_supervision_and_a_call_back_and_only_the_petitioner_rates()
    {
        var filed = await ReceivedAsync(8116);
        await system.People.HandleAsync(filed.Id, Organ, Ct);
        await system.People.ReachedAsync("clerk", "intake", filed.Id, "Completed", Ct);

        var rating = new { office = "Satisfied", organ = "Dissatisfied", organReason = "只修了一半，没有回来看过。" };
        Assert.Equal(422, (await system.People.OwnAsync(filed, HttpMethod.Post, "/api/intake/progress/rating", new { rating.office, rating.organ }, Ct)).Code);
        foreach (var staff in new[] { "clerk", Officer, "office-head" })
        {
            var request = await system.People.AsAsync(staff, HttpMethod.Post, "/api/intake/progress/rating", rating);
            request.Headers.Add("X-Petition-Ticket", await system.People.TicketAsync(filed, Ct));
            Assert.Equal(403, (await system.People.SendAsync(request, Ct)).Code);
        }
        Assert.Equal(200, (await system.People.OwnAsync(filed, HttpMethod.Post, "/api/intake/progress/rating", rating, Ct)).Code);

        await Eventually.Holds(async () => (await system.People.GetAsync("supervisor", $"/api/case-handling/supervision/petitions/{filed.Id}", Ct)).Text.Contains("\"Dissatisfied\"", StringComparison.Ordinal), TimeSpan.FromSeconds(30), Ct);

        // The office owes a call-back; neither the rated organ nor anybody twice can hold it.
        Assert.Contains(filed.Id.ToString(), (await system.People.GetAsync("clerk", "/api/intake/call-backs", Ct)).Text, StringComparison.Ordinal);
        var callBack = new { way = "Phone", heldOn = People.Today, outcome = "ReferredToSupervision", said = "说只修了一半，要人去现场看。" };
        var act = $"/api/intake/petitions/{filed.Id}/call-back";
        Assert.Equal(403, (await system.People.SendAsync(await system.People.AsAsync(Officer, HttpMethod.Post, act, callBack), Ct)).Code);
        await system.People.ActAsync("clerk", act, callBack, Ct);
        var again = await system.People.SendAsync(await system.People.AsAsync("clerk", HttpMethod.Post, act, callBack), Ct);
        Assert.Equal((409, "call-back.once"), (again.Code, again.Problem));
        Assert.Contains("我们给您打过电话", (await system.People.ProgressAsync(filed, Ct)).ToString(), StringComparison.Ordinal);
    }

    [Fact, Rule("C-22")]
    public async Task Scenario_17_what_is_published_names_nobody_and_two_people_have_read_it()
    {
        var filed = await ReceivedAsync(8117);
        await system.People.HandleAsync(filed.Id, Organ, Ct);
        static object Text(string answer) => new { title = "老旧小区排水管道由谁维修", question = "楼下的排水管道返水，物业和产权单位都说不归自己管。", answer };
        await RefusedAsync(filed, "publication", Text($"信访人王小明，电话{People.PhoneOf(8117)}，住示例路12号，管道已经修好。"), Officer, 422, "publication.personal-data", OtherProcedures.NothingOfThirdParties);
        var reply = (await DoAsync(filed, "publication", Text("共用管道由产权单位维修，已经修好。"), Officer)).GetProperty("replyId").GetGuid();
        Assert.Equal(404, (await PublicAsync(reply)).Code);
        await RefusedAsync(filed, "publication/release", null, Officer, 403, "duty.missing");
        await DoAsync(filed, "publication/release", null, $"{Organ}.checker");

        var shown = await PublicAsync(reply);
        Assert.Equal(200, shown.Code);
        foreach (var secret in new[] { filed.Number, filed.Id.ToString(), filed.LastFour, "示例8117" }) Assert.DoesNotContain(secret, shown.Text, StringComparison.Ordinal);
        await Eventually.Holds(async () => (await system.People.ProgressAsync(filed, Ct)).GetProperty("steps").EnumerateArray().Any(step => step.GetProperty("key").GetString() == "published"), TimeSpan.FromSeconds(30), Ct);

        await DoAsync(filed, "publication/withdrawal", new { reason = "还能看出是哪个小区。" }, $"{Organ}.head");
        Assert.Equal(404, (await PublicAsync(reply)).Code);
    }

    private Task<Answer> PublicAsync(Guid reply) => system.People.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/case-handling/replies/{reply}"), Ct);

    private async Task<Filed> ClassifiedAsync(int n)
    {
        var filed = await system.People.FileAsync(n, Ct);
        await system.People.ClassifyAsync(filed.Id, Ct);
        return filed;
    }

    private async Task<Filed> ReceivedAsync(int n)
    {
        var filed = await ClassifiedAsync(n);
        await system.People.ForwardAsync(filed.Id, Organ, Ct);
        await system.People.ReachedAsync(Officer, "case-handling", filed.Id, "Received", Ct);
        return filed;
    }

    private Task<JsonElement> DoAsync(Filed filed, string act, object? body, string account) => system.People.ActAsync(account, $"{Cases}/{filed.Id}/{act}", body, Ct);

    private async Task RefusedAsync(Filed filed, string act, object? body, string account, int status, string code, Article? basis = null)
    {
        var answer = await system.People.SendAsync(await system.People.AsAsync(account, HttpMethod.Post, $"{Cases}/{filed.Id}/{act}", body), Ct);
        Assert.Equal((status, code), (answer.Code, answer.Problem));
        Assert.Equal(basis?.ToString() ?? answer.Json.GetProperty("basis").GetString(), answer.Json.GetProperty("basis").GetString());
    }
}
