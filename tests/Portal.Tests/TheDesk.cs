using Microsoft.Playwright;

namespace Xinfang.Portal.Tests;

/// <summary>Staff pages: first page by duty, acts sent as they are typed, refusals in the service's words.</summary>
[Collection(InABrowser.Name)]
public sealed class TheDesk(PortalHost host)
{
    [Theory]
    [InlineData("Register", "/desk/routing")]
    [InlineData("Oversee", "/desk/contested")]
    [InlineData("Handle", "/desk/inbox")]
    [InlineData("Head", "/desk/inbox")]
    [InlineData("Audit", "/desk/inbox")]
    [InlineData("Lead", "/desk")]
    public async Task Each_duty_begins_on_its_own_page(string duty, string path)
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", duty);
        Assert.EndsWith(path, page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_a_page_of_another_duty_does_not_exist()
    {
        var page = await host.Browse();
        await page.GotoAsync("/desk/inbox?box=ToServe");
        Assert.Contains("/sign-in?back=%2Fdesk%2Finbox%3Fbox%3DToServe", page.Url, StringComparison.Ordinal);

        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        var answer = await page.GotoAsync("/desk/register");
        Assert.Equal(404, answer!.Status);
        Assert.Equal("没有这个页面", await page.InnerTextAsync("h1"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Requests_carry_the_persons_token_and_public_ones_do_not()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        await page.GotoAsync($"/desk/petitions/{Story.Id}");
        Assert.Equal("Bearer token-of-the-test/120104-zjw", host.Gateway.Asked.Last(asked => asked.Path == $"/api/case-handling/petitions/{Story.Id}").Headers.Authorization.ToString());
        await Everywhere.Visit(page);
        Assert.Equal("", host.Gateway.Asked.Last(asked => asked.Path == "/api/intake/progress").Headers.Authorization.ToString());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_inbox_is_grouped_by_how_near_the_day_is()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        var groups = await page.Locator(".grp").AllInnerTextsAsync();
        Assert.StartsWith("已超期", groups[0], StringComparison.Ordinal);
        Assert.StartsWith("今天到期", groups[1], StringComparison.Ordinal);
        Assert.Contains("一楼下水管返水", await page.InnerTextAsync("main table"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_opinion_needs_outcome_reason_and_basis_for_each_claim_and_is_sent_as_typed()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        await page.GotoAsync($"/desk/petitions/{Story.Id}/opinion/draft");
        await page.FillAsync("#facts", "3月19日管道内窥见塌陷，移交协议第4条。");
        for (var claim = 1; claim <= 3; claim++)
        {
            await page.CheckAsync($"input[name=outcome-{claim}][value=Supported]");
            await page.FillAsync($"#reason-{claim}", "移交协议写明");
            if (claim < 3) await page.FillAsync($"#basis-{claim}", "《物业管理条例》第五十五条");
        }
        await page.ClickAsync("button:has-text('送审核')");
        Assert.Equal(["第3项请求还没有写依据"], await page.Locator(".errors a").AllInnerTextsAsync());
        Assert.Equal("移交协议写明", await page.InputValueAsync("#reason-2"));
        await page.FillAsync("#basis-3", "《民法典》第一千一百六十五条");
        await page.ClickAsync("button:has-text('送审核')");
        Assert.Contains("这一稿已经存下", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("""{"number":3,"outcome":"Supported","reason":"移交协议写明","basis":"《民法典》第一千一百六十五条"}""", host.Gateway.Asked.Last(asked => asked is { Method: "POST" } && asked.Path.EndsWith("/opinion/draft", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_refusal_names_its_article_and_keeps_the_form()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        await page.GotoAsync($"/desk/petitions/{Story.Id}/contestation");
        await page.FillAsync("#reason", "室内管道归物业管理");
        host.Gateway.Refusals[$"/api/case-handling/petitions/{Story.Id}/contestation"] =
            (409, new { type = "urn:xinfang:contestation.too-late", title = "5个工作日已过，3月12日截止。", status = 409, basis = "《信访工作条例》第二十三条第三款" });
        await page.ClickAsync("button:has-text('提出异议')");
        var alert = await page.InnerTextAsync("[role=alert]");
        Assert.Contains("3月12日截止", alert, StringComparison.Ordinal);
        Assert.Contains("第二十三条第三款", alert, StringComparison.Ordinal);
        Assert.Equal("室内管道归物业管理", await page.InputValueAsync("#reason"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_clerk_classifies_forwards_and_assigns()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync($"/desk/routing/{Story.Id}");
        Assert.True(await page.IsCheckedAsync("input[name=organ][value='120104-zjw']"));
        await page.FillAsync("#reason", "房屋共用管道归区住建委管");
        await page.ClickAsync("button:has-text('转出')");
        Assert.Contains("已经转出", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("""{"organ":"120104-zjw","reason":"房屋共用管道归区住建委管","repeat":false,"concerned":[]}""", host.Gateway.Asked.Last(asked => asked.Path.EndsWith("/forwarding", StringComparison.Ordinal)).Body);

        await page.GotoAsync($"/desk/routing/{Story.Id}");
        await page.CheckAsync("input[name=way][value=assign]");
        await page.FillAsync("#reason", "涉及两个责任单位，要报结果");
        await page.ClickAsync("button:has-text('转出')");
        await page.FillAsync("#demand", "查清责任，报办理结果");
        await page.ClickAsync("button:has-text('转出')");
        Assert.Contains("\"reportWithinDays\":30", host.Gateway.Asked.Last(asked => asked.Path.EndsWith("/assignment", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_letter_is_registered_with_a_short_date_and_gives_a_receipt()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync("/desk/register?channel=Letter");
        await page.FillAsync("#receivedOn", "-2");
        await page.FillAsync("#name", "黄某某");
        await page.FillAsync("#phone", "13000000002");
        await page.FillAsync("#address", "华苑街道某某里7号楼");
        await page.FillAsync("#subject", "7号楼电梯停运18天");
        await page.FillAsync("#facts", "楼内电梯自3月26日停运至今18天。");
        await page.FillAsync("#claims", "尽快修好电梯\n告知维修资金审批卡在哪里");
        await page.ClickAsync("button.btn:has-text('登记')");
        Assert.Contains("120104-20260417-0013", await page.InnerTextAsync(".slip"), StringComparison.Ordinal);
        Assert.Contains("来信", await page.InnerTextAsync(".slip"), StringComparison.Ordinal);
        var body = host.Gateway.Asked.Last(asked => asked.Method == "PUT").Body;
        Assert.Contains("\"claims\":[\"尽快修好电梯\",\"告知维修资金审批卡在哪里\"]", body, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_typed_when_the_session_ended_is_given_back_to_the_same_account_only()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        var form = $"/desk/petitions/{Story.Id}/statement";
        await page.GotoAsync(form);
        await page.FillAsync("#summary", "信访人说20日晚开始返水。");
        await page.Context.ClearCookiesAsync(new() { Name = "desk" });
        await page.ClickAsync("text=记下陈述");
        Assert.Contains("已经留着", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.GotoAsync("/test/sign-in?organ=120104-zjw&duty=Handle&account=another");
        await page.GotoAsync(form);
        Assert.Equal("", await page.InputValueAsync("#summary"));

        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        await page.GotoAsync(form);
        Assert.Equal("信访人说20日晚开始返水。", await page.InputValueAsync("#summary"));
        Assert.Contains("没有提交的内容还在", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
