using System.Text.Json;
using Microsoft.Playwright;

namespace Xinfang.Portal.Tests;

/// <summary>Names and numbers in full: with a reason, on this page only, and for the protected only after approval.</summary>
[Collection(InABrowser.Name)]
public sealed class KnowingWhoItIs(PortalHost host)
{
    [Fact]
    public async Task Is_shown_once_after_a_reason_and_gone_on_reload()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        await page.GotoAsync($"/desk/petitions/{Story.Id}");
        await page.ClickAsync("text=看全文（要写理由）");
        await page.ClickAsync("button:has-text('看全文')");
        Assert.Contains("请写理由", await page.InnerTextAsync(".errors"), StringComparison.Ordinal);
        await page.CheckAsync("input[name=purpose][value=Contact]");
        await page.FillAsync("#reason", "电话核实返水的时间");
        await page.ClickAsync("button:has-text('看全文')");
        Assert.Contains("120104199003074515", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("120104199003074515", page.Url, StringComparison.Ordinal);
        var sent = host.Gateway.Asked.Last(asked => asked.Path == $"/api/intake/petitions/{Story.Id}/identity").Body;
        Assert.Equal(("Contact", "电话核实返水的时间"), (JsonDocument.Parse(sent).RootElement.GetProperty("purpose").GetString(), JsonDocument.Parse(sent).RootElement.GetProperty("reason").GetString()));
        await page.GotoAsync($"/desk/petitions/{Story.Id}/identity");
        Assert.DoesNotContain("120104199003074515", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_protected_one_is_asked_for_first()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        var other = "019cb000-0000-7000-8000-000000000002";
        await page.GotoAsync($"/desk/petitions/{other}/identity");
        await page.CheckAsync("input[name=purpose][value=Serve]");
        await page.FillAsync("#reason", "要上门送达处理意见书");
        await page.ClickAsync("button:has-text('看全文')");
        Assert.Contains("第三十条", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("button:has-text('申请查看')");
        Assert.Contains("已经申请", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("要上门送达", host.Gateway.Asked.Last(asked => asked.Path == $"/api/intake/petitions/{other}/identity/openings").Body, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_custodian_decides_with_a_reason_and_not_for_themselves()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Oversee");
        await page.GotoAsync("/desk/identity-openings");
        Assert.Equal(1, await page.Locator("button[value=grant]").CountAsync());
        await page.ClickAsync("button[value=grant]");
        Assert.Contains("请写理由", await page.InnerTextAsync(".errors"), StringComparison.Ordinal);
        await page.FillAsync("input[maxlength='200']", "需要送达，同意。");
        await page.ClickAsync("button[value=grant]");
        Assert.Contains("已经批准", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("\"hours\":24", host.Gateway.Asked.Last(asked => asked.Path.EndsWith("/decision", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
