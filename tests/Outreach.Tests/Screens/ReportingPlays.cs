using Xinfang.Outreach.Tests.Library;

namespace Xinfang.Outreach.Tests.Screens;

/// <summary>播出证明: what a display reports is taken once, in order, whatever the network does.</summary>
public class ReportingPlays(OutreachApp app)
{
    private static readonly DateTimeOffset Day = Texts.Today;

    [Fact]
    public async Task A_report_that_comes_twice_or_in_parts_again_is_counted_once()
    {
        var (screen, key) = await Displays.MakeAsync(app, "候访大厅一号屏");
        var player = new string('a', 32);
        Assert.Equal(4, await ReportAsync(key, player, 1, 3));
        Assert.Equal(4, await ReportAsync(key, player, 1, 3));
        Assert.Equal(6, await ReportAsync(key, player, 2, 4));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReportAsync(key, player, 6, 10)));
        Assert.All(answers, next => Assert.Equal(16, next));

        using var desk = app.As("outreach", Day);
        var plays = await (await desk.Get($"/screens/{screen}/plays?day=2026-05-06&limit=100")).Json();
        Assert.Equal(Enumerable.Range(1, 15), plays.GetProperty("items").EnumerateArray().Select(play => play.GetProperty("seq").GetInt32()));
        Assert.Equal(15, plays.GetProperty("sums")[0].GetProperty("plays").GetInt32());
    }

    [Fact]
    public async Task What_is_lost_is_said()
    {
        var (screen, key) = await Displays.MakeAsync(app, "候访大厅二号屏");
        Assert.Equal(8, await ReportAsync(key, new string('b', 32), 5, 3));
        using var desk = app.As("outreach", Day);
        Assert.Equal(4, (await (await desk.Get($"/screens/{screen}")).Json()).GetProperty("players")[0].GetProperty("lost").GetInt32());
    }

    [Fact]
    public async Task Who_has_not_the_key_reports_nothing_and_bad_reports_are_refused()
    {
        using var everybody = app.Public(Day);
        await (await everybody.Post($"/screen/{new string('0', 32)}/plays", Report(new string('a', 32), 1, 1))).Problem(404, "screen.not-found");
        var (_, key) = await Displays.MakeAsync(app, "候访大厅三号屏");
        await (await everybody.Post($"/screen/{key}/plays", Report("short", 1, 1))).Json(400);
        await (await everybody.Post($"/screen/{key}/plays", Report(new string('a', 32), 1, 501))).Json(400);
        await (await everybody.Post($"/screen/{key}/plays", new { player = new string('a', 32), plays = new object?[] { null } })).Json(400);
        using var officer = app.As("120104-zjw.officer", Day);
        await (await officer.Get("/screens")).Problem(403, "duty.missing");
    }

    [Fact]
    public async Task A_text_taken_down_leaves_every_list()
    {
        var id = await Texts.ReleasedAsync(app);
        var (_, key) = await Displays.MakeAsync(app, "候访大厅四号屏", id);
        using var everybody = app.Public(Day);
        Assert.Equal(1, (await (await everybody.Get($"/screen/{key}/playlist")).Json()).GetProperty("items").GetArrayLength());
        using var head = app.As("office-head", Day);
        await (await head.Post($"/library/{id}/withdrawal", new { reason = "条文已经修订" })).Json();
        Assert.Equal(0, (await (await everybody.Get($"/screen/{key}/playlist")).Json()).GetProperty("items").GetArrayLength());
    }

    private static object Report(string player, int first, int count) => new
    {
        player,
        plays = Enumerable.Range(first, count).Select(seq => new { seq, item = Guid.Empty, version = 1, kind = "Default", startedAt = Day.AddSeconds(15 * seq), milliseconds = 15000 }).ToArray(),
    };

    private async Task<long> ReportAsync(string key, string player, int first, int count)
    {
        using var everybody = app.Public(Day.AddHours(1));
        return (await (await everybody.Post($"/screen/{key}/plays", Report(player, first, count))).Json()).GetProperty("next").GetInt64();
    }
}

/// <summary>Displays of the tests.</summary>
internal static class Displays
{
    /// <summary>A display that shows a text by default; its id and key.</summary>
    public static async Task<(Guid Id, string Key)> MakeAsync(OutreachApp app, string name, params Guid[] texts)
    {
        var id = Guid.CreateVersion7();
        using var desk = app.As("outreach", Texts.Today);
        var screen = await (await desk.Put($"/screens/{id}", new { name, place = "信访办一楼" })).Json();
        foreach (var (i, text) in texts.Index()) await (await desk.Put($"/screens/{id}/items/{Guid.CreateVersion7()}", new { materialId = text, seconds = 60, place = i + 1 })).Json();
        return (id, screen.Text("address")[^32..]);
    }
}
