using System.Text.Json;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>
/// From the opinion through review and recheck to the end, through the gateway: every body acts under its own account, the petitioner's page tells each
/// step, and the same matter brought again is not accepted (scenario 9).
/// </summary>
[Collection(nameof(WholeSystem))]
public sealed class ReviewChain(WholeSystem system)
{
    private const string Recheck = "120000";
    private static readonly object Uphold = new { outcome = "Uphold", facts = "处理意见认定的事实清楚。", reason = "适用依据正确。", basis = "《物业管理条例》第五十五条" };

    [Fact]
    [Rule("A-42"), Rule("A-44"), Rule("A-46")]
    public async Task Ends_with_the_recheck_and_the_same_matter_is_not_accepted_again()
    {
        var ct = TestContext.Current.CancellationToken;
        var (people, filed) = (system.People, await HandledAsync(7100, ct));
        Assert.Equal("/progress/review", Act(await people.ProgressAsync(filed, ct), "RequestReview").GetProperty("href").GetString());

        await DecideAsync(await AskAsync(filed, ct), People.ReviewBody, ct);
        await UntilAsync(filed, "Reviewed", ct);
        Assert.Contains("申请复核", Act(await people.ProgressAsync(filed, ct), "RequestRecheck").GetProperty("label").GetString(), StringComparison.Ordinal);
        await DecideAsync(await AskAsync(filed, ct), Recheck, ct);
        await UntilAsync(filed, "Ended", ct);
        var story = await people.ProgressAsync(filed, ct);
        Assert.Contains("信访到此终结", story.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        foreach (var key in (string[])["review-requested", "review-accepted", "review-decided", "review-served", "recheck-requested", "recheck-served"])
            Assert.Contains(story.GetProperty("steps").EnumerateArray(), step => step.GetProperty("key").GetString() == key);
        var paper = story.GetProperty("documents").EnumerateArray().Single(document => document.GetProperty("kind").GetString() == "RecheckOpinion").GetProperty("id").GetGuid();
        var read = await people.SendAsync(People.WithTicket(HttpMethod.Get, $"/api/case-handling/petitions/{filed.Id}/documents/{paper}", await people.TicketAsync(filed, ct)), ct);
        Assert.Contains("不再受理", read.Json.GetProperty("remedy").GetString(), StringComparison.Ordinal);

        var again = People.WithTicket(HttpMethod.Post, $"/api/case-handling/petitions/{filed.Id}/reviews", await people.TicketAsync(filed, ct));
        again.Content = System.Net.Http.Json.JsonContent.Create(new { claims = "再看一次", reasons = "还是同一份意见，换一种说法。" });
        Assert.Equal((409, "review.final"), await CodeAsync(again, ct));

        var later = await FiledAsync(7101, ct);
        var body = new { earlierNumber = filed.Number, samePetitioner = true, sameFacts = true, sameReasons = true, note = "请求、事实、理由与前件逐项相同。" };
        await people.ActAsync($"{People.Holder}.head", $"/api/case-handling/petitions/{later.Id}/bar", body, ct);
        await UntilAsync(later, "Barred", ct);

        var other = await FiledAsync(7102, ct);
        await people.ActAsync($"{People.Holder}.officer", $"/api/case-handling/petitions/{other.Id}/earlier", new { body.earlierNumber, body.samePetitioner, sameFacts = false, body.sameReasons, note = "又发生了一次，前件没有这个事实。" }, ct);
        await people.ActAsync($"{People.Holder}.officer", $"/api/case-handling/petitions/{other.Id}/acceptance", null, ct);

        foreach (var id in new[] { filed.Id, later.Id, other.Id })
            Assert.True((await people.GetAsync("office-head", $"/api/case-handling/petitions/{id}/record/verification", ct)).Json.GetProperty("intact").GetBoolean());
    }

    private async Task<Filed> FiledAsync(int n, CancellationToken ct)
    {
        var filed = await system.People.FileAsync(n, ct);
        await system.People.ClassifyAsync(filed.Id, ct);
        await system.People.ForwardAsync(filed.Id, People.Holder, ct);
        await system.People.ReachedAsync($"{People.Holder}.officer", "case-handling", filed.Id, "Received", ct);
        return filed;
    }

    private async Task<Filed> HandledAsync(int n, CancellationToken ct)
    {
        var filed = await FiledAsync(n, ct);
        await system.People.HandleAsync(filed.Id, People.Holder, ct);
        await UntilAsync(filed, "Completed", ct);
        return filed;
    }

    private async Task<Guid> AskAsync(Filed filed, CancellationToken ct) => await system.People.RequestReviewAsync(filed.Id, await system.People.TicketAsync(filed, ct), ct);

    private async Task DecideAsync(Guid review, string body, CancellationToken ct)
    {
        foreach (var (act, role, content) in new (string, string, object?)[]
        {
            ("claim", "officer", null), ("acceptance", "officer", null), ("proposal", "officer", Uphold), ("decision", "head", null),
            ("service", "officer", new { method = "HandedOver", servedOn = People.Today, receiver = "本人" }),
        })
            await system.People.ActAsync($"{body}.{role}", $"/api/case-handling/reviews/{review}/{act}", content, ct);
    }

    private Task UntilAsync(Filed filed, string stage, CancellationToken ct) =>
        Eventually.Holds(async () => (await system.People.ProgressAsync(filed, ct)).GetProperty("stage").GetString() == stage, TimeSpan.FromSeconds(30), ct);

    private static JsonElement Act(JsonElement progress, string act) => progress.GetProperty("acts").EnumerateArray().Single(each => each.GetProperty("act").GetString() == act);

    private async Task<(int, string)> CodeAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var answer = await system.People.SendAsync(request, ct);
        return (answer.Code, answer.Problem);
    }
}
