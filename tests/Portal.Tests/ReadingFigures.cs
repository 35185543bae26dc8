using Microsoft.Playwright;
using Xinfang.Testing;

namespace Xinfang.Portal.Tests;

/// <summary>Figures as the head of the office, the leader and the organs read them, without a script.</summary>
[Collection(InABrowser.Name)]
public sealed class ReadingFigures(PortalHost host)
{
    private const string Days = "from=2026-01-01&until=2026-05-01";

    [Fact]
    public async Task A_figure_leads_to_the_petitions_it_counts_and_from_there_to_the_petition()
    {
        var page = await As("120104-xfb", "Oversee", $"/desk/insight?{Days}");
        await page.ClickAsync("tr:has-text('60日答复') >> a:has-text('8件')");
        Assert.Equal("超期还没有答复", await page.InnerTextAsync("h1"));
        Assert.Contains("数字是8。保密的检举控告算在数字里，不在下面列出", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains(host.Gateway.Asked, each => each.Path == "/api/insight/petitions");
        Assert.Equal($"/desk/petitions/{Story.Id}", await page.Locator("main td a.mono").First.GetAttributeAsync("href"));
        await page.ClickAsync("text=下一页");
        Assert.Contains("after=next-page", page.Url, StringComparison.Ordinal);
        Assert.Contains("counter=unanswered-overdue", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_no_organ_has_yet_is_opened_on_the_desk_of_the_office_and_not_by_the_leader()
    {
        var page = await As("120104-xfb", "Oversee", $"/desk/insight/petitions?{Days}");
        Assert.StartsWith("/desk/routing/", await page.Locator("tr:has-text('未转送交办') >> a").GetAttributeAsync("href"), StringComparison.Ordinal);
        await PortalHost.SignIn(page, "120104-xfb", "Lead", $"/desk/insight/petitions?{Days}");
        Assert.Equal(0, await page.Locator("tr:has-text('未转送交办') >> a").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_there_is_nothing_to_divide_by_stands_a_dash_and_a_share_of_few_cases_is_not_shown()
    {
        var page = await As("120104-xfb", "Lead", $"/desk/insight/measures?{Days}");
        Assert.Equal("—", await page.InnerTextAsync("tr:has-text('复核维持率') >> td[data-l=数值]"));
        Assert.Equal("—\n少于10件", await page.InnerTextAsync("tr:has-text('复查维持率') >> td[data-l=数值]"));
        Assert.Equal("96.1%", await page.InnerTextAsync("tr:has-text('按期答复率') >> td[data-l=数值]"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_change_is_told_in_a_word_by_what_is_better()
    {
        var page = await As("120104-xfb", "Lead", $"/desk/insight?{Days}");
        Assert.Contains("比上年同期−2.3个百分点，好转", await Card(page, "重复信访率"), StringComparison.Ordinal);
        Assert.Contains("比上期−1.1个百分点，变差", await Card(page, "按期答复率"), StringComparison.Ordinal);
        Assert.DoesNotContain("好转", await Card(page, "信访件次"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_organ_is_offered_no_other_organ_and_asks_for_none()
    {
        var page = await As("120104-zjw", "Head", $"/desk/insight?{Days}&organ=120104-rsj");
        Assert.Equal(0, await page.Locator("#organ").CountAsync());
        Assert.Contains("区住建委", await page.InnerTextAsync("main .row.sp"), StringComparison.Ordinal);
        Assert.DoesNotContain("120104-rsj", await page.ContentAsync(), StringComparison.Ordinal);
        await PortalHost.SignIn(page, "120104-xfb", "Lead", $"/desk/insight?{Days}");
        Assert.True(await page.Locator("#organ option").CountAsync() > 12);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Only_with_twenty_cases_there_is_a_place()
    {
        var page = await As("120104-xfb", "Lead", $"/desk/insight/measures/K-03?{Days}");
        Assert.Equal("1", await page.Locator("tr:has-text('区住建委') >> td").First.InnerTextAsync());
        Assert.Equal("—", await page.Locator("tr:has-text('水上公园街道') >> td").First.InnerTextAsync());
        Assert.Contains("满20件才排位次", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Other_months_are_chosen_with_the_form_and_kept_on_the_way()
    {
        var page = await As("120104-xfb", "Oversee", "/desk/insight");
        await page.SelectOptionAsync("#period", "chosen");
        var first = await page.Locator("#first option").Nth(5).GetAttributeAsync("value");
        await page.SelectOptionAsync("#first", first!);
        await page.SelectOptionAsync("#last", first!);
        await page.SelectOptionAsync("#basis", "Exchanged");
        await page.SelectOptionAsync("#organ", "120104-zjw");
        await page.ClickAsync("main .filter button");
        Assert.Contains("按交换日期统计", await page.InnerTextAsync("main .row.sp"), StringComparison.Ordinal);
        foreach (var (field, chosen) in new[] { ("period", "chosen"), ("first", first), ("last", first), ("basis", "Exchanged"), ("organ", "120104-zjw") }) Assert.Equal(chosen, await page.InputValueAsync($"#{field}"));
        var all = await page.GetAttributeAsync("main p a:has-text('全部指标')", "href");
        Assert.Contains($"from={first}-01&", all, StringComparison.Ordinal);
        Assert.Contains("basis=Exchanged&organ=120104-zjw", all, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_table_is_taken_away_as_a_file_of_the_same_days()
    {
        var page = await As("120104-xfb", "Lead", $"/desk/insight/measures?{Days}");
        var file = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a:has-text('Excel')"));
        Assert.Equal("measures.xlsx", file.SuggestedFilename);
        Assert.Equal($"/desk/insight/exports/measures.xlsx?{Days}&basis=Received", new Uri(file.Url).PathAndQuery);
        await page.Context.CloseAsync();
    }

    [Fact, Rule("A-55")]
    public async Task The_head_reads_who_took_which_table_away()
    {
        var page = await As("120104-xfb", "Oversee", "/desk/insight/exports");
        var rows = await page.Locator("main tbody tr").AllInnerTextsAsync();
        Assert.Equal(3, rows.Count);
        foreach (var words in new[] { "120104-zjw.head", "信访事项清单（超期还没有答复）", "CSV", "区住建委" }) Assert.Contains(words, rows[1], StringComparison.Ordinal);
        Assert.Contains("分类统计（街道）", rows[0], StringComparison.Ordinal);
        await PortalHost.SignIn(page, "120104-xfb", "Lead", "/desk/insight/exports");
        Assert.DoesNotContain("120104-zjw.head", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_administrator_rebuilds_only_after_saying_so_and_one_at_a_time()
    {
        var page = await As("120104-xfb", "Administer", "/desk/insight/rebuilding");
        Assert.Contains("一共12873件", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await page.ClickAsync("main button");
        Assert.Equal(["要重建请先勾选"], await page.Locator(".errors a").AllInnerTextsAsync());
        host.Gateway.Refusals["/api/insight/rebuilding"] = (409, new { type = "urn:xinfang:rebuilding.running", title = "正在重建，等这一次做完。", status = 409 });
        await page.GotoAsync("/desk/insight/rebuilding"); // the stub refuses whatever comes first
        Assert.Contains("等这一次做完", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await page.GotoAsync("/desk/insight/rebuilding");
        await page.CheckAsync("#sure");
        await page.ClickAsync("main button");
        await page.WaitForURLAsync("**/desk/insight/rebuilding?follow=1");
        Assert.Contains(host.Gateway.Asked, each => each is { Method: "POST", Path: "/api/insight/rebuilding" });
        await page.Context.CloseAsync();
    }

    private static Task<string> Card(IPage page, string name) => page.Locator($".kpi:has(h3:text-is('{name}'))").InnerTextAsync();

    private async Task<IPage> As(string organ, string duty, string path)
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, organ, duty, path);
        return page;
    }
}
