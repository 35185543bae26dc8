using Microsoft.Playwright;

namespace Xinfang.Portal.Tests;

/// <summary>What holds on every page, whoever sees it (interface.md §6).</summary>
[Collection(InABrowser.Name)]
public sealed class EveryPage(PortalHost host)
{
    public static TheoryData<string> Names => [.. Everywhere.Places.Select(place => place.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_accessible_wide_and_narrow_closed_and_open_and_never_scrolls_sideways(string name)
    {
        var (page, messages) = await Everywhere.GoAs(host, Everywhere.Places.Single(place => place.Name == name));
        Assert.Empty(await Axe.Violations(page));
        Assert.DoesNotMatch(@"@\w", await page.InnerTextAsync("body")); // Razor takes 至@day for an address and prints the code
        Assert.Equal(0, await Overflow(page));
        foreach (var width in new[] { 1024, 768, 360, 320 })
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.True(await Overflow(page) == 0, $"{name} is wider than {width}: {await Widest(page)}");
        }

        await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
        Assert.True(await Overflow(page) == 0, $"{name}, all open, is wider than 320: {await Widest(page)}");
        Assert.Empty(await Axe.Violations(page));
        Assert.Equal([], messages);
    }

    [Theory]
    [InlineData("home")]
    [InlineData("submit-2")]
    [InlineData("progress")]
    [InlineData("petition")]
    [InlineData("routing-detail")]
    public async Task Is_walked_with_the_tab_key_from_the_skip_link_in_the_order_of_the_document(string name)
    {
        var page = await host.Browse(1280, script: true);
        await Everywhere.Go(page, Everywhere.Places.Single(place => place.Name == name));

        var last = -1;
        for (var stop = 0; stop < 12; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focus = await page.EvaluateAsync<string[]>("""
                () => {
                    const on = document.activeElement, style = getComputedStyle(on);
                    return [on.textContent.trim(), String([...document.querySelectorAll('*')].indexOf(on)), style.outlineStyle, on.tabIndex > 0 ? 'jumps' : ''];
                }
                """);
            if (stop == 0) Assert.Equal("跳到正文", focus[0]);
            Assert.Equal("solid", focus[2]);
            Assert.Equal("", focus[3]);
            var place = int.Parse(focus[1], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(place > last, $"{focus[0]} comes too early in the document");
            last = place;
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("home")]
    [InlineData("submit-2")]
    [InlineData("progress")]
    public async Task Keeps_its_shape_with_the_text_spacing_of_WCAG_1_4_12(string name)
    {
        var page = await host.Browse(360, script: true);
        await Everywhere.Go(page, Everywhere.Places.Single(place => place.Name == name));
        // A constructed sheet, because the policy of the page allows no inline style.
        await page.EvaluateAsync("""
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}');
            document.adoptedStyleSheets = [sheet];
            """);
        Assert.True(await Overflow(page) == 0, $"{name} is wider than 360: {await Widest(page)}");
        await page.Context.CloseAsync();
    }

    private static Task<int> Overflow(IPage page) => page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)");

    private static Task<string> Widest(IPage page) => page.EvaluateAsync<string>("""
        [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > window.innerWidth + 1 && !each.closest('.scroll, .side'))
            .slice(0, 5).map(each => each.tagName + '.' + each.className + ' ' + each.textContent.trim().slice(0, 30)).join(' | ')
        """);
}
