using System.Text.Json;
using Microsoft.Playwright;

namespace Xinfang.Portal.Tests;

/// <summary>Reports at the desk, without a script.</summary>
[Collection(InABrowser.Name)]
public sealed class WritingReports(PortalHost host)
{
    private const string Root = "/api/insight/reports";

    [Fact]
    public async Task A_report_is_drafted_for_a_period()
    {
        var page = await Desk("Supervise", "/desk/reports?kind=Situation");
        Assert.Equal("Situation", await page.InputValueAsync("#kind"));
        await page.FillAsync("#year", "去年");
        await page.ClickAsync("button:has-text('起草')");
        Assert.Equal(["请写年份，例如2026", "请写第几，例如第2季度写2"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.FillAsync("#year", "2026");
        await page.SelectOptionAsync("#span", "Quarter");
        await page.FillAsync("#number", "2");
        await page.ClickAsync("button:has-text('起草')");
        await page.WaitForURLAsync("**/desk/reports/*done=draft");
        var asked = host.Gateway.Asked.Last(each => each.Method == "PUT" && each.Path.StartsWith(Root, StringComparison.Ordinal));
        Assert.Equal("""{"kind":"Situation","year":2026,"span":"Quarter","number":2,"basis":"Received"}""", asked.Body);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Findings_stand_beside_their_words_and_all_words_are_saved_at_once_with_the_version_that_was_read()
    {
        var page = await Desk("Supervise", $"/desk/reports/{ReportStub.Drafted}");
        Assert.Contains("年份应当是2027年", await page.InnerTextAsync(".field:has(#s3)"), StringComparison.Ordinal);
        Assert.Equal("true", await page.GetAttributeAsync("#s3", "aria-invalid"));
        Assert.Equal("#t3-0", await page.GetAttributeAsync(".rail .act:has-text('没有句号')", "href"));
        Assert.Contains("1190 ÷ 1195", await page.InnerHTMLAsync("#section-0"), StringComparison.Ordinal);

        await page.FillAsync("#s3", "四、2027年推进法治政府建设的主要安排");
        await page.FillAsync("#t0-0", "中心组学法12次。");
        await page.FillAsync("#n4", "另外报告一件事。");
        await page.ClickAsync("button[value=save]");
        await page.WaitForURLAsync("**done=save");
        var saved = host.Gateway.Asked.Last(each => each.Path == $"{Root}/{ReportStub.Drafted}/text");
        Assert.Equal("\"17\"", saved.Headers.IfMatch.ToString());
        var sections = JsonDocument.Parse(saved.Body).RootElement.GetProperty("sections");
        Assert.Equal("四、2027年推进法治政府建设的主要安排", sections[3].GetProperty("heading").GetString());
        Assert.Equal(("done.lead", "中心组学法12次。", "（一）加强组织领导"), (Text(sections[0], 0, "key"), Text(sections[0], 0, "text"), Text(sections[0], 0, "heading")));
        Assert.Equal("另外报告一件事。", Text(sections[4], 1, "text"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_was_overtaken_keeps_what_was_typed_and_is_told()
    {
        var page = await Desk("Supervise", $"/desk/reports/{ReportStub.Drafted}");
        host.Gateway.Refusals[$"{Root}/{ReportStub.Drafted}/text"] = (412, new { type = "urn:xinfang:petition.stale", title = "您看到的已经不是最新内容，请刷新后再改。", status = 412 });
        await page.FillAsync("#t0-0", "写了一半。");
        await page.ClickAsync("button[value=save]");
        Assert.Contains("不是最新内容", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("写了一半。", await page.InputValueAsync("#t0-0"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_head_sends_publishes_or_withdraws_what_is_approved()
    {
        var page = await Desk("Oversee", $"/desk/reports/{ReportStub.Approved}");
        await page.ClickAsync("button[value=publication]");
        Assert.Equal(["请写日期"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.FillAsync("#on", "2027-03-20");
        await page.ClickAsync("button[value=publication]");
        await page.WaitForURLAsync("**done=publication");
        Assert.Equal("""{"on":"2027-03-20"}""", host.Gateway.Asked.Last(each => each.Path == $"{Root}/{ReportStub.Approved}/publication").Body);
        await page.ClickAsync("button[value=withdrawal]");
        Assert.Equal(["请写为什么撤回"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Leaders_read_and_change_nothing_and_late_is_said()
    {
        var page = await Desk("Lead", $"/desk/reports/{ReportStub.Published}");
        Assert.Contains("公开晚了", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("main textarea, main form").CountAsync());
        await page.GotoAsync("/desk/reports");
        Assert.Equal(0, await page.Locator("button:has-text('起草')").CountAsync());
        await page.Context.CloseAsync();
    }

    private async Task<IPage> Desk(string duty, string path)
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", duty, path);
        return page;
    }

    private static string? Text(JsonElement section, int paragraph, string name) => section.GetProperty("paragraphs")[paragraph].GetProperty(name).GetString();
}
