namespace Xinfang.Portal.Tests;

/// <summary>分办台 with colleagues: who has it open, taking it over knowingly, several in one go.</summary>
[Collection(InABrowser.Name)]
public sealed class SharingTheDesk(PortalHost host)
{
    private const string Held = "019cb000-0000-7000-8000-000000000004";

    [Fact]
    public async Task Opening_a_petition_says_so_to_colleagues_and_what_one_of_them_has_is_only_looked_at()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync($"/desk/routing/{Story.Id}");
        Assert.Contains(host.Gateway.Asked, asked => asked.Method == "POST" && asked.Path == $"/api/intake/petitions/{Story.Id}/hold");

        await page.GotoAsync($"/desk/routing/{Held}");
        Assert.Contains("clerk-2 正在办这一件", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("form:has-text('转给谁')").CountAsync());
        await page.ClickAsync("button:has-text('接过来办')");
        var asked = host.Gateway.Asked.Last(asked => asked.Method == "POST" && asked.Path == $"/api/intake/petitions/{Held}/hold");
        Assert.Contains("\"takeOver\":true", asked.Body, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Several_are_chosen_each_with_its_reason_and_what_fails_is_said_per_row()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync($"/desk/routing/batch?ids={Story.Id}&ids={Held}");
        await page.SelectOptionAsync("#organ", "120104-zjw");
        await page.ClickAsync("button:has-text('转出')");
        Assert.Contains("请写为什么转给它", await page.InnerTextAsync(".errors"), StringComparison.Ordinal);
        await page.FillAsync("#reason", "房屋共用管道归区住建委管");
        await page.ClickAsync("button:has-text('转出')");
        Assert.Contains("转出1件，1件没有转出", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("clerk-2正在办这一件", await page.InnerTextAsync("main table"), StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"房屋共用管道归区住建委管\"", host.Gateway.Asked.Last(asked => asked.Path == "/api/intake/petitions/forwarding").Body, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
