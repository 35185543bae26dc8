using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.CaseHandling.Api.Reviews;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Testing;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

/// <summary>From the served opinion through review and recheck to the end and what comes after it, as HTTP.</summary>
[Collection(OverTheWire.Name)]
public class ReviewingAnOpinion(CaseHandlingApp app)
{
    private const string Officer = "120104.officer", Head = "120104.head", Recheck = "120000.officer", RecheckHead = "120000.head", Handler = "120104-zjw.officer";
    private static readonly object Words = new { claims = "请撤销处理意见", reasons = "管道是产权单位的，处理意见认定错了事实。" };

    [Fact]
    [Rule("A-42"), Rule("A-43"), Rule("A-44"), Rule("A-45"), Rule("A-46")]
    public async Task The_whole_chain_ends_with_the_recheck()
    {
        var number = "120104-20260302-7001";
        var id = await Served(number);
        app.Today(2026, 5, 20);
        var right = (await Citizen(id)).GetProperty("right");
        Assert.Equal(("Review", true, "120104", "2026-05-29"), (Text(right, "level"), right.GetProperty("open").GetBoolean(), Text(right.GetProperty("body"), "code"), Text(right.GetProperty("term"), "dueOn")));

        var review = await Ask(id);
        var told = await app.Published<ReviewRequested>(id);
        Assert.Equal((review, "120104", "120104-zjw", true, new(2026, 6, 22)), (told.ReviewId, told.ReviewBody, told.Organ, told.InTime, told.DueOn));
        Assert.Equal(review, await Ask(id, HttpStatusCode.OK)); // sent twice, one request
        await CaseHandlingApp.Refused(await app.Citizen(id).PostAsJsonAsync($"/petitions/{id}/reviews", new { claims = "另一份", reasons = "还是同一份意见，换一种说法。" }),
            409, "review.already-requested", "《信访工作条例》第三十五条");

        await Do(review, "claim", null, Officer);
        app.Today(2026, 5, 22);
        Assert.Equal("2026-06-22", Text(await Do(review, "acceptance", null, Officer), "dueOn"));
        Assert.True((await app.Published<ReviewRequestAnswered>(id)).Accepted);
        await Do(review, "proposal", Uphold, Officer);
        app.Today(2026, 6, 10);
        var decided = await Do(review, "decision", null, Head);
        Assert.StartsWith("津南开政信查〔2026〕", Text(decided.GetProperty("document"), "number"), StringComparison.Ordinal);
        Assert.Equal(("Uphold", true), ((await app.Published<ReviewDecided>(id)).Outcome, (await app.Published<ReviewDecided>(id)).InTime));
        app.Today(2026, 6, 12);
        Assert.Equal(("120000", "2026-07-13"), Two(await Do(review, "service", Receipt("2026-06-12"), Officer), "recheckBody", "recheckDueOn"));
        Assert.Equal(new(2026, 7, 13), (await app.Published<ReviewOpinionServed>(id)).RecheckDueOn);

        var paper = await app.Get($"/petitions/{id}/documents/{decided.GetProperty("document").GetProperty("id").GetGuid()}", Officer);
        Assert.Contains("向天津市人民政府请求复核", Text(paper, "remedy"), StringComparison.Ordinal);

        app.Today(2026, 7, 6);
        var recheck = await Ask(id);
        Assert.Equal("120000", (await app.Published<RecheckRequested>(id)).ReviewBody);
        await Do(recheck, "acceptance", null, Recheck);
        app.Today(2026, 7, 24);
        var heard = await Do(recheck, "hearings", new { noticedOn = "2026-07-10", from = "2026-07-20", to = "2026-07-23", place = "市政府会议室", chair = "120000.checker", members = "双方", summary = "双方陈述。" }, Recheck);
        Assert.Equal(("2026-08-09", "2026-08-10"), Two(heard, "strictDueOn", "dueOn")); // 30 + 4 days
        Assert.Equal(4, (await app.Published<ReviewHearingHeld>(id)).ExcludedDays);
        await Do(recheck, "proposal", Uphold, Recheck);
        await Do(recheck, "decision", null, RecheckHead);
        Assert.Equal(4, (await app.Published<RecheckDecided>(id)).ExcludedDays);
        app.Today(2026, 7, 28);
        Assert.True((await Do(recheck, "service", Receipt("2026-07-28"), Recheck)).GetProperty("final").GetBoolean());

        var after = (await Citizen(id)).GetProperty("right");
        Assert.Equal((false, "《信访工作条例》第三十六条第三款"), (after.GetProperty("open").GetBoolean(), Text(after, "basis")));
        await CaseHandlingApp.Refused(await app.Citizen(id).PostAsJsonAsync($"/petitions/{id}/reviews", Words), 409, "review.final", "《信访工作条例》第三十六条第三款");

        var detail = await app.Get($"/reviews/{recheck}", Recheck);
        Assert.True(detail.GetProperty("chain").GetProperty("intact").GetBoolean(), detail.GetProperty("chain").ToString());
        var papers = detail.GetProperty("documents").EnumerateArray().ToLookup(document => Text(document, "kind"), document => Text(document, "number"));
        Assert.Equal(["津南开政信申〔2026〕1号", "津政信申〔2026〕1号"], papers["ReviewRequest"].Select(number => number?.Split('〕')[0] + "〕1号").Order(StringComparer.Ordinal)); // D-22
        Assert.Single(papers["HearingRecord"]); // D-13
        Assert.Equal(["Opinion", "ReviewOpinion", "RecheckOpinion"], detail.GetProperty("opinions").EnumerateArray().Select(opinion => Text(opinion, "kind")));
        Assert.True((await app.Get($"/petitions/{id}/record/verification")).GetProperty("intact").GetBoolean());
        await Care(id);
        await BarredAndLinked(number);
    }

    [Fact]
    [Rule("A-32")]
    public async Task Only_the_body_acts_and_whoever_handled_it_before_does_not_see_it()
    {
        var id = await Served("120104-20260302-7002");
        app.Today(2026, 5, 20);
        var review = await Ask(id);
        await CaseHandlingApp.Refused(await Act(review, "claim", null, "120000.officer"), 404, "petition.not-found");
        await CaseHandlingApp.Refused(await Act(review, "claim", null, "120104-cgw.officer"), 404, "petition.not-found");
        await CaseHandlingApp.Refused(await Act(review, "claim", null, Handler), 403, "review.duty-missing", "《信访工作条例》第二十八条第三款");
        await CaseHandlingApp.Refused(await Act(review, "claim", null, "office-head"), 403, "review.duty-missing");
        await CaseHandlingApp.Refused(await Act(review, "decision", null, Officer), 403, "review.duty-missing", "《信访工作条例》第三十五条");
        Assert.Equal(HttpStatusCode.OK, (await app.As(Handler).GetAsync($"/reviews/{review}")).StatusCode); // the respondent reads
        Assert.Equal(HttpStatusCode.NotFound, (await app.As("120104-cgw.officer").GetAsync($"/reviews/{review}")).StatusCode);
        Assert.Contains(review, await Listed("Against", Handler));
        Assert.Contains(review, await Listed("ToAccept", Officer));
        Assert.DoesNotContain(review, await Listed("All", "120104-cgw.officer"));
        Assert.DoesNotContain(review, await Listed("All", Recheck));

        await Do(review, "recusal", new { reason = "与被申请单位经办人是亲属。" }, Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(Officer).GetAsync($"/reviews/{review}")).StatusCode);
        Assert.DoesNotContain(review, await Listed("All", Officer));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Anonymous().PostAsJsonAsync($"/petitions/{id}/reviews", Words)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Citizen(Guid.CreateVersion7()).GetAsync($"/petitions/{id}/reviews")).StatusCode);
    }

    [Fact]
    [Rule("P-05")]
    public async Task Paper_is_registered_with_its_postmark_by_the_right_body()
    {
        var id = await Served("120104-20260302-7003");
        app.Today(2026, 6, 3);
        var review = Guid.CreateVersion7();
        object Paper(string postmark) => new { petitionNumber = "120104-20260302-7003", level = "Review", way = "Letter", receivedOn = "2026-06-02", postmarkedOn = postmark, claims = "请撤销", reasons = "事实认定错误，证据没有看。" };
        await CaseHandlingApp.Refused(await app.As(Recheck).PutAsJsonAsync($"/reviews/{review}", Paper("2026-05-29")), 404, "review.not-this-body");
        var registered = await app.As(Officer).PutAsJsonAsync($"/reviews/{review}", Paper("2026-05-29"));
        Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
        var answer = await registered.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((true, "2026-05-29", "2026-07-02"), (answer.GetProperty("inTime").GetBoolean(), Text(answer, "requestedOn"), Text(answer, "dueOn")));
        Assert.Equal(HttpStatusCode.OK, (await app.As(Officer).PutAsJsonAsync($"/reviews/{review}", Paper("2026-05-29"))).StatusCode); // sent twice
        Assert.Equal(review, (await app.Published<ReviewRequested>(id)).ReviewId);
    }

    [Fact]
    public async Task A_late_one_is_decided_by_the_body_and_a_rejected_one_says_what_to_do_instead()
    {
        var id = await Served("120104-20260302-7004");
        app.Today(2026, 6, 3);
        await CaseHandlingApp.Refused(await app.Citizen(id).PostAsJsonAsync($"/petitions/{id}/reviews", Words), 409, "review.late", "《信访工作条例》第三十五条");
        var late = await app.Citizen(id).PostAsJsonAsync($"/petitions/{id}/reviews", new { claims = "请撤销", reasons = "事实认定错误，证据没有看。", lateReason = "住院" });
        var review = (await late.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await CaseHandlingApp.Refused(await Act(review, "acceptance", null, Officer), 422, "review.late-without-ground");
        await Do(review, "rejection", new { ground = "Late", instead = "可以由街道组织调解。", reason = "没有证明材料。" }, Officer);
        var told = await app.Published<ReviewRequestAnswered>(id);
        Assert.Equal((false, "Late"), (told.Accepted, told.Ground));
        var paper = await app.Citizen(id).GetFromJsonAsync<JsonElement>($"/petitions/{id}/documents/{told.DocumentId}");
        Assert.Contains("可以由街道组织调解", paper.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_opinion_is_made_anew_and_may_not_be_repeated()
    {
        var id = await Served("120104-20260302-7005");
        app.Today(2026, 5, 20);
        var review = await Ask(id);
        await Do(review, "acceptance", null, Officer);
        await Do(review, "proposal", new { outcome = "RevokeAndRedo", facts = "没有检测报告。", reason = "事实不清。", basis = "《信访工作条例》第三十二条", redoWithinDays = 30, demand = "委托检测后重新认定。" }, Officer);
        app.Today(2026, 6, 8);
        Assert.Equal("2026-07-08", Text(await Do(review, "decision", null, Head), "redoDueOn"));

        var detail = await app.Detail(id);
        Assert.Equal("Accepted", Text(detail, "status"));
        Assert.Equal("2026-07-08", Text(TheStory.Term(detail, "redo"), "dueOn"));
        app.Today(2026, 6, 18);
        await CaseHandlingApp.Refused(await app.Act(id, "opinion/draft", CaseHandlingApp.Opinion()), 409, "redo.repeats");
        await app.Done(id, "news", new { whatIsNew = "检测机构6月12日出具了新的报告。" });
        await app.Decide(id, new
        {
            facts = "检测报告：支管断裂。",
            claims = new[] { new { number = 1, outcome = "Supported", reason = "支管由产权单位维修。", basis = "《物业管理条例》" }, new { number = 2, outcome = "Explained", reason = "可以起诉。", basis = "《民法典》" } },
        });
        await app.Done(id, "service", new { method = "HandedOver", servedOn = "2026-06-18", receiver = "信访人本人" });
        Assert.Equal(("Review", true), ((await Citizen(id)).GetProperty("right").GetProperty("level").GetString(), (await Citizen(id)).GetProperty("right").GetProperty("open").GetBoolean()));
        Assert.True((await app.Get($"/petitions/{id}/record/verification")).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task A_changed_row_is_found_by_the_record_and_dates_are_told_once()
    {
        var id = await Served("120104-20260302-7006");
        app.Today(2026, 5, 20);
        var review = await Ask(id);
        app.Today(2026, 6, 25);
        var watch = app.Services.GetRequiredService<ReviewWatch>();
        await watch.ScanAsync(TestContext.Current.CancellationToken);
        await watch.ScanAsync(TestContext.Current.CancellationToken);
        Assert.Equal("review", (await app.Published<TermOverdue>(id)).Term);
        Assert.True((await app.Get($"/reviews/{review}", Officer)).GetProperty("chain").GetProperty("intact").GetBoolean());
        Assert.Single(app.Heard<TermOverdue>(id), told => told.Organ == "120104");

        await app.Sql($"update review set in_time = false where id = {review}");
        Assert.False((await app.Get($"/petitions/{id}/record/verification")).GetProperty("intact").GetBoolean());
    }

    private async Task Care(Guid id)
    {
        Assert.Equal("2026-07-28", Text(await app.Get($"/petitions/{id}/care"), "endedOn"));
        await app.Done(id, "care/contact", new { person = "示例联系人", phone = "022-0000 0009" });
        await app.Done(id, "care/measures", new { kind = "Visit", on = "2026-07-28", note = "上门走访，情绪平稳。" });
        Assert.Equal("走访", Text((await app.Get($"/petitions/{id}/care")).GetProperty("measures")[0], "kindText"));
        await CaseHandlingApp.Refused(await app.Act(id, "care/contact", new { person = "别人", phone = "022-0000 0009" }, "office-head"), 403, "care.duty-missing");
    }

    private async Task BarredAndLinked(string number)
    {
        app.Today(2026, 8, 3);
        var again = await app.Received(CaseHandlingApp.Forwarding() with { Number = "120104-20260801-7001" });
        object Same(string earlier, bool facts) => new { earlierNumber = earlier, samePetitioner = true, sameFacts = facts, sameReasons = true, note = "请求、事实、理由与前件逐项比较过。" };
        await CaseHandlingApp.Refused(await app.Act(again, "bar", Same("120104-20260302-9999", true), "120104-zjw.head"), 409, "bar.no-recheck", "《信访工作条例》第三十六条第三款");
        await CaseHandlingApp.Refused(await app.Act(again, "bar", Same(number, false), "120104-zjw.head"), 409, "bar.not-the-same");
        var barred = await app.Done(again, "bar", Same(number, true), "120104-zjw.head");
        Assert.Equal("Barred", Text(barred, "status"));
        var told = await app.Published<PetitionBarred>(again);
        Assert.StartsWith("津南开住建信不再〔2026〕", told.DocumentNumber, StringComparison.Ordinal);
        var paper = await app.Get($"/petitions/{again}/documents/{told.DocumentId}");
        Assert.Contains("津政信核〔2026〕", paper.ToString(), StringComparison.Ordinal);
        Assert.Contains("示例联系人", paper.ToString(), StringComparison.Ordinal);

        var other = await app.Received(CaseHandlingApp.Forwarding() with { Number = "120104-20260801-7002" });
        await app.Done(other, "earlier", Same(number, false));
        await app.Done(other, "acceptance");
    }

    private static object Uphold => new { outcome = "Uphold", facts = "处理意见认定的事实清楚。", reason = "适用依据正确。", basis = "《物业管理条例》第五十五条" };

    private static object Receipt(string on) => new { method = "HandedOver", servedOn = on, receiver = "信访人本人" };

    private async Task<Guid> Served(string number)
    {
        var id = await app.Decided(CaseHandlingApp.Forwarding() with { Number = number });
        app.Today(2026, 4, 29);
        await app.Done(id, "service", Receipt("2026-04-29"));
        app.Today(2026, 5, 7);
        await app.Done(id, "completion", CaseHandlingApp.Completion());
        return id;
    }

    private async Task<Guid> Ask(Guid petition, HttpStatusCode expected = HttpStatusCode.Created)
    {
        var answer = await app.Citizen(petition).PostAsJsonAsync($"/petitions/{petition}/reviews", Words);
        Assert.True(answer.StatusCode == expected, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private Task<JsonElement> Citizen(Guid petition) => app.Citizen(petition).GetFromJsonAsync<JsonElement>($"/petitions/{petition}/reviews");

    private Task<HttpResponseMessage> Act(Guid review, string route, object? body, string account) => app.As(account).PostAsJsonAsync($"/reviews/{review}/{route}", body ?? new { });

    private async Task<JsonElement> Do(Guid review, string route, object? body, string account)
    {
        var answer = await Act(review, route, body, account);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{route}: {(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<List<Guid>> Listed(string box, string account) =>
        [.. (await app.Get($"/reviews?box={box}&limit=100", account)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static (string?, string?) Two(JsonElement of, string one, string two) => (Text(of, one), Text(of, two));
}
