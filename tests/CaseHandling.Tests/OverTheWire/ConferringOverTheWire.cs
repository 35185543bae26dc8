using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.CaseHandling.Api.Supervising.Proposals;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.OverTheWire.CaseHandlingApp;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

[Collection(OverTheWire.Name)]
public class ConferringOverTheWire(CaseHandlingApp app)
{
    private const string Other = "120104-rsj";

    [Fact, Rule("A-52"), Rule("A-53")]
    public async Task A_proposal_is_signed_by_the_head_and_answered_in_writing()
    {
        var id = await app.Accepted();
        var proposal = Guid.CreateVersion7();
        var path = $"/supervision/proposals/{proposal}";
        var body = new { petitionId = id, kind = "Improvement", addressee = Zjw, problem = "告知常常超期。", advice = "设专人登记。" };
        await Refused(await Put(path, body, "office-head"), 403, "duty.missing");
        await Done(HttpMethod.Put, path, body, "supervisor");
        await Refused(await app.As(Zjw + ".head").GetAsync(path), 404, "petition.not-found"); // a draft is the office's
        await Refused(await Post(path + "/signature", new { }, "supervisor"), 403, "duty.missing", "《信访工作条例》第四十条");
        var issued = await Done(HttpMethod.Post, path + "/signature", new { }, "office-head");
        Assert.StartsWith("津南开信建〔2026〕", issued.GetProperty("documentNumber").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-04-10", issued.GetProperty("term").GetProperty("dueOn").GetString()); // 11 March + 30
        Assert.Equal(Zjw, (await app.Published<ProposalIssued>(id)).Organ);
        await Refused(await app.As(Other + ".head").GetAsync(path), 404, "petition.not-found");
        foreach (var (format, begin) in new[] { ("docx", "PK"), ("pdf", "%PDF") })
        {
            Assert.StartsWith(begin, System.Text.Encoding.Latin1.GetString(await app.As(Zjw + ".head").GetByteArrayAsync($"{path}/letter.{format}")), StringComparison.Ordinal);
            await Refused(await app.As(Other + ".head").GetAsync($"{path}/letter.{format}"), 404, "petition.not-found");
        }

        app.Today(2026, 4, 11);
        var watch = app.Services.GetRequiredService<ProposalWatch>();
        await watch.ScanAsync(default);
        await watch.ScanAsync(default);
        Assert.Single((await app.Get("/supervision/violations?limit=100", "supervisor")).GetProperty("items").EnumerateArray(),
            each => each.GetProperty("petitionId").GetGuid() == id && each.GetProperty("code").GetString() == "V45-3");

        var answered = await Done(HttpMethod.Post, path + "/feedback", new { adoption = "PartlyAdopted", text = "已设专人，系统改造列入明年计划。" }, Zjw + ".head");
        Assert.Equal(("Answered", "部分采纳"), (answered.GetProperty("status").GetString(), answered.GetProperty("adoptionText").GetString()));
        var told = await app.Published<ProposalAnswered>(id);
        Assert.Equal(("PartlyAdopted", false), (told.Adoption, told.InTime));
        Assert.True((await app.Detail(id)).GetProperty("chain").GetProperty("intact").GetBoolean());
    }

    [Fact, Rule("A-65"), Rule("A-50"), Rule("A-25")]
    public async Task What_a_meeting_decides_is_done_and_confirmed_and_a_measure_is_lifted()
    {
        var id = await app.Accepted();
        var (meeting, dispute) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var path = $"/supervision/meetings/{meeting}";
        await Done(HttpMethod.Put, path, new
        {
            on = "2026-03-16", place = "三楼会议室", chair = "区长", organs = new[] { Zjw },
            agenda = new object[] { new { text = "管道返水", petitionId = id }, new { text = "受理争议", disputeId = dispute } },
        }, "office-head");
        await Refused(await app.As(Other + ".head").GetAsync(path), 404, "petition.not-found");
        Assert.Equal("管道返水", (await app.Get(path, Zjw + ".head")).GetProperty("agenda")[0].GetProperty("text").GetString());
        await Refused(await Post(path + "/minutes", new { minutes = "纪要。" }, "office-head"), 409, "meeting.not-yet", "《信访工作条例》第十三条");

        app.Today(2026, 3, 16);
        var held = await Done(HttpMethod.Post, path + "/minutes", new
        {
            minutes = "会议研究了两个议题。",
            decisions = new[] { new { point = 1, text = "查清产权", organ = Zjw, dueOn = "2026-03-26" }, new { point = 2, text = "由区人社局受理", organ = Other, dueOn = "2026-03-20" } },
        }, "office-head");
        var tasks = held.GetProperty("tasks").EnumerateArray().ToList();
        Assert.Equal([Other, Zjw], tasks.Select(task => task.GetProperty("organ").GetString())); // the one that is due first
        Assert.Equal(dispute, tasks[0].GetProperty("disputeId").GetGuid());
        var mine = $"/supervision/tasks/{tasks[1].GetProperty("id").GetGuid()}";
        await Refused(await app.As(Other + ".officer").GetAsync(mine), 404, "petition.not-found");
        await Done(HttpMethod.Post, mine + "/report", new { text = "产权已查清。" }, Zjw + ".officer");
        await Done(HttpMethod.Post, mine + "/return", new { reason = "没有附证明。", dueOn = "2026-03-30" }, "supervisor");
        await Done(HttpMethod.Post, mine + "/report", new { text = "证明已附。" }, Zjw + ".officer");
        Assert.Equal("Done", (await Done(HttpMethod.Post, mine + "/confirmation", new { text = "属实。" }, "supervisor")).GetProperty("status").GetString());

        var measure = $"/supervision/measures/{Guid.CreateVersion7()}";
        var imposed = new { kind = "List", organ = Zjw, reason = "多次超期。", demand = "一个月内改正。", dueOn = "2026-04-16", meetingId = meeting };
        await Refused(await Put(measure, imposed, "supervisor"), 403, "duty.missing", "《信访工作条例》第三十九条第三款");
        Assert.Equal("挂牌督办", (await Done(HttpMethod.Put, measure, imposed, "office-head")).GetProperty("kindText").GetString());
        await Refused(await app.As(Other + ".head").GetAsync(measure), 404, "petition.not-found");
        await Done(HttpMethod.Post, measure + "/report", new { text = "已经整改。" }, Zjw + ".head");
        Assert.Equal("Lifted", (await Done(HttpMethod.Post, measure + "/lifting", new { reason = "整改到位。" }, "office-head")).GetProperty("status").GetString());
    }

    [Fact, Rule("A-03")]
    public async Task A_leader_has_a_petition_in_charge_until_it_is_closed()
    {
        var id = await app.Accepted();
        var path = $"/supervision/packages/{Guid.CreateVersion7()}";
        var body = new { petitionId = id, leader = "leader", reason = "多次上访。", dueOn = "2026-04-10" };
        await Refused(await app.As("leader").GetAsync($"/petitions/{id}"), 404, "petition.not-found");
        await Done(HttpMethod.Put, path, body, "office-head");
        var read = await app.Detail(id, "leader");
        Assert.DoesNotContain(read.GetProperty("acts").EnumerateArray(), act => act.GetProperty("open").GetBoolean());
        await app.Get($"/petitions/{id}/documents/{read.GetProperty("documents")[0].GetProperty("id").GetGuid()}", "leader");
        await Refused(await app.As("leader").PostAsync($"/petitions/{id}/claim", null), 403, "duty.missing");
        await Refused(await Put($"/supervision/packages/{Guid.CreateVersion7()}", body, "office-head"), 409, "package.already", "《信访工作条例》第十八条");
        await Refused(await app.As(Zjw + ".head").GetAsync(path), 404, "petition.not-found");

        await Done(HttpMethod.Post, path + "/plan", new { plan = "召集两个单位会商。" }, "leader");
        await Refused(await Post(path + "/result", new { result = "已经化解。" }, "leader"), 409, "package.without-visit");
        await Done(HttpMethod.Post, path + "/visits", new { on = "2026-03-11", way = "GoingDown", text = "到现场查看。" }, "leader");
        await Done(HttpMethod.Post, path + "/result", new { result = "管道已修好。" }, "leader");
        await Refused(await Post(path + "/closure", new { text = "同意。" }, "leader"), 403, "duty.missing");
        Assert.Equal("Closed", (await Done(HttpMethod.Post, path + "/closure", new { text = "同意销案。" }, "office-head")).GetProperty("status").GetString());
        var detail = await app.Detail(id);
        Assert.Contains(detail.GetProperty("record").EnumerateArray(), entry => entry.GetProperty("label").GetString() == "销案");
        Assert.True(detail.GetProperty("chain").GetProperty("intact").GetBoolean());
        await Done(HttpMethod.Put, $"/supervision/packages/{Guid.CreateVersion7()}", body, "office-head"); // again, after it was closed
    }

    [Fact, Rule("A-02"), Rule("A-03"), Rule("A-04")]
    public async Task A_reception_day_is_announced_to_everybody_booked_by_ticket_and_followed_up()
    {
        var id = await app.Accepted();
        var path = $"/supervision/reception-days/{Guid.CreateVersion7()}";
        await Done(HttpMethod.Put, path, new
        {
            kind = "Joint", on = "2026-03-20", from = "09:00:00", until = "11:30:00", leader = "leader", rank = "DistrictHead", post = "区长", place = "一楼接待大厅",
            places = 2, topic = "供暖", organs = new[] { Zjw, Other },
        }, "supervisor");
        Assert.DoesNotContain(await Notice(), each => each.GetProperty("on").GetString() == "2026-03-20");
        await Refused(await Post(path + "/publication", new { }, "supervisor"), 403, "duty.missing");
        await Done(HttpMethod.Post, path + "/publication", new { }, "office-head");
        var notice = Assert.Single(await Notice(), each => path.EndsWith(each.GetProperty("id").GetGuid().ToString(), StringComparison.Ordinal));
        Assert.Equal(("区长", 2), (notice.GetProperty("post").GetString(), notice.GetProperty("left").GetInt32()));
        Assert.False(notice.TryGetProperty("leader", out _));

        await Refused(await app.Anonymous().PostAsJsonAsync(path + "/appointments", new { }), 401, "sign-in.required");
        await Refused(await Post(path + "/appointments", new { petitionId = id }, Zjw + ".head"), 403, "duty.missing");
        var booked = await app.Citizen(id).PostAsJsonAsync(path + "/appointments", new { });
        Assert.Equal(1, JsonSerializer.Deserialize<JsonElement>(await booked.Content.ReadAsStringAsync()).GetProperty("slot").GetInt32());
        await Refused(await app.Citizen(id).PostAsJsonAsync(path + "/appointments", new { }), 409, "reception.already-booked");
        await Refused(await Post(path + "/appointments", new { number = "120104-19990101-0001" }, "supervisor"), 400, "request.invalid");

        app.Today(2026, 3, 20);
        var held = await Done(HttpMethod.Post, path + "/minutes", new
        {
            entries = new[] { new { text = "反映供暖不热。", petitionId = id, followUp = "入户测温", organ = Zjw, dueOn = "2026-03-27" } },
        }, "leader");
        Assert.Equal(("Held", 1), (held.GetProperty("status").GetString(), held.GetProperty("received").GetInt32()));
        Assert.Contains((await app.Get("/supervision/tasks?status=Open&limit=100", Zjw + ".officer")).GetProperty("items").EnumerateArray(), task => task.GetProperty("text").GetString() == "入户测温");

        var kept = Assert.Single((await app.Get("/supervision/reception-days/frequency?year=2026", "supervisor")).EnumerateArray(), each => each.GetProperty("rank").GetString() == "DistrictHead");
        Assert.Equal((3, 1), (kept.GetProperty("due").GetInt32(), kept.GetProperty("kept").GetInt32())); // January and February had none
        Assert.Equal(["2026-01-01", "2026-02-01"], kept.GetProperty("missing").EnumerateArray().Select(month => month.GetString()));
    }

    private async Task<List<JsonElement>> Notice() =>
        [.. JsonSerializer.Deserialize<JsonElement>(await app.Anonymous().GetStringAsync("/supervision/reception-days/notice")).EnumerateArray()];

    private Task<HttpResponseMessage> Post(string path, object body, string account) => app.As(account).PostAsJsonAsync(path, body);

    private Task<HttpResponseMessage> Put(string path, object body, string account) => app.As(account).PutAsJsonAsync(path, body);

    private async Task<JsonElement> Done(HttpMethod method, string path, object body, string account)
    {
        var response = method == HttpMethod.Put ? await Put(path, body, account) : await Post(path, body, account);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
