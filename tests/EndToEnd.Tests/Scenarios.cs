using System.Text.Json;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>The acceptance scenarios of the handbook (domain §13) that the petition office begins, over HTTP through the gateway.</summary>
[Collection(nameof(WholeSystem))]
public sealed class Scenarios(WholeSystem system)
{
    private const string Organ = "120104-sfj";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Rule("A-11")]
    public async Task Scenario_1_six_representatives_are_refused_five_are_taken_thirty_may_sign_online()
    {
        Dictionary<string, object?> Visit(int representatives)
        {
            var body = Counter(8001, "Visit");
            (body["people"], body["electionNote"]) = (40, "到场的人举手推选");
            body["representatives"] = Enumerable.Range(1, representatives).Select(n => $"代表{n}").ToArray();
            return body;
        }

        var refused = await PutAsync(Visit(6));
        Assert.Equal(422, refused.Code);
        Assert.Equal("《信访工作条例》第二十条第三款", refused.Json.GetProperty("basis").GetString());
        Assert.Equal(201, (await PutAsync(Visit(5))).Code);

        var online = People.Petition(8002);
        (online["people"], online["coSigners"]) = (31, Enumerable.Range(1, 30).Select(n => $"联名人{n}").ToArray());
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/petitions") { Content = System.Net.Http.Json.JsonContent.Create(online, options: People.Json) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        Assert.Equal(201, (await system.People.SendAsync(request, Ct)).Code);
    }

    [Fact, Rule("A-14"), Rule("C-13")]
    public async Task Scenario_2_received_on_Friday_and_registered_on_Monday_counts_from_Friday()
    {
        var friday = People.Today.AddDays(-1);
        while (friday.DayOfWeek is not DayOfWeek.Friday) friday = friday.AddDays(-1);
        var body = Counter(8003, "Letter");
        body["receivedOn"] = friday;
        var registered = await PutAsync(body);
        Assert.Equal(201, registered.Code);
        var term = registered.Json.GetProperty("terms")[0];
        Assert.Equal((friday, friday.AddDays(15)), (Day(term, "from"), Day(term, "strictDueOn")));
    }

    [Fact, Rule("A-23")]
    public async Task Scenario_4_an_agreed_objection_is_routed_again_and_the_offices_clock_stands_still()
    {
        var filed = await ReceivedAsync(8004, Organ);
        var before = await TermAsync(filed);
        await system.People.ActAsync($"{Organ}.officer", $"/api/case-handling/petitions/{filed.Id}/contestation", new { reason = "按三定方案由区城管委负责", proposedOrgan = "120104-cgw" }, Ct);
        await system.People.ActAsync("office-head", $"/api/case-handling/petitions/{filed.Id}/contestation/decision", new { agreed = true, reason = "经核实属于区城管委职责" }, Ct);
        await system.People.ReachedAsync("clerk", "intake", filed.Id, "Returned", Ct);
        await system.People.ForwardAsync(filed.Id, "120104-cgw", Ct);
        await system.People.ReachedAsync("120104-cgw.officer", "case-handling", filed.Id, "Received", Ct);
        Assert.Equal(before, await TermAsync(filed));
        Assert.Equal(404, (await system.People.GetAsync($"{Organ}.officer", $"/api/case-handling/petitions/{filed.Id}", Ct)).Code);
    }

    [Fact, Rule("A-39")]
    public async Task Scenario_5_an_extension_is_the_heads_and_never_more_than_thirty_days_in_sum()
    {
        var filed = await ReceivedAsync(8005, Organ);
        foreach (var (act, body, role) in People.Handling(People.Today).Take(2)) await system.People.ActAsync($"{Organ}.{role}", Case(filed, act), body, Ct);
        Assert.Equal(403, (await ActAsync($"{Organ}.officer", Case(filed, "extensions"), new { days = 10, reason = "需要委托鉴定" })).Code);
        Assert.Equal(409, (await ActAsync($"{Organ}.head", Case(filed, "extensions"), new { days = 31, reason = "需要委托鉴定" })).Code);
        Assert.Equal(422, (await ActAsync($"{Organ}.head", Case(filed, "extensions"), new { days = 10 })).Code);
        var due = await CompletionAsync(filed);
        await system.People.ActAsync($"{Organ}.head", Case(filed, "extensions"), new { days = 20, reason = "需要委托鉴定" }, Ct);
        Assert.Equal(due, await CompletionAsync(filed)); // granted and not served: not effective
        await system.People.ActAsync($"{Organ}.officer", Case(filed, "extensions/service"), new { servedOn = People.Today, method = "HandedOver" }, Ct);
        Assert.True(await CompletionAsync(filed) > due);
        Assert.Equal(409, (await ActAsync($"{Organ}.head", Case(filed, "extensions"), new { days = 11, reason = "还要再鉴定" })).Code);
    }

    [Fact, Rule("A-32")]
    public async Task Scenario_11_an_officer_who_declares_a_relation_no_longer_sees_it()
    {
        var filed = await ReceivedAsync(8011, Organ);
        await system.People.ActAsync($"{Organ}.officer", Case(filed, "claim"), null, Ct);
        await system.People.ActAsync($"{Organ}.officer", Case(filed, "recusal"), new { reason = "与信访人是近亲属" }, Ct);
        Assert.Equal(404, (await system.People.GetAsync($"{Organ}.officer", $"/api/case-handling/petitions/{filed.Id}", Ct)).Code);
        Assert.Equal(404, (await ActAsync($"{Organ}.officer", Case(filed, "claim"), null)).Code);
    }

    [Fact, Rule("A-08")]
    public async Task Scenario_12_the_same_matter_running_at_the_street_is_pointed_to()
    {
        var first = await ReceivedAsync(8012, "120104003");
        var second = await system.People.FileAsync(8012, Ct);
        await system.People.ClassifyAsync(second.Id, Ct);
        var screening = (await system.People.GetAsync("clerk", $"/api/intake/petitions/{second.Id}", Ct)).Json.GetProperty("screening");
        Assert.Equal("Link", screening.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("chosen").GetBoolean()).GetProperty("action").GetString());
        await system.People.ActAsync("clerk", $"/api/intake/petitions/{second.Id}/link", new { number = first.Number, reason = "与兴南街道正在办的那一件是同一件事。" }, Ct);
        var progress = await system.People.ProgressAsync(second, Ct);
        Assert.Equal("Linked", progress.GetProperty("stage").GetString());
        Assert.Contains(first.Number, progress.GetProperty("steps").ToString(), StringComparison.Ordinal);
        var paper = progress.GetProperty("documents").EnumerateArray().Single(document => document.GetProperty("kind").GetString() == "Declination");
        Assert.Equal("不予受理告知书", paper.GetProperty("title").GetString());
    }

    [Fact, Rule("A-27"), Rule("A-28")]
    public async Task Scenario_14_an_urgent_report_is_not_complete_while_one_recipient_is_missing()
    {
        var filed = await system.People.FileAsync(8014, Ct);
        var report = await system.People.ActAsync("clerk", $"/api/intake/petitions/{filed.Id}/escalations", Interfaces.Examples.Report(), Ct);
        var recipients = report.GetProperty("copies").EnumerateArray().Select(copy => copy.GetProperty("recipient").GetString()!).ToList();
        Assert.Equal(["PartyAndGovernment", "CompetentOrgan", "JointConference", "HigherOffice", "NationalOffice"], recipients);
        foreach (var recipient in recipients)
        {
            var signed = await system.People.ActAsync("clerk", $"/api/intake/petitions/{filed.Id}/escalations/1/acknowledgements",
                new { recipient, way = "Phone", receivedAt = TimeProvider.System.GetUtcNow(), receiver = "值班员甲" }, Ct);
            Assert.Equal(recipient == recipients[^1], signed.GetProperty("complete").GetBoolean());
        }
    }

    [Fact]
    public async Task The_first_receiver_stays_through_every_hand_over()
    {
        var registered = await PutAsync(Counter(8020, "Letter"));
        var id = registered.Json.GetProperty("id").GetGuid();
        await system.People.ClassifyAsync(id, Ct);
        await system.People.ForwardAsync(id, Organ, Ct);
        await system.People.ReachedAsync($"{Organ}.officer", "case-handling", id, "Received", Ct);
        Assert.Equal("clerk", (await system.People.GetAsync("office-head", $"/api/intake/petitions/{id}", Ct)).Json.GetProperty("firstReceiver").GetString());
    }

    private static Dictionary<string, object?> Counter(int n, string channel)
    {
        var body = People.Petition(n);
        foreach (var online in new[] { "truthful", "privacyVersion" }) body.Remove(online);
        (body["channel"], body["receivedOn"]) = (channel, People.Today);
        return body;
    }

    private async Task<Filed> ReceivedAsync(int n, string organ)
    {
        var filed = await system.People.FileAsync(n, Ct);
        await system.People.ClassifyAsync(filed.Id, Ct);
        await system.People.ForwardAsync(filed.Id, organ, Ct);
        await system.People.ReachedAsync($"{organ}.officer", "case-handling", filed.Id, "Received", Ct);
        return filed;
    }

    private static string Case(Filed filed, string act) => $"/api/case-handling/petitions/{filed.Id}/{act}";

    private async Task<Answer> PutAsync(object body) => await system.People.SendAsync(await system.People.AsAsync("clerk", HttpMethod.Put, $"/api/intake/petitions/{Guid.CreateVersion7()}", body), Ct);

    private async Task<Answer> ActAsync(string account, string path, object? body) => await system.People.SendAsync(await system.People.AsAsync(account, HttpMethod.Post, path, body), Ct);

    private async Task<(DateOnly, DateOnly)> TermAsync(Filed filed)
    {
        var term = (await system.People.GetAsync("clerk", $"/api/intake/petitions/{filed.Id}", Ct)).Json.GetProperty("terms")[0];
        return (Day(term, "strictDueOn"), Day(term, "dueOn"));
    }

    private async Task<DateOnly> CompletionAsync(Filed filed) => Day((await system.People.GetAsync($"{Organ}.officer", $"/api/case-handling/petitions/{filed.Id}", Ct)).Json
        .GetProperty("terms").EnumerateArray().Single(term => term.GetProperty("code").GetString() == "completion"), "strictDueOn");

    private static DateOnly Day(JsonElement term, string name) => DateOnly.Parse(term.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
