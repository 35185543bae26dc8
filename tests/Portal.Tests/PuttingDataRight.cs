namespace Xinfang.Portal.Tests;

/// <summary>What is kept of people: read and put right (个人信息保护法 46), acted for by others (民法典 165); and what becomes of a suggestion (art. 29).</summary>
[Collection(InABrowser.Name)]
public sealed class PuttingDataRight(PortalHost host)
{
    [Fact]
    public async Task The_petitioner_sees_what_is_kept_and_asks_for_a_correction_without_a_script()
    {
        var page = await host.Browse();
        await Everywhere.Visit(page);
        await page.ClickAsync(".acts a:has-text('我的信息')");
        Assert.Contains("138****0000", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("已经更正。看过身份证。", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("button:has-text('申请更正')");
        Assert.Equal(["请选哪一项不对", "请写应当是什么", "请写为什么不对"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.CheckAsync("input[name=field][value=Phone]");
        await page.FillAsync("#value", "13000000099");
        await page.FillAsync("#why", "登记时少听了一位。");
        await page.ClickAsync("button:has-text('申请更正')");
        Assert.Contains("已经收到", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("""{"field":"Phone","value":"13000000099","why":"登记时少听了一位。"}""", Body("/progress/corrections"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_clerk_opens_one_request_and_refuses_it_with_the_reason()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync("/desk/corrections");
        Assert.DoesNotContain("13800000001", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync($"a[href='/desk/corrections/{DataStub.One}']");
        Assert.Contains("13800000001", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("button:has-text('不更正')");
        Assert.Equal(1, await page.Locator(".errors a").CountAsync());
        await page.FillAsync("#reason", "打电话核实，登记的是对的。");
        await page.ClickAsync("button:has-text('不更正')");
        Assert.Contains("没有更正", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Equal("""{"granted":false,"reason":"打电话核实，登记的是对的。"}""", Body("/decision"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_agents_are_registered_each_with_a_scope_and_a_term()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync("/desk/register?channel=Letter");
        foreach (var (field, text) in new[]
        {
            ("receivedOn", "-2"), ("name", "黄某某"), ("phone", "13000000002"), ("address", "华苑街道某某里7号楼"), ("subject", "7号楼电梯停运18天"), ("facts", "楼内电梯自3月26日停运至今18天。"), ("claims", "尽快修好电梯"),
        })
            await page.FillAsync($"#{field}", text);
        await page.ClickAsync("summary:has-text('有人代办')");
        await page.ClickAsync("summary:has-text('还有一个人代办')");
        foreach (var (who, name, scope) in new[] { ("agent", "李某", "提出"), ("second", "王某", "接收文书") })
        {
            await page.SelectOptionAsync($"#{who}Kind", "Agent");
            await page.FillAsync($"#{who}Name", name);
            await page.FillAsync($"#{who}Authority", "2026年4月1日的授权委托书");
            await page.FillAsync($"#{who}Scope", scope);
            await page.FillAsync($"#{who}Until", "2026-12-31");
        }
        await page.ClickAsync("button.btn:has-text('登记')");
        Assert.Contains("120104-20260417-0013", await page.InnerTextAsync(".slip"), StringComparison.Ordinal);
        var body = host.Gateway.Asked.Last(asked => asked.Method == "PUT").Body;
        Assert.Contains("\"furtherAgents\":[{\"kind\":\"Agent\",\"name\":\"王某\"", body, StringComparison.Ordinal);
        Assert.Contains("\"scope\":\"接收文书\",\"until\":\"2026-12-31\"", body, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_suggestion_is_studied_and_answered_with_the_measure_and_its_day()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        await page.GotoAsync($"/desk/petitions/{Story.Id}/study");
        await page.FillAsync("#participants", "设施科\n街道办");
        await page.FillAsync("#conclusion", "合理，可行。");
        await page.ClickAsync("button:has-text('记下研究')");
        Assert.Contains("\"participants\":[\"设施科\",\"街道办\"]", Body("/study"), StringComparison.Ordinal);

        await page.GotoAsync($"/desk/petitions/{Story.Id}/answer");
        await page.CheckAsync("input[name=adoption][value=Adopted]");
        await page.FillAsync("#reply", "路灯列入今年计划。");
        await page.ClickAsync("button:has-text('作出答复书')");
        Assert.Contains("请写采纳以后做什么", await page.Locator(".errors a").AllInnerTextsAsync());
        await page.FillAsync("#measure", "装路灯十盏。");
        await page.FillAsync("#measureDueOn", "2026-06-30");
        await page.ClickAsync("button:has-text('作出答复书')");
        Assert.Contains("\"measure\":\"装路灯十盏。\",\"measureDueOn\":\"2026-06-30\"", Body("/answer"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private string Body(string path) => host.Gateway.Asked.Last(asked => asked.Method == "POST" && asked.Path.EndsWith(path, StringComparison.Ordinal)).Body;
}
