using System.Text.Json;

namespace Xinfang.Portal.Tests;

/// <summary>/desk/hall without a script: a number taken, somebody received, what was explained told.</summary>
[Collection(InABrowser.Name)]
public sealed class ReceivingAtTheHall(PortalHost host)
{
    [Fact]
    public async Task A_reception_ends_with_its_outcome_and_what_was_explained()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync("/desk/hall");
        await page.ClickAsync("button:has-text('结束接待')");
        Assert.Equal(["请选接待的结果"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.CheckAsync("input[name=outcome][value=Counselled]");
        await page.FillAsync("#note", "讲了物业服务合同归谁管，去街道调解。");
        await page.ClickAsync("button:has-text('结束接待')");
        Assert.Equal(["请选讲的是哪方面", "请把记录念给来访人听，来访人同意了再勾选"], await page.Locator(".errors a").AllInnerTextsAsync());
        Assert.Equal("讲了物业服务合同归谁管，去街道调解。", await page.InputValueAsync("#note"));
        await page.SelectOptionAsync("#counselTopic", new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await page.FillAsync("#leaflet", "信访该找谁");
        await page.CheckAsync("input[name=readBack]");
        await page.ClickAsync("button:has-text('结束接待')");
        var body = JsonSerializer.Deserialize<JsonElement>(host.Gateway.Asked.Last(asked => asked.Path == $"/api/intake/reception/turns/{Story.Id}/end").Body);
        Assert.Equal(("Counselled", "信访该找谁", true), (body.GetProperty("outcome").GetString(), body.GetProperty("leaflet").GetString(), body.GetProperty("readBack").GetBoolean()));
        Assert.EndsWith("/desk/hall", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_number_is_taken_and_its_slip_printed()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync("/desk/hall");
        await page.SelectOptionAsync("#kind", "Advice");
        await page.FillAsync("#people", "6");
        await page.CheckAsync("input[name=priority]");
        await page.ClickAsync(".rail button:has-text('取号')");
        Assert.Equal("""{"kind":"Advice","people":6,"priority":true}""", host.Gateway.Asked.Last(asked => asked.Method == "PUT" && asked.Path.StartsWith("/api/intake/reception/turns/", StringComparison.Ordinal)).Body);
        await page.ClickAsync("text=打印号条");
        Assert.Contains("推选不超过5名代表", await page.InnerTextAsync(".slip"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_organ_calls_at_its_own_window()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        await page.GotoAsync("/desk/hall");
        await page.ClickAsync("button:has-text('叫下一个')");
        Assert.Contains(host.Gateway.Asked, asked => asked.Path == "/api/intake/reception/windows/3/next");
        await page.Context.CloseAsync();
    }
}
