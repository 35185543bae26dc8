namespace Xinfang.Portal.Tests;

/// <summary>Alarms of the running system at the desk.</summary>
[Collection(InABrowser.Name)]
public sealed class LookingAfterTheSystem(PortalHost host)
{
    private const string Page = "/desk/operations/alarms";

    [Fact]
    public async Task The_administrator_reads_what_to_do_and_says_that_it_is_known()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Administer", "/desk/home");
        await page.ClickAsync("nav >> text=运行告警");
        var text = await page.InnerTextAsync("main");
        foreach (var words in new[] { "服务不健康：登记受理（intake）", "都在跑：重启这个服务", "对方回答500", "邮箱：都送到了", "从9:00起没有收到网上信访", "已知晓：admin" }) Assert.Contains(words, text, StringComparison.Ordinal);
        await page.ClickAsync("main button");
        await page.WaitForURLAsync("**" + Page);
        Assert.Contains(host.Gateway.Asked, each => each.Method == "POST" && each.Path == $"/api/insight/alarms/{AlarmStub.Open}/knowing");
    }

    [Fact]
    public async Task The_auditor_reads_and_presses_nothing_and_a_clerk_does_not_see_it()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Audit", Page);
        Assert.Contains("服务不健康", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("main button").CountAsync());
        await PortalHost.SignIn(page, "120104-xfb", "Register", Page);
        Assert.DoesNotContain("服务不健康", await page.InnerTextAsync("body"), StringComparison.Ordinal);
    }
}
