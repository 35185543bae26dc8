namespace Xinfang.Portal.Tests;

/// <summary>Three administrators, each with their own part of every account (三员分立).</summary>
[Collection(InABrowser.Name)]
public sealed class KeepingPeople(PortalHost host)
{
    [Fact]
    public async Task The_system_administrator_registers_a_person_and_reads_the_code_once()
    {
        var page = await SignedIn("Administer");
        await page.ClickAsync("button:has-text('登记')");
        Assert.Equal(["请写工号", "请写姓名", "请选单位"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.FillAsync("#account", "jing.ban");
        await page.FillAsync("#displayName", "示例经办");
        await page.SelectOptionAsync("#at", "120104-zjw");
        await page.ClickAsync("button:has-text('登记')");
        Assert.Contains($"示例经办的邀请码：{PeopleStub.Code}", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Equal("/desk/people?after=more", await page.GetAttributeAsync(".pager a.btn", "href"));
        Assert.DoesNotContain(PeopleStub.Code, page.Url, StringComparison.Ordinal);
        Assert.Equal("""{"displayName":"示例经办","organ":"120104-zjw"}""", Body("/account/people/jing.ban"));
        await page.GotoAsync("/desk/people/jing.ban");
        Assert.Equal(0, await page.Locator("button:has-text('授予')").CountAsync());
        await page.ClickAsync("button.btn.bad");
        Assert.Equal(["要停用的，先勾选确定"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.CheckAsync("#sure");
        await page.ClickAsync("button.btn.bad");
        Assert.Contains("已经停用", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_security_administrator_gives_duties_and_cannot_let_go()
    {
        var page = await SignedIn("Secure");
        await page.GotoAsync("/desk/people/jing.ban");
        Assert.Equal(0, await page.Locator("h2:has-text('停用')").CountAsync());
        await page.UncheckAsync("input[value=Check]");
        await page.CheckAsync("input[value=Head]");
        await page.ClickAsync("button:has-text('授予')");
        Assert.Contains("职责已经改好", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Equal("""{"duties":["Handle","Head"]}""", Body("/duties"));
        await page.ClickAsync("button:has-text('解锁')");
        Assert.Contains("没有锁定", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_auditor_reads_who_did_what_and_changes_nothing()
    {
        var page = await SignedIn("Audit");
        await page.GotoAsync("/desk/account-events");
        Assert.Contains("授予职责：承办人、审核人", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("a[href='/desk/people/jing.ban']");
        Assert.Equal(0, await page.Locator("main form").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_has_two_duties_works_in_one_at_a_time()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle+Head");
        Assert.Contains("承办人", await page.InnerTextAsync("header"), StringComparison.Ordinal);
        await page.ClickAsync("a:has-text('换到单位负责人')");
        Assert.Contains("单位负责人 王某", await page.InnerTextAsync("header"), StringComparison.Ordinal);
        await page.GotoAsync("/desk/duty?as=Audit");
        Assert.Contains("单位负责人 王某", await page.InnerTextAsync("header"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private async Task<Microsoft.Playwright.IPage> SignedIn(string duty)
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", duty);
        await page.GotoAsync("/desk/people");
        return page;
    }

    private string Body(string path) => host.Gateway.Asked.Last(asked => asked.Method != "GET" && asked.Path.EndsWith(path, StringComparison.Ordinal)).Body;
}
