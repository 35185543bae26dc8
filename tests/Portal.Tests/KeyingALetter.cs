using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Xinfang.Portal.Tests;

/// <summary>
/// A clerk's fastest path for a letter, with the keyboard alone: counts every key that is not free text (Tab, Enter, access keys) and the seconds of the
/// machine. The figures are in docs/measurements.md.
/// </summary>
[Collection(InABrowser.Name)]
public sealed class KeyingALetter(PortalHost host, ITestOutputHelper output)
{
    private static readonly (string[] Before, string Text)[] Fields =
    [
        ([], "键盘试"), (["Tab"], "13000000017"), (["Tab", "Tab"], "示例路1号"), // past the identity number, which is asked for only without a telephone
        (["Alt+j"], "楼下水管返水没有人修"), (["Tab"], "2月28日晚上，一楼地漏冒污水，物业和产权单位都说不归自己管。"), (["Tab"], "修好主管道"),
    ];

    private int _keys;

    [Fact]
    public async Task A_letter_takes_nine_keys_besides_what_is_written_and_the_next_of_the_same_post_one_more()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync("/desk/register?channel=Letter&receivedOn=2026-04-15");

        var watch = Stopwatch.StartNew();
        await LetterAsync(page);
        watch.Stop();
        Assert.Equal(9, _keys);
        var asked = host.Gateway.Asked.Last(asked => asked.Method == "PUT" && asked.Path.StartsWith("/api/intake/petitions/", StringComparison.Ordinal));
        Assert.Contains("\"receivedOn\":\"2026-04-15\"", asked.Body, StringComparison.Ordinal);
        Assert.All(Fields, field => Assert.Contains(field.Text, asked.Body, StringComparison.Ordinal));

        await FocusedAsync(page, "a"); // 登记下一件 has the focus, and keeps channel and day
        await PressAsync(page, "Enter");
        await page.WaitForURLAsync("**/desk/register?channel=Letter&receivedOn=*");
        await LetterAsync(page);
        Assert.Equal(9 + 10, _keys);

        // A practised typist takes 0.28 s a key (Card, Moran and Newell 1980); a sign of Chinese a second is what offices ask for.
        var signs = Fields.Sum(field => field.Text.Length);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"9 keys, {signs} signs of free text, the machine took {watch.Elapsed.TotalSeconds:0.00} s; {9 * 0.28 + signs + watch.Elapsed.TotalSeconds:0} s by the keystroke-level model"));
        await page.Context.CloseAsync();
    }

    private async Task LetterAsync(IPage page)
    {
        await FocusedAsync(page, "#name");
        foreach (var (before, text) in Fields)
        {
            foreach (var key in before) await PressAsync(page, key);
            await page.Keyboard.InsertTextAsync(text);
        }
        await PressAsync(page, "Alt+s");
        await page.WaitForURLAsync("**/desk/register/receipt");
    }

    /// <summary>The browser gives the focus of <c>autofocus</c> with the first picture of a page, which may be after the page has loaded.</summary>
    private static Task<IJSHandle> FocusedAsync(IPage page, string selector) => page.WaitForFunctionAsync("selector => document.activeElement.matches(selector)", selector);

    private async Task PressAsync(IPage page, string key)
    {
        _keys += key.Split('+').Length;
        // Chromium looks an access key up by the text of the key, and a driven keyboard sends none while Alt is down: what HTML says it does is done.
        if (key.StartsWith("Alt+", StringComparison.Ordinal)) await page.EvaluateAsync("key => { const at = document.querySelector(`[accesskey=${key}]`); at.tagName === 'BUTTON' ? at.click() : at.focus() }", key[4..]);
        else await page.Keyboard.PressAsync(key);
    }
}
