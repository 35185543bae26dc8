using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Xinfang.EndToEnd.Tests.Running;

namespace Xinfang.EndToEnd.Tests;

/// <summary>
/// A clerk's fastest path for a letter, with the keyboard alone: counts every key outside free text (Tab, Enter, Alt S and what is chosen rather than
/// written) and what the machine takes. The figures are in docs/measurements.md.
/// </summary>
[Collection(nameof(WholeSystem))]
public sealed class KeyingALetter(WholeSystem system, ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>More would be a step back.</summary>
    private const int MostKeys = 9, MostKeysForTheNext = 10;

    /// <summary>What is pressed before each field: the identity number is passed over, Alt J leads to what it is about.</summary>
    private static readonly string[][] Before = [[], ["Tab"], ["Tab", "Tab"], ["Alt+j"], ["Tab"], ["Tab"]];

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private int _keys, _signs;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    [Fact]
    public async Task A_letter_takes_nine_keys_besides_what_is_written_and_the_next_of_the_same_post_one_more()
    {
        var page = await (await _browser.NewContextAsync(new() { BaseURL = system.Gateway.ToString(), Locale = "zh-CN" })).NewPageAsync();
        await page.GotoAsync("/desk/register?channel=Letter");
        if (await page.Locator("#u").CountAsync() == 0) await page.ClickAsync("text=去登录");
        await page.FillAsync("#u", "clerk");
        await page.FillAsync("#p", XinfangSystem.DemoPassword);
        await page.ClickAsync("button:has-text('登录')");
        await page.WaitForURLAsync("**/desk/register**");
        await page.FillAsync("#receivedOn", "-2"); // the day on the envelope, set once for the post of a day
        await page.FocusAsync("#name");

        var (first, machine) = await LetterAsync(page, 1);
        Assert.True(first <= MostKeys, $"{first} keys for a letter");
        var received = await page.InnerTextAsync(".slip");

        // 登记下一件 has the focus already.
        await PressAsync(page, "Enter");
        await page.WaitForURLAsync("**/desk/register?**");
        Assert.Equal("name", await page.EvaluateAsync<string>("document.activeElement.id"));
        var (second, _) = await LetterAsync(page, 2);
        Assert.True(second + 1 <= MostKeysForTheNext, $"{second + 1} keys for the next letter");
        Assert.Equal(Day(received), Day(await page.InnerTextAsync(".slip")));

        // 0.28 s a key for a practised typist, a sign of Chinese a second (Card, Moran and Newell 1980; 60 signs a minute is what offices ask for).
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"first letter {first} keys, next {second + 1} keys; {_signs / 2} signs of free text each; the machine took {machine.TotalSeconds:0.00} s; {first * 0.28 + _signs / 2 + machine.TotalSeconds:0} s by the keystroke-level model"));
    }

    private async Task<(int Keys, TimeSpan Machine)> LetterAsync(IPage page, int n)
    {
        var before = _keys;
        string[] fields = [$"键盘{n}试", "13000000017", "示例路1号", "楼下水管返水没有人修", "2月28日晚上，一楼地漏冒污水，物业和产权单位都说不归自己管。", "修好主管道"];
        foreach (var (place, text) in fields.Index())
        {
            foreach (var key in Before[place]) await PressAsync(page, key);
            await page.Keyboard.InsertTextAsync(text);
            _signs += text.Length;
        }
        var watch = Stopwatch.StartNew();
        await PressAsync(page, "Alt+s");
        await page.WaitForURLAsync("**/desk/register/receipt");
        return (_keys - before, watch.Elapsed);
    }

    private async Task PressAsync(IPage page, string key)
    {
        _keys += key.Split('+').Length;
        await page.Keyboard.PressAsync(key);
    }

    // The line of the slip that says when it was received.
    private static string Day(string slip) => slip.Split('\n').First(line => line.Contains("来信", StringComparison.Ordinal));
}
