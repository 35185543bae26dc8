namespace Xinfang.Portal.Tests;

/// <summary>公开的报告 in a browser without script, on a telephone.</summary>
[Collection(InABrowser.Name)]
public sealed class ReadingReports(PortalHost host)
{
    [Fact]
    public async Task Anybody_comes_from_the_public_information_to_the_words_and_the_files_of_a_report()
    {
        var page = await host.Browse(360);
        await page.GotoAsync("/info");
        await page.ClickAsync("text=公开的报告");
        await page.ClickAsync("text=南开区信访办2026年政府信息公开工作年度报告");
        Assert.Equal("南开区信访办2026年政府信息公开工作年度报告", await page.InnerTextAsync("h1"));
        Assert.Equal(["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"], await page.Locator("article h2").AllInnerTextsAsync());
        Assert.Equal(["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"], await page.Locator("nav li a[href*='#part-']").AllInnerTextsAsync());
        Assert.Contains("没有收到政府信息公开申请。", await page.InnerTextAsync("article"), StringComparison.Ordinal);
        Assert.Equal("表1　公开日历所列事项", await page.InnerTextAsync("article caption"));
        Assert.Equal([$"/api/insight/published-reports/{ReportStub.Published}/report.pdf", $"/api/insight/published-reports/{ReportStub.Published}/report.docx"],
            await page.Locator("a[href^='/api/insight/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "wider than the telephone");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_not_published_has_no_page_and_an_empty_list_says_when_there_will_be_something()
    {
        var page = await host.Browse(360);
        var answer = await page.GotoAsync($"/reports/{ReportStub.Approved}");
        Assert.Equal((404, "没有这个页面"), (answer!.Status, await page.InnerTextAsync("h1")));
        await page.GotoAsync("/reports");
        await page.ClickAsync("text=下一页");
        Assert.Contains("每年1月31日前公开", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_head_sees_what_publishing_means_and_then_the_page_that_everybody_sees()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Oversee");
        await page.GotoAsync($"/desk/reports/{ReportStub.Approved}");
        Assert.Equal("公开", await page.InnerTextAsync("button[value=publication]"));
        await page.GotoAsync($"/desk/reports/{ReportStub.Published}");
        Assert.Equal($"/reports/{ReportStub.Published}", await page.GetAttributeAsync("text=人人看到的页面", "href"));
        await page.Context.CloseAsync();
    }
}
