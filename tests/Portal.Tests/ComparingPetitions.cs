namespace Xinfang.Portal.Tests;

/// <summary>判重 at the desk: two petitions side by side, a clerk says what they are, and the law's road from there.</summary>
[Collection(InABrowser.Name)]
public sealed class ComparingPetitions(PortalHost host)
{
    private static readonly string Running = $"/desk/routing/{Story.Id}/repeats/{Story.Receipt}", Ended = $"/desk/routing/{Story.Id}/repeats/{Story.Acceptance}";

    [Fact]
    public async Task Both_texts_are_shown_with_what_they_share_marked_for_eyes_and_ears()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync($"/desk/routing/{Story.Id}");
        await page.ClickAsync("a:has-text('对照：') >> nth=0");
        Assert.EndsWith(Running, page.Url, StringComparison.Ordinal);
        var marks = await page.Locator(".compare article").First.Locator("mark").AllInnerTextsAsync();
        Assert.Equal(["（相同1：一楼下水管返水1完）", "（相同2：一楼卫生间地漏冒污水2完）"], marks.Select(mark => mark.Replace("\n", "", StringComparison.Ordinal)));
        Assert.Contains("同一个人\n很有把握 0.90", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("说的区县不同", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_clerk_confirms_with_reason_and_round_and_goes_the_road_of_article_19()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync(Running);
        Assert.True(await page.IsCheckedAsync("input[name=kind][value=Repeat]"));
        await page.FillAsync("#round", "1");
        await page.ClickAsync("button:has-text('记下来')");
        Assert.Equal(["次数写2到99之间的数", "请写为什么，至少4个字"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.FillAsync("#round", "3");
        await page.FillAsync("#reason", "同一个人说同一根管道，去年还来过一次。");
        await page.ClickAsync("button:has-text('记下来')");
        Assert.Contains("已经记下", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        var body = host.Gateway.Asked.Last(asked => asked.Method == "POST" && asked.Path.EndsWith("/repeats", StringComparison.Ordinal)).Body;
        Assert.Equal($$"""{"earlier":"{{Story.Receipt}}","kind":"Repeat","reason":"同一个人说同一根管道，去年还来过一次。","round":3}""", body);

        await page.ClickAsync("a:has-text('去写不予受理告知书')");
        Assert.Equal("120104-20260112-0003", await page.InputValueAsync("#number"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_same_word_for_neither_needs_no_round_and_what_was_confirmed_can_be_undone()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync(Running);
        await page.CheckAsync("input[name=kind][value=Unrelated]");
        await page.FillAsync("#reason", "是另一栋楼的另一根管道。");
        await page.ClickAsync("button:has-text('记下来')");
        Assert.Contains("没有关系", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.DoesNotContain("round", host.Gateway.Asked.Last(asked => asked.Method == "POST" && asked.Path.EndsWith("/repeats", StringComparison.Ordinal)).Body, StringComparison.Ordinal);

        await page.GotoAsync(Ended);
        Assert.Contains("不再受理告知书", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.FillAsync("#undoing", "看错了，是另一件。");
        await page.ClickAsync("button:has-text('撤销')");
        Assert.Contains("已经撤销", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await page.ClickAsync("a:has-text('去转给区住建委')");
        Assert.True(await page.IsCheckedAsync("input[name=organ][value='120104-zjw']"));
        await page.Context.CloseAsync();
    }
}
