using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.CaseHandling.Api.Supervising;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.OverTheWire.CaseHandlingApp;
using TermWarned = Xinfang.Contracts.CaseHandling.V1.TermWarned;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

[Collection(OverTheWire.Name)]
public class SupervisingOverTheWire(CaseHandlingApp app)
{
    private const string Other = "120104-rsj";

    [Fact, Rule("A-51")]
    public async Task The_ladder_tells_each_step_once_and_the_breach_proposes_supervision_once()
    {
        var id = await app.Accepted();
        foreach (var (month, day, step) in new[] { (4, 9, 0), (4, 10, 50), (4, 11, 50), (5, 2, 85), (5, 11, 99), (5, 12, 100), (5, 20, 100) })
        {
            app.Today(2026, month, day);
            await Task.WhenAll(Watch().ScanAsync(default), Watch().ScanAsync(default)); // two replicas
            var warnings = (await app.Get($"/supervision/petitions/{id}", "supervisor")).GetProperty("warnings").EnumerateArray().ToList();
            if (step > 0) Assert.Equal(step, await InList(id));
            Assert.Equal(step, warnings.Select(each => each.GetProperty("percent").GetInt32()).DefaultIfEmpty(0).Max());
        }
        await app.Published<TermWarned>(id);
        await Eventually.Holds(() => Task.FromResult(app.Heard<TermWarned>(id).Count() == 4));
        Assert.Equal([50, 85, 99, 100], app.Heard<TermWarned>(id).Select(told => told.Percent).Order());

        var supervision = Assert.Single((await app.Get($"/supervision/petitions/{id}", "supervisor")).GetProperty("supervisions").EnumerateArray().ToList());
        Assert.Equal(("CompletionOverdue", "Proposed"), (supervision.GetProperty("cause").GetString(), supervision.GetProperty("status").GetString()));
        Assert.Contains("2026年5月11日", supervision.GetProperty("trigger").GetString()!, StringComparison.Ordinal);
        Assert.True((await app.Get($"/petitions/{id}/record/verification", "auditor")).GetProperty("intact").GetBoolean());
    }

    [Fact, Rule("A-51"), Rule("A-58")]
    public async Task A_late_acceptance_is_supervised_from_letter_to_closure()
    {
        var id = await LatePetition();
        var supervision = await Of(id);
        var root = $"/supervision/supervisions/{supervision}";
        await Refused(await app.As(Zjw + ".officer").GetAsync(root), 404, "petition.not-found"); // not yet the organ's to know
        await Refused(await app.As("supervisor").GetAsync(root + "/letter.pdf"), 404, "petition.not-found"); // not yet a letter
        await Refused(await Post(root + "/letter", new { days = 10, demands = new[] { "补正告知" } }, "office-head"), 403, "duty.missing", "《信访工作条例》第四十条第一款");
        await Refused(await Post(root + "/letter", new { days = 10 }, "supervisor"), 422, "supervision.without-demands");

        var opened = await Done(root + "/letter", new { days = 10, demands = new[] { "说明超期的原因" }, remark = "请单位负责人过问。" }, "supervisor");
        Assert.StartsWith("津南开信督〔2026〕", opened.GetProperty("letterNumber").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-04-09", opened.GetProperty("term").GetProperty("dueOn").GetString());
        Assert.Equal((Zjw, "NoticeOverdue", 0), await Told());
        foreach (var (format, begin) in new[] { ("docx", "PK"), ("pdf", "%PDF") })
        {
            foreach (var reader in new[] { Zjw + ".officer", "supervisor" })
                Assert.StartsWith(begin, System.Text.Encoding.Latin1.GetString(await app.As(reader).GetByteArrayAsync($"{root}/letter.{format}")), StringComparison.Ordinal);
            await Refused(await app.As(Other + ".officer").GetAsync($"{root}/letter.{format}"), 404, "petition.not-found");
        }
        await Refused(await app.As(Other + ".officer").GetAsync(root), 404, "petition.not-found");
        await Refused(await Post(root + "/answer", new { text = "x" }, Other + ".head"), 404, "petition.not-found");
        await Refused(await Post(root + "/closure", new { result = "x" }, "supervisor"), 409, "supervision.wrong-state");

        await Done(root + "/answer", new { text = "经办人轮换，没有及时登记。" }, Zjw + ".head");
        await Done(root + "/pressing", new { days = 3, reason = "没有写改正的办法。" }, "supervisor");
        await Done(root + "/answer", new { text = "已建立台账，专人负责。" }, Zjw + ".officer");
        var closed = await Done(root + "/closure", new { result = "已经改正。" }, "supervisor");
        Assert.Equal("Closed", closed.GetProperty("status").GetString());
        await app.Published<SupervisionClosed>(id);
        await Eventually.Holds(() => Task.FromResult(app.Heard<SupervisionOpened>(id).Count() == 2));

        var detail = await app.Detail(id);
        Assert.Contains(detail.GetProperty("record").EnumerateArray(), entry => entry.GetProperty("act").GetString() == "SupervisionOpen" && entry.GetProperty("label").GetString() == "发出督办函");
        Assert.True(detail.GetProperty("chain").GetProperty("intact").GetBoolean());

        var violation = Assert.Single((await app.Get($"/supervision/violations?organ={Zjw}&limit=100", "office-head")).GetProperty("items").EnumerateArray(), each => each.GetProperty("petitionId").GetGuid() == id);
        Assert.Equal("V44-3", violation.GetProperty("code").GetString());
        var path = $"/supervision/violations/{violation.GetProperty("id").GetGuid()}/correction";
        await Refused(await Post(path, new { text = "已改正。" }, Zjw + ".head"), 403, "duty.missing");
        Assert.Equal("Corrected", (await Done(path, new { text = "责令改正，已补正。" }, "office-head")).GetProperty("status").GetString());

        async Task<(string, string, int)> Told()
        {
            var told = await app.Published<SupervisionOpened>(id);
            return (told.Organ, told.Cause, told.Pressings);
        }
    }

    [Fact]
    public async Task A_supervisor_supervises_on_what_was_found_once_per_cause()
    {
        var id = await app.Accepted();
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var body = new { petitionId = id, cause = "Falsified" };
        await Refused(await Put(first, body, Zjw + ".head"), 403, "duty.missing");
        await Refused(await Put(Guid.Empty, body, "supervisor"), 400, "request.id");
        Assert.Equal(200, (int)(await Put(first, body, "supervisor")).StatusCode);
        Assert.Equal(200, (int)(await Put(first, body, "supervisor")).StatusCode); // the same again
        await Refused(await Put(second, body, "supervisor"), 409, "supervision.already");
        await Refused(await Put(second, new { petitionId = Guid.CreateVersion7(), cause = "Falsified" }, "supervisor"), 404, "petition.not-found");
        Assert.Equal("Dismissed", (await Done($"/supervision/supervisions/{first}/dismissal", new { reason = "查无实据。" }, "supervisor")).GetProperty("status").GetString());
    }

    [Fact, Rule("A-51")]
    public async Task A_dissatisfied_rating_is_proposed_for_supervision()
    {
        var id = await app.Accepted();
        await app.PublishAsync(new PetitionRated { PetitionId = id, Organ = Zjw, OfficeScore = "Satisfied", OrganScore = "Dissatisfied", RatedAt = new(2026, 3, 12, 1, 0, 0, TimeSpan.Zero) });
        await Eventually.Holds(() => app.Db(db => db.Set<Supervision>().AnyAsync(each => each.PetitionId == new PetitionId(id) && each.Cause == SupervisionCause.Dissatisfied)));
    }

    [Fact, Rule("A-34")]
    public async Task An_accusation_has_no_supervision_for_anybody()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received(Forwarding("120104-jwjw", isSealed: true));
        foreach (var account in new[] { "supervisor", "office-head", "auditor", Zjw + ".head" })
            await Refused(await app.As(account).GetAsync($"/supervision/petitions/{id}"), 404, "petition.not-found");
        await Refused(await Put(Guid.CreateVersion7(), new { petitionId = id, cause = "Shirking" }, "supervisor"), 404, "petition.not-found");

        var open = await LatePetition();
        await app.Sql($"update petition set category = 'Accusation' where id = {open}"); // sealed afterwards
        foreach (var path in new[] { "/supervision/supervisions?limit=100", "/supervision/violations?limit=100" })
            Assert.DoesNotContain((await app.Get(path, "supervisor")).GetProperty("items").EnumerateArray(), each => each.GetProperty("petitionId").GetGuid() == open);
        await app.Sql($"update petition set category = 'Redress' where id = {open}");
    }

    [Fact]
    public async Task What_people_wrote_lies_encrypted()
    {
        var id = await LatePetition();
        await Done($"/supervision/supervisions/{await Of(id)}/letter", new { days = 10, demands = new[] { "写明某某某的情况" } }, "supervisor");
        await using var connection = new Npgsql.NpgsqlConnection(app.Database);
        await connection.OpenAsync();
        foreach (var table in new[] { "supervision", "violation", "ladder", "record", "outbox" })
        {
            await using var command = new Npgsql.NpgsqlCommand($"select count(*) from {table} t where t::text like $1", connection) { Parameters = { new() { Value = "%某某某%" } } };
            Assert.Equal(0L, await command.ExecuteScalarAsync());
        }
    }

    /// <summary>The step as the inbox of the organ shows it.</summary>
    private async Task<int> InList(Guid petition)
    {
        string? after = null;
        do
        {
            var page = await app.Get($"/petitions?box=Handling&limit=100{(after is null ? "" : $"&after={after}")}");
            if (page.GetProperty("items").EnumerateArray().FirstOrDefault(item => item.GetProperty("id").GetGuid() == petition) is { ValueKind: JsonValueKind.Object } row)
                return row.GetProperty("next").GetProperty("warning").GetInt32();
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        return -1;
    }

    private LadderWatch Watch() => app.Services.GetRequiredService<LadderWatch>();

    private async Task<Guid> LatePetition()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        app.Today(2026, 3, 30);
        await app.Done(id, "claim");
        await app.Done(id, "acceptance");
        return id;
    }

    private async Task<Guid> Of(Guid petition) =>
        (await app.Get($"/supervision/petitions/{petition}", "supervisor")).GetProperty("supervisions")[0].GetProperty("id").GetGuid();

    private Task<HttpResponseMessage> Post(string path, object body, string account) => app.As(account).PostAsJsonAsync(path, body);

    private Task<HttpResponseMessage> Put(Guid id, object body, string account) => app.As(account).PutAsJsonAsync($"/supervision/supervisions/{id}", body);

    private async Task<JsonElement> Done(string path, object body, string account)
    {
        var response = await Post(path, body, account);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
