using System.Text.Json;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.OverTheWire.CaseHandlingApp;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

/// <summary>The petition every screen and document of the project tells of, with its dates.</summary>
[Collection(OverTheWire.Name)]
public class TheStory(CaseHandlingApp app)
{
    [Fact, Rule("A-38")]
    public async Task Has_the_dates_everybody_was_promised()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        var received = await app.Published<PetitionReceived>(id);
        Assert.Equal((new(2026, 3, 20), new(2026, 3, 12)), (received.NoticeDueOn!.Value, received.ContestDueOn!.Value));
        Assert.Equal(["notice", "contest"], Codes(await app.Detail(id)));

        app.Today(2026, 3, 11);
        await app.Done(id, "claim");
        Assert.Equal(CaseHandlingApp.Zjw, (await app.Published<PetitionClaimed>(id)).Organ);
        var acceptance = await app.Done(id, "acceptance", new { contactPhone = "022-0000 0009" });
        Assert.Equal("2026-05-11", acceptance.GetProperty("dueOn").GetString());
        var accepted = await app.Published<PetitionAccepted>(id);
        Assert.Equal((new(2026, 5, 10), new(2026, 5, 11)), (accepted.StrictDueOn, accepted.DueOn));

        app.Today(2026, 4, 17);
        var completion = Term(await app.Detail(id), "completion");
        Assert.Equal("还剩24天", completion.GetProperty("remainingText").GetString());
        Assert.Equal("按期，用6天", Term(await app.Detail(id), "notice").GetProperty("remainingText").GetString());
        Assert.Contains(completion.GetProperty("derivation").EnumerateArray(), line => line.GetProperty("label").GetString() == "遇周日");

        await app.Done(id, "statement", new { heardOn = "2026-03-24", way = "Visit", summary = "当面听取，笔录经本人确认。" });
        Assert.Equal(new(2026, 3, 24), (await app.Published<StatementHeard>(id)).HeardOn);
        app.Today(2026, 4, 27);
        await app.Decide(id);
        var decided = await app.Published<PetitionDecided>(id);
        Assert.Equal((1, 1, 0, true), (decided.Supported, decided.Explained, decided.NotSupported, decided.InTime));

        app.Today(2026, 4, 29);
        await app.Done(id, "service", new { method = "HandedOver", servedOn = "2026-04-29", receiver = "信访人本人" });
        var served = await app.Published<OpinionServed>(id);
        Assert.Equal((new(2026, 5, 29), "120104"), (served.ReviewDueOn!.Value, served.ReviewBody));
        Assert.Equal("2026-05-29", Term(await app.Detail(id), "review-request").GetProperty("dueOn").GetString());

        app.Today(2026, 5, 7);
        await app.Done(id, "completion", CaseHandlingApp.Completion());
        Assert.True((await app.Published<PetitionCompleted>(id)).InTime);

        var detail = await app.Detail(id);
        Assert.Equal("Completed", detail.GetProperty("status").GetString());
        Assert.Equal(["Receive", "Claim", "Accept", "HearStatement", "DraftOpinion", "CheckOpinion", "SignOpinion", "Serve", "Complete"],
            detail.GetProperty("record").EnumerateArray().Select(entry => entry.GetProperty("act").GetString()));
        Assert.True(detail.GetProperty("chain").GetProperty("intact").GetBoolean());
        Assert.Equal(["Acceptance", "Opinion", "ServiceReceipt"], detail.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("kind").GetString()));
    }

    [Fact, Rule("A-39")]
    public async Task An_extension_moves_the_date_when_it_is_served()
    {
        var id = await app.Accepted();
        app.Today(2026, 5, 8);
        var granted = await app.Done(id, "extensions", new { days = 20, reason = "检测报告五月中旬出具。" }, "120104-zjw.head");
        Assert.Equal("2026-06-01", granted.GetProperty("dueOn").GetString());
        Assert.Equal("2026-05-11", Term(await app.Detail(id), "completion").GetProperty("dueOn").GetString());
        Assert.Empty(app.Heard<PetitionExtended>(id));

        await app.Done(id, "extensions/service", new { servedOn = "2026-05-08", method = "HandedOver" });
        var extended = await app.Published<PetitionExtended>(id);
        Assert.Equal((20, new(2026, 5, 30), new(2026, 6, 1)), (extended.Days, extended.StrictDueOn, extended.DueOn));
        Assert.Equal("2026-06-01", Term(await app.Detail(id), "completion").GetProperty("dueOn").GetString());
    }

    [Fact, Rule("A-33")]
    public async Task A_suggestion_is_answered_in_the_districts_own_term()
    {
        var id = await app.Accepted(CaseHandlingApp.Forwarding(claims: 1, category: "Suggestion"));
        var reply = Term(await app.Detail(id), "suggestion-reply");
        Assert.Contains("本区设定", reply.GetProperty("basis").GetString(), StringComparison.Ordinal);

        app.Today(2026, 4, 27);
        object answer = new { adoption = "PartlyAdopted", reply = "路灯列入今年计划。", reward = true, reason = "其余待论证。", measure = "装路灯十盏。", measureDueOn = "2026-06-30" };
        await Refused(await app.Act(id, "answer", answer), 409, "answer.without-study", "《信访工作条例》第二十九条");
        await Refused(await app.Act(id, "study", new { on = "2026-04-20", participants = new string?[] { null }, conclusion = "可行。" }), 422, "study.without-participants");
        await app.Done(id, "study", new { on = "2026-04-20", participants = new[] { "设施科", "街道办" }, conclusion = "合理，可行。" });
        Assert.Equal(new DateOnly(2026, 4, 20), (await app.Published<SuggestionStudied>(id)).StudiedOn);
        var answered = await app.Done(id, "answer", answer);
        Assert.Equal(new DateOnly(2026, 6, 30), (await app.Published<PetitionDecided>(id)).MeasureDueOn);
        Assert.Equal("建议答复书", answered.GetProperty("document").GetProperty("title").GetString());
        Assert.Equal(("PartlyAdopted", 0), ((await app.Published<PetitionDecided>(id)).Adoption, (await app.Published<PetitionDecided>(id)).Supported));
        app.Today(2026, 4, 28);
        await app.Done(id, "service", new { method = "Post", servedOn = "2026-04-28", receiver = "信访人本人" });
        var served = await app.Published<OpinionServed>(id);
        Assert.Equal((null, null), (served.ReviewBody, served.ReviewDueOn));

        await app.Done(id, "answer/measure", new { doneOn = "2026-04-28", result = "路灯已装好。" });
        Assert.True((await app.Published<AdoptionCarriedOut>(id)).InTime);
        await Refused(await app.Act(id, "answer/reward", new { on = "2026-04-28", note = "证书。" }, Zjw + ".head"), 422, "reward.without-kind");
        await app.Done(id, "answer/reward", new { kind = "Honour", on = "2026-04-28", note = "荣誉证书一本。" }, Zjw + ".head");
        Assert.Equal("Honour", (await app.Published<SuggestionRewarded>(id)).Kind);
        var detail = await app.Detail(id);
        Assert.Equal(("路灯已装好。", 1, 1), (detail.GetProperty("answer").GetProperty("measureResult").GetString(), detail.GetProperty("studies").GetArrayLength(), detail.GetProperty("rewards").GetArrayLength()));
    }

    internal static JsonElement Term(JsonElement detail, string code) =>
        detail.GetProperty("terms").EnumerateArray().Single(term => term.GetProperty("code").GetString() == code);

    private static IEnumerable<string?> Codes(JsonElement detail) =>
        detail.GetProperty("terms").EnumerateArray().Select(term => term.GetProperty("code").GetString());
}
