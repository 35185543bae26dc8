using System.Net.Http.Json;
using System.Text.Json;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>
/// Two thousand handled petitions: what goes wrong in them more than by chance is named, somebody is assigned, and ninety days later the cases say
/// what came of it. The day of all services is moved; the petitions come over the broker.
/// </summary>
[Collection(nameof(RehearsedSystem))]
public sealed class TheCasesTeach(RehearsedSystem system)
{
    private const string Needs = "/api/training/needs", Recommendations = "/api/outreach/recommendations", Activities = "/api/outreach/activities", Xingnan = "120104003";

    private static readonly string Late = MadeUpCases.Departments[2], Flawed = MadeUpCases.Departments[7], Mentor = $"{MadeUpCases.Departments[4]}.checker";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Rule("S-38"), Rule("S-42"), Rule("S-45"), Rule("A-64")]
    public async Task Only_what_was_planted_is_named_and_what_was_done_about_it_shows_in_the_cases()
    {
        var month = new DateOnly(system.Today.Year, system.Today.Month, 1);
        await new MadeUpCases(system, seed: 11, new()).TellAsync(1_000, month.AddMonths(-3), month, Ct);
        Assert.Empty(await NeedsAsync());
        Assert.Empty(await RecommendationsAsync());

        // The events first, then the day: whoever looks, looks at all of them.
        var then = month.AddMonths(6);
        await new MadeUpCases(system, seed: 5, new(Late, Flawed, Xingnan)).TellAsync(2_000, month, then, Ct);
        await system.ForwardToAsync(then.AddDays(2));
        var needs = await NeedsAsync();
        Assert.Equal([(Flawed, "defect/Opinion"), (Late, "overdue")], needs.Select(need => (need.GetProperty("organ").GetString()!, need.GetProperty("signal").GetString()!)).OrderBy(need => need.Item2));
        var hot = Assert.Single(await RecommendationsAsync());
        Assert.Equal(("Many", Xingnan, MadeUpCases.HotCategory), (hot.GetProperty("signal").GetString(), hot.GetProperty("street").GetString(), hot.GetProperty("category").GetString()));

        foreach (var need in needs) await AssignAsync(need.GetProperty("id").GetGuid());
        var activity = await HoldAsync(hot.GetProperty("id").GetGuid());
        await new MadeUpCases(system, seed: 23, new()).TellAsync(1_200, then.AddMonths(1), then.AddMonths(4), Ct);
        await system.ForwardToAsync(then.AddMonths(4).AddDays(1));

        foreach (var need in needs)
        {
            var effect = (await ReadAsync("trainer", $"{Needs}/{need.GetProperty("id").GetGuid()}")).GetProperty("effect");
            Assert.Equal("Better", effect.GetProperty("verdict").GetString());
            Assert.True(effect.GetProperty("high").GetDouble() < 0); // the whole interval says so
        }
        var fewer = (await ReadAsync("outreach", $"{Activities}/{activity}/effect")).GetProperty("estimate");
        Assert.Equal("Fewer", fewer.GetProperty("finding").GetString());
        Assert.True(fewer.GetProperty("high").GetDouble() < 1);
    }

    private async Task<IReadOnlyList<JsonElement>> NeedsAsync()
    {
        await system.People.ActAsync("trainer", $"{Needs}/search", null, Ct);
        return [.. (await ReadAsync("trainer", $"{Needs}?state=Proposed&limit=100")).GetProperty("items").EnumerateArray()];
    }

    private async Task<IReadOnlyList<JsonElement>> RecommendationsAsync()
    {
        await system.People.ActAsync("outreach", $"{Recommendations}/search", null, Ct);
        return [.. (await ReadAsync("outreach", $"{Recommendations}?status=Open&limit=100")).GetProperty("items").EnumerateArray()];
    }

    /// <summary>A person decides: somebody from a department without such cases goes there and works through some with them.</summary>
    private async Task AssignAsync(Guid need)
    {
        await system.People.ActAsync("trainer", $"{Needs}/{need}/acceptance", new { means = "Coaching", mentor = Mentor, note = "每周一次，一起看在办的件。" }, Ct);
        var entered = await system.People.SendAsync(await system.People.AsAsync(Mentor, HttpMethod.Put, $"{Needs}/{need}/coaching/{Guid.CreateVersion7()}", new { on = system.Today, hours = 2, cases = 6, text = "一起看了六件。" }), Ct);
        Assert.True(entered.IsDone, entered.ToString());
    }

    /// <summary>The recommendation becomes an activity, which is settled and held on the same day.</summary>
    private async Task<Guid> HoldAsync(Guid recommendation)
    {
        var activity = Guid.CreateVersion7();
        await system.People.ActAsync("outreach", $"{Recommendations}/{recommendation}/adoption", new { activityId = activity }, Ct);
        using var draft = await system.Http.SendAsync(await system.People.AsAsync("outreach", HttpMethod.Get, $"{Activities}/{activity}"), Ct);
        var forms = (await draft.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("forms").EnumerateArray().Select(form => form.GetString()).ToList();
        var settled = await system.People.AsAsync("outreach", HttpMethod.Post, $"{Activities}/{activity}/amendment", new
        {
            title = "物业的事怎么办", street = Xingnan, community = "五马路社区", place = "党群服务中心", on = system.Today, forms, audiences = new[] { "Residents" }, topic = MadeUpCases.HotCategory,
        });
        settled.Headers.IfMatch.Add(draft.Headers.ETag!);
        var answer = await system.People.SendAsync(settled, Ct);
        Assert.True(answer.IsDone, answer.ToString());
        await system.People.ActAsync("outreach", $"{Activities}/{activity}/holding", new { heldOn = system.Today, attendance = 80, summary = "讲了物业管理条例。" }, Ct);
        return activity;
    }

    private async Task<JsonElement> ReadAsync(string account, string path)
    {
        var answer = await system.People.GetAsync(account, path, Ct);
        return answer.IsDone ? answer.Json : throw new InvalidOperationException($"{path}: {answer}");
    }
}
