using Microsoft.Extensions.DependencyInjection;
using Xinfang.Documents.Checks;
using Xinfang.Outreach.Api.Library;
using Xinfang.Testing;
using static Xinfang.Outreach.Api.Library.Written;

namespace Xinfang.Outreach.Tests.Library;

/// <summary>What everybody reads without an account (art. 18: 公布法律法规和办理程序).</summary>
public class ReadingTexts(OutreachApp app)
{
    [Fact]
    public async Task A_text_is_shown_within_its_dates_only()
    {
        var id = await Texts.DraftAsync(app);
        await Texts.ReleaseAsync(app, id, new { validFrom = "2026-06-01", validUntil = "2026-06-30" });
        foreach (var (day, shown) in new[] { (Wire.On(2026, 5, 31), 404), (Wire.On(2026, 6, 1), 200), (Wire.On(2026, 6, 30, 23), 200), (Wire.On(2026, 7, 1, 1), 404) })
        {
            using var everybody = app.Public(day);
            await (await everybody.Get($"/texts/{id}")).Json(shown);
        }
    }

    [Fact]
    public async Task A_released_text_that_is_changed_stays_public_as_it_was_until_the_new_version_is_released()
    {
        var id = await Texts.ReleasedAsync(app);
        using var writer = app.As("outreach", Texts.Today);
        using var everybody = app.Public(Texts.Today);
        await ReviewingTexts.Edit(writer, id, Texts.Form(Texts.Content("期限改了，看新的")));
        Assert.Equal("多久有答复，心里有数", (await (await everybody.Get($"/texts/{id}")).Json()).Text("title"));

        await Texts.ReleaseAsync(app, id);

        var text = await (await everybody.Get($"/texts/{id}")).Json();
        Assert.Equal(("期限改了，看新的", "2"), (text.Text("title"), text.Text("version")));
        Assert.Equal("多久有答复，心里有数", (await (await writer.Get($"/library/{id}/versions/1")).Json()).GetProperty("content").Text("title"));
    }

    [Fact]
    public async Task A_text_taken_down_is_gone_at_once_and_says_why_on_the_desk()
    {
        var id = await Texts.ReleasedAsync(app);
        using var head = app.As("office-head", Texts.Today);
        using var everybody = app.Public(Texts.Today);
        await (await head.Post($"/library/{id}/withdrawal", new { reason = "短" })).Problem(422, "library.reason-needed");
        var view = await (await head.Post($"/library/{id}/withdrawal", new { reason = "条文已经修订" })).Json();
        Assert.Equal("已撤下", view.Text("stateName"));
        Assert.Equal("条文已经修订", view.GetProperty("versions")[0].Text("withdrawnBecause"));
        await (await everybody.Get($"/texts/{id}")).Problem(404, "library.not-found");
        await (await head.Post($"/library/{id}/withdrawal", new { reason = "条文已经修订" })).Problem(409, "library.not-public");
    }

    [Fact]
    public async Task The_list_is_paged_and_filtered_by_topic()
    {
        var ids = new HashSet<Guid>();
        for (var i = 0; i < 3; i++) ids.Add(await Texts.ReleasedAsync(app, topic: "Mediation"));
        await Texts.ReleasedAsync(app, topic: "Help");
        using var everybody = app.Public(Texts.Today);
        var seen = new List<Guid>();
        for (string? after = ""; after is not null;)
        {
            var page = await (await everybody.Get($"/texts?topic=Mediation&limit=2{(after.Length > 0 ? $"&after={after}" : "")}")).Json();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(JsonSteps.Id));
            after = page.GetProperty("next").GetString();
        }
        Assert.Equal(ids, seen.ToHashSet());
        Assert.Equal(3, seen.Count);
    }

    [Fact, Rule("S-27")]
    public async Task The_offices_first_texts_come_released_name_nobody_and_come_once()
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await LibrarySeed.RunAsync(scope.ServiceProvider, TestContext.Current.CancellationToken);
            await LibrarySeed.RunAsync(scope.ServiceProvider, TestContext.Current.CancellationToken);
        }
        using var everybody = app.Public(Texts.Today);
        var text = await (await everybody.Get("/texts/how-long")).Json();
        Assert.Contains("60日", text.GetProperty("sections")[2].Text("text"), StringComparison.Ordinal);
        var seeded = await app.Db(db => Task.FromResult(db.Set<MaterialVersion>().Where(version => version.ReleasedBy == LibrarySeed.Office).ToList()));
        Assert.Equal(8, seeded.Count);
        Assert.All(seeded, version => Assert.Empty(Anonymity.Find([.. version.Content.Texts()])));
        Assert.All(seeded, version => Assert.Null(new MaterialRequest("Terms", "Everyone", version.Content).Refused()));
    }
}
