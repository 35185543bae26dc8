namespace Xinfang.Portal.Tests;

/// <summary>The head of the office sees what proposals are learnt from and goes back to an earlier version.</summary>
[Collection(InABrowser.Name)]
public sealed class LearningPage(PortalHost host)
{
    [Fact]
    public async Task The_head_sees_versions_and_goes_back_and_the_auditor_only_looks()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Oversee");
        await page.ClickAsync(".side summary:text-is('查看')");
        await page.ClickAsync(".side >> text=系统提示");
        Assert.Contains("84.0%", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("button:has-text('第2版')");
        Assert.Contains("已经换了", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        var asked = host.Gateway.Asked.Last(each => each.Method == "POST" && each.Path.EndsWith("/use", StringComparison.Ordinal));
        Assert.Equal(("/api/intake/recognition/Content/use", """{"version":2}"""), (asked.Path, asked.Body));

        await PortalHost.SignIn(page, "120104-xfb", "Audit");
        await page.GotoAsync("/desk/recognition");
        Assert.Equal(0, await page.Locator("main button").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_head_adds_a_line_to_the_contents_and_retires_one()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Oversee");
        await page.GotoAsync("/desk/contents");
        await page.ClickAsync("button:has-text('加上')");
        Assert.Equal(["请选放在哪一类下面", "请写名称，至少2个字"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.SelectOptionAsync("#parent", "030000");
        await page.FillAsync("#added", "停车");
        await page.ClickAsync("button:has-text('加上')");
        Assert.Contains("已经加上", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Equal("""{"parent":"030000","name":"停车"}""", host.Gateway.Asked.Last(each => each.Method == "POST" && each.Path == "/api/intake/contents").Body);

        await page.SelectOptionAsync("#code", "030100");
        await page.CheckAsync("input[name=state][value=retire]");
        await page.ClickAsync("button:text-is('改')");
        Assert.Equal("""{"retired":true}""", host.Gateway.Asked.Last(each => each.Method == "POST" && each.Path == "/api/intake/contents/030100").Body);
        await page.Context.CloseAsync();
    }
}
