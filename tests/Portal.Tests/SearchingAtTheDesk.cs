namespace Xinfang.Portal.Tests;

/// <summary>/desk/search: what is searched for is never in an address, and everything works without a script.</summary>
[Collection(InABrowser.Name)]
public sealed class SearchingAtTheDesk(PortalHost host)
{
    [Fact]
    public async Task Words_and_names_are_sent_in_a_body_and_stay_out_of_the_address()
    {
        var page = await host.Browse(); // without a script
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync("/desk/routing");
        await page.ClickAsync(".side >> text=检索");
        await page.FillAsync("#text", "下水管 张试验");
        await page.ClickAsync("main summary");
        await page.FillAsync("#phone", "13000000017");
        await page.ClickAsync("main button:has-text('检索')");
        Assert.Contains("请选为了什么按人找", await page.Locator(".errors a").AllInnerTextsAsync());
        await page.SelectOptionAsync("#purpose", "Repeat");
        await page.FillAsync("#from", "2026-03-01");
        await page.SelectOptionAsync("#street", "120104001");
        await page.ClickAsync("main button:has-text('检索')");

        Assert.DoesNotContain("13000000017", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("张", Uri.UnescapeDataString(page.Url), StringComparison.Ordinal);
        Assert.Contains("street=120104001", page.Url, StringComparison.Ordinal);
        Assert.Equal("""{"text":"下水管 张试验","purpose":"Repeat","phone":"13000000017","street":"120104001","from":"2026-03-01"}""", host.Gateway.Asked.Last(asked => asked.Path == "/api/intake/search").Body);
        Assert.Equal(["下水管", "管道"], await page.Locator("main mark").AllInnerTextsAsync());
        Assert.Equal("下水管 张试验", await page.InputValueAsync("#text"));

        await page.ClickAsync("nav.rail >> text=区住建委");
        Assert.Contains("organ=120104-zjw", page.Url, StringComparison.Ordinal);
        Assert.Contains("\"phone\":\"13000000017\"", host.Gateway.Asked.Last(asked => asked.Path == "/api/intake/search").Body, StringComparison.Ordinal);
        await page.ClickAsync("text=下一页");
        Assert.Contains("\"after\":\"next-page\"", host.Gateway.Asked.Last(asked => asked.Path == "/api/intake/search").Body, StringComparison.Ordinal);
        await page.ClickAsync(".tag.line:has-text('区住建委')");
        Assert.DoesNotContain("organ", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_empty_search_and_a_day_that_is_none_say_what_to_do()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        await page.GotoAsync("/desk/search");
        await page.ClickAsync("main button:has-text('检索')");
        Assert.Equal(["请写要找什么，或者选一个条件"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.FillAsync("#text", "下水管");
        await page.ClickAsync("main summary");
        await page.FillAsync("#from", "上个月");
        await page.ClickAsync("main button:has-text('检索')");
        Assert.Equal(["日期看不懂，请打0415或者2026-04-15"], await page.Locator(".errors a").AllInnerTextsAsync());
        Assert.Equal("下水管", await page.InputValueAsync("#text"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Another_account_in_the_same_browser_does_not_get_the_words()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync("/desk/search");
        await page.FillAsync("#text", "下水管");
        await page.ClickAsync("main button:has-text('检索')");
        var address = page.Url;
        await page.GotoAsync("/test/sign-in?organ=120104-zjw&duty=Handle&account=another");
        await page.GotoAsync(address);
        Assert.Equal("", await page.InputValueAsync("#text"));
        Assert.Contains("已经不在了", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_refusal_is_shown_in_the_services_words()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync("/desk/search");
        await page.FillAsync("#text", "的");
        host.Gateway.Refusals["/api/intake/search"] = (422, new { type = "urn:xinfang:search.too-common", title = "这个字几乎每一件里都有。请再多写一两个字。", status = 422 });
        await page.ClickAsync("main button:has-text('检索')");
        Assert.Contains("请再多写一两个字", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("的", await page.InputValueAsync("#text"));
        await page.Context.CloseAsync();
    }
}
