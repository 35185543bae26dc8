using System.Text.Json;

namespace Xinfang.Portal.Tests;

/// <summary>From the list to one warning, and the acts on it.</summary>
[Collection(InABrowser.Name)]
public sealed class WarningsAtTheDesk(PortalHost host)
{
    private const string Root = "/api/insight/warnings";

    [Fact]
    public async Task The_officer_reads_why_takes_it_and_says_what_was_done()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle", "/desk/warnings");
        await page.ClickAsync("text=信访激增");
        Assert.Contains("7天23件", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("text=接手这条预警");
        await page.WaitForURLAsync($"**/desk/warnings/{WarningStub.New}");
        Assert.Contains(host.Gateway.Asked, each => each.Method == "POST" && each.Path == $"{Root}/{WarningStub.New}/taking");

        await page.GotoAsync($"/desk/warnings/{WarningStub.Taken}");
        await page.ClickAsync("button:has-text('报处置情况')");
        Assert.Contains("请写怎么处置的", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.FillAsync("#action", "派人上门核实，已经约供热单位说明。");
        await page.ClickAsync("button:has-text('报处置情况')");
        await page.WaitForURLAsync($"**/desk/warnings/{WarningStub.Taken}");
        Assert.Equal("""{"action":"派人上门核实，已经约供热单位说明。"}""", host.Gateway.Asked.Last(each => each.Path == $"{Root}/{WarningStub.Taken}/answer").Body);
    }

    [Fact]
    public async Task The_head_of_the_office_judges_with_a_reason()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Oversee", $"/desk/warnings/{WarningStub.Answered}");
        await page.CheckAsync("input[name=verdict][value=False]");
        await page.FillAsync("#reason", "供热季结束前后年年如此。");
        await page.ClickAsync("text=记下结论");
        await page.WaitForURLAsync($"**/desk/warnings/{WarningStub.Answered}");
        using var sent = JsonDocument.Parse(host.Gateway.Asked.Last(each => each.Path == $"{Root}/{WarningStub.Answered}/verdict").Body);
        Assert.Equal(("False", "供热季结束前后年年如此。"), (sent.RootElement.GetProperty("verdict").GetString(), sent.RootElement.GetProperty("reason").GetString()));
    }
}
