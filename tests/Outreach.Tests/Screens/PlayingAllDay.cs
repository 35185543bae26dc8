using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using Xinfang.Outreach.Api;
using Xinfang.Outreach.Tests.Library;
using Xinfang.Testing;

namespace Xinfang.Outreach.Tests.Screens;

/// <summary>A display in a real browser through a simulated day: windows, an emergency, two hours without network, a restart in the dark.</summary>
public class PlayingAllDay(OutreachApp app)
{
    private static readonly DateTimeOffset Midnight = Wire.On(2026, 5, 6, 0);

    [Fact, Rule("S-60")]
    public async Task Plays_twenty_four_hours_and_proves_every_minute_of_them()
    {
        var ct = TestContext.Current.CancellationToken;
        var (first, second, third) = (await Texts.ReleasedAsync(app), await Texts.ReleasedAsync(app, Texts.Content("六条路，走对才快")), await Texts.ReleasedAsync(app, Texts.Content("不服怎么办，复查复核")));
        var (id, key) = await Displays.MakeAsync(app, "接待大厅大屏", first, second);
        using (var desk = app.As("outreach", Midnight))
            await (await desk.Put($"/screens/{id}/items/{Guid.CreateVersion7()}", new { materialId = third, seconds = 30, place = 1, dailyFrom = "09:00:00", dailyUntil = "11:30:00" })).Json();

        await using var served = app.Replica();
        served.UseKestrel();
        served.StartServer();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.File, Args = Chromium.Arguments });
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1920, Height = 1080 }, TimezoneId = "America/New_York" });
        var page = await context.NewPageAsync();
        await page.Clock.InstallAsync(new() { TimeDate = Midnight.AddMinutes(-10).UtcDateTime }); // runs until it is paused
        await page.Clock.PauseAtAsync(Midnight.UtcDateTime);
        var display = new Display(context, page, Midnight);
        await display.SayTimeAsync();
        await page.GotoAsync(new Uri(served.ClientOptions.BaseAddress, $"screen/{key}").ToString());
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; await new Promise(done => navigator.serviceWorker.controller ? done() : navigator.serviceWorker.addEventListener('controllerchange', done)); }");

        await OutreachApp.Soon(async () => await page.GetAttributeAsync("html", "data-kept") == "yes");
        await OutreachApp.Soon(async () => await page.GetAttributeAsync("html", "data-looks") is not null); // the first list is there before the day begins

        await display.RunAsync(hours: 10); // 00:00 to 10:00, the window from 09:00
        Assert.Equal("不服怎么办", await page.EvaluateAsync<string>("document.querySelector('h1').firstChild.textContent"));
        if (Environment.GetEnvironmentVariable("XINFANG_SHOTS") is { } shots) await page.ScreenshotAsync(new() { Path = Path.Combine(shots, "screen.png") });

        using (var head = app.As("office-head", display.Now))
            await (await head.Post("/screens/emergencies", new { title = "暂停接待", words = "大厅停电检修，请到二楼接待室，今天的事一样登记。", minutes = 45, screenId = id })).Json();
        await display.RunAsync(minutes: 30);
        Assert.Equal("暂停接待", await page.EvaluateAsync<string>("document.querySelector('h1').textContent"));
        if (Environment.GetEnvironmentVariable("XINFANG_SHOTS") is { } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "screen-urgent.png") });
        await display.RunAsync(minutes: 210); // to 14:00

        await context.SetOfflineAsync(true);
        await display.RunAsync(hours: 1, online: false);
        await page.ReloadAsync(); // the display is switched off and on while the network is down
        await display.RunAsync(hours: 1, online: false);
        await OutreachApp.Soon(async () => await page.TextContentAsync(".state") == "网络断开，照常播放");
        await context.SetOfflineAsync(false);
        await display.RunAsync(hours: 8);
        await OutreachApp.Soon(async () => await page.GetAttributeAsync("html", "data-waiting") == "0");

        var plays = await PlaysAsync(id, ct);
        Assert.Equal(Enumerable.Range(1, plays.Count), plays.Select(play => play.Seq));
        Assert.All(plays, play => Assert.Equal(0, play.Lost));
        Assert.All(plays.Zip(plays.Skip(1)), pair => Assert.InRange((pair.Second.Start - pair.First.End).TotalSeconds, -0.001, 31)); // a look before the power went is 30 s old at most
        Assert.InRange((plays[0].Start - Midnight).TotalSeconds, 0, 31);
        Assert.InRange((Midnight.AddHours(24) - plays[^1].End).TotalSeconds, 0, 61); // what stands is reported when it ends
        Assert.InRange(plays.Sum(play => (play.End - play.Start).TotalSeconds), 86_400 - 150, 86_400);
        Assert.Single(plays.Where(play => play.Kind == "Default").Zip(plays.Where(play => play.Kind == "Default").Skip(1)), pair => pair.First.Item == pair.Second.Item); // in turn, but for the one the restart cut
        Assert.All(plays.Where(play => play.Kind == "Window"), play => Assert.InRange(play.Start.TimeOfDay.TotalHours, 9, 11.5));
        var emergency = plays.Where(play => play.Kind == "Emergency").ToList();
        // The browser's clock runs on while a look is on its way: two steps at most until the display knows of it.
        Assert.InRange(emergency.Sum(play => (play.End - play.Start).TotalMinutes), 45 - (2 * Display.Step), 45.1);
        Assert.All(emergency, play => Assert.InRange(play.Start.TimeOfDay.TotalHours, 10, 10.76));
        Assert.InRange(plays.Count(play => play.Start >= Midnight.AddHours(14) && play.Start < Midnight.AddHours(16)), 119, 122);
    }

    private sealed record Shown(int Seq, string Item, string Kind, DateTimeOffset Start, DateTimeOffset End, int Lost);

    private async Task<List<Shown>> PlaysAsync(Guid screen, CancellationToken ct)
    {
        List<Shown> plays = [];
        using var desk = app.As("outreach", Midnight.AddHours(23));
        foreach (var day in (string[])["2026-05-06", "2026-05-07"])
        {
            for (string? after = ""; after is not null;)
            {
                var page = await (await desk.GetAsync(new Uri($"/screens/{screen}/plays?day={day}&limit=100{(after.Length > 0 ? $"&after={after}" : "")}", UriKind.Relative), ct)).Json();
                plays.AddRange(page.GetProperty("items").EnumerateArray().Select(Read));
                after = page.GetProperty("next").GetString();
            }
        }
        return plays;
    }

    private static Shown Read(JsonElement play)
    {
        var start = play.GetProperty("startedAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8));
        return new(play.GetProperty("seq").GetInt32(), play.Text("itemId"), play.Text("kind"), start, start.AddMilliseconds(play.GetProperty("milliseconds").GetInt32()), play.GetProperty("lost").GetInt32());
    }

    /// <summary>Moves the browser's clock and the service's in steps, and waits after each until the display has looked at its list.</summary>
    private sealed class Display(IBrowserContext context, IPage page, DateTimeOffset from)
    {
        /// <summary>Minutes.</summary>
        public const int Step = 4;

        public DateTimeOffset Now { get; private set; } = from;

        public Task SayTimeAsync() => context.SetExtraHTTPHeadersAsync([new("X-Test-Time", Now.ToString("O", CultureInfo.InvariantCulture))]);

        public async Task RunAsync(int hours = 0, int minutes = 0, bool online = true)
        {
            for (var left = (hours * 60) + minutes; left > 0; left -= Step)
            {
                var (looks, minutesNow) = (await LooksAsync(), Math.Min(Step, left));
                Now = Now.AddMinutes(minutesNow);
                await SayTimeAsync();
                await page.Clock.RunForAsync(minutesNow * 60_000);
                if (online) await OutreachApp.Soon(async () => await LooksAsync() > looks);
            }
        }

        private Task<int> LooksAsync() => page.EvaluateAsync<int>("Number(document.documentElement.dataset.looks ?? 0)");
    }
}
