using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests.Running;

/// <summary>A real browser before the gateway. Each page looked at leaves a picture in artifacts and must be without fault for those who cannot see it or hold a narrow screen.</summary>
internal sealed class Looking : IAsyncDisposable
{
    private readonly XinfangSystem _system;
    private readonly string _pictures;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private int _picture;

    private Looking(XinfangSystem system, string pictures, IPlaywright playwright, IBrowser browser) => (_system, _pictures, _playwright, _browser) = (system, pictures, playwright, browser);

    /// <param name="system">What it looks at.</param>
    /// <param name="name">Folder of the pictures.</param>
    public static async Task<Looking> BeginAsync(XinfangSystem system, string name)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.File, Args = Chromium.Arguments });
        return new(system, Directory.CreateDirectory(Path.Combine(Approved.Repository(), "artifacts", name)).FullName, playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    public async Task<IPage> SignInAsync(string account)
    {
        var page = await BrowseAsync(1280, script: true);
        await page.GotoAsync("/desk");
        if (page.Url.Contains("/sign-in", StringComparison.Ordinal) && await page.Locator("#u").CountAsync() == 0) await page.ClickAsync("text=去登录");
        await LookAsync(page, "sign-in");
        await page.FillAsync("#u", account);
        await page.FillAsync("#p", XinfangSystem.DemoPassword);
        await page.ClickAsync("button:has-text('登录')");
        await page.WaitForURLAsync("**/desk**");
        return page;
    }

    public async Task<IPage> BrowseAsync(int width, bool script)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = _system.Gateway.ToString(), JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = 900 }, Locale = "zh-CN",
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        return page;
    }

    /// <summary>Loads the page again until it shows the text: events need their time.</summary>
    public static Task UntilAsync(IPage page, string path, string what, bool isSelector = false) => Eventually.Holds(async () =>
    {
        await page.GotoAsync(path);
        return isSelector ? await page.Locator(what).CountAsync() > 0 : (await page.InnerTextAsync("main")).Contains(what, StringComparison.Ordinal);
    }, TimeSpan.FromSeconds(45), TestContext.Current.CancellationToken);

    /// <summary>A picture for people, and no fault for those who cannot see it or hold a narrow screen.</summary>
    public async Task LookAsync(IPage page, string name)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(_pictures, $"{++_picture:00}-{name}.png"), FullPage = true });
        if (page.ViewportSize!.Width > 1000)
        {
            var found = await page.RunAxe(); // needs scripts; the citizen's pages are checked in Portal.Tests
            Assert.True(found.Violations.Length == 0, $"{name}: {string.Join("; ", found.Violations.Select(v => $"{v.Id} {v.Nodes.FirstOrDefault()?.Html}"))}");
        }
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= page.ViewportSize.Width, $"{name} is {width} px wide on {page.ViewportSize.Width} px");
    }
}
