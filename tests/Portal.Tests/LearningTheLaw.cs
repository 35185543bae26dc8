namespace Xinfang.Portal.Tests;

/// <summary>学法用法 in a browser without script: reading, the quiz, and the desk of 普法.</summary>
[Collection(InABrowser.Name)]
public sealed class LearningTheLaw(PortalHost host)
{
    [Fact]
    public async Task Somebody_reads_a_text_and_answers_its_quiz_without_a_name()
    {
        var page = await host.Browse(360);
        await page.GotoAsync("/law");
        await page.ClickAsync("text=多久有答复，心里有数");
        await page.ClickAsync("text=做小测验");
        await page.ClickAsync("text=交卷看答案");
        Assert.Contains("有2处要改", await page.TitleAsync(), StringComparison.Ordinal);
        await page.CheckAsync("input[name=q1][value='1']");
        await page.CheckAsync("input[name=q2][value='0']");
        await page.ClickAsync("text=交卷看答案");
        Assert.Equal("答对1题，一共2题", await page.InnerTextAsync("h1"));
        var sheet = host.Gateway.Asked.Last(asked => asked.Method == "PUT" && asked.Path.Contains("/quiz/sheets/", StringComparison.Ordinal));
        Assert.Contains("\"answers\":[1,0]", sheet.Body, StringComparison.Ordinal);
        Assert.Equal(7, Guid.Parse(sheet.Path.Split('/')[^1]).Version);
        Assert.DoesNotContain((await page.Context.CookiesAsync()).Select(cookie => cookie.Name), name => name.Contains("quiz", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_writer_previews_mends_and_saves_a_text()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Teach");
        await page.GotoAsync("/desk/library/new");
        await page.SelectOptionAsync("#kind", "Explanation");
        await page.SelectOptionAsync("#topic", "Terms");
        await page.SelectOptionAsync("#audience", "Everyone");
        await page.FillAsync("#slug", "how-long-2");
        await page.FillAsync("#title", "多久有答复");
        await page.FillAsync("#lead", "每一步都有最晚的一天。");
        await page.FillAsync("#s1-heading", "登记转送");
        await page.FillAsync("#s1-text", "登记以后15日内转送、交办。");
        await page.FillAsync("#s2-heading", "办结答复");
        await page.FillAsync("#s2-text", "自受理之日起60日内办结。");
        await page.FillAsync("#basis", "第三十四条");
        await page.ClickAsync("button[value=preview]");
        Assert.Contains("登记以后15日内转送", await page.InnerTextAsync(".lawtext"), StringComparison.Ordinal);
        Assert.Contains("要写名称和条数", await page.InnerTextAsync(".errors"), StringComparison.Ordinal);
        await page.FillAsync("#basis", "《信访工作条例》第34条");
        await page.ClickAsync("button[value=save]");
        await page.WaitForURLAsync("**/desk/library/*?done=saved");
        var saved = host.Gateway.Asked.Last(asked => asked.Method == "PUT" && asked.Path.StartsWith("/api/outreach/library/", StringComparison.Ordinal));
        Assert.Contains("\"basis\":[{\"instrument\":\"信访工作条例\",\"number\":34}]", saved.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_carries_the_version_it_began_with_and_the_services_words_stand_at_the_field()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Teach");
        await page.GotoAsync("/desk/library/019cb000-0000-7000-8000-0000000000a3/edit");
        host.Gateway.Refusals["/api/outreach/library/019cb000-0000-7000-8000-0000000000a3/draft"] = (400, new { type = "urn:xinfang:request.invalid", title = "有1处要改。", status = 400, errors = new Dictionary<string, string[]> { ["content.sections[1].text"] = ["每段4到80个字。"] } });
        await page.ClickAsync("button[value=save]");
        Assert.Equal("true", await page.GetAttributeAsync("#s2-text", "aria-invalid"));
        Assert.Equal("\"7\"", host.Gateway.Asked.Last(asked => asked.Method == "PUT").Headers.IfMatch.ToString());
    }

    [Fact]
    public async Task A_second_reviewer_releases_with_dates_and_a_display_is_interrupted()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Oversee");
        await page.GotoAsync("/desk/library/019cb000-0000-7000-8000-0000000000a2");
        await page.FillAsync("#until", "2026-12-31");
        await page.ClickAsync("button[value=release]");
        await page.WaitForURLAsync("**?done=release");
        Assert.Contains("\"validUntil\":\"2026-12-31\"", host.Gateway.Asked.Last(asked => asked.Path.EndsWith("/release", StringComparison.Ordinal)).Body, StringComparison.Ordinal);

        await page.GotoAsync("/desk/screens");
        await page.ClickAsync("text=紧急插播，所有的屏");
        await page.FillAsync("#title", "暂停接待");
        await page.FillAsync("#words", "大厅停电检修，请到二楼接待室。");
        await page.FillAsync("#minutes", "45");
        await page.ClickAsync("button:has-text('插播')");
        await page.WaitForURLAsync("**?done=emergency");
        Assert.Contains("\"minutes\":45", host.Gateway.Asked.Last(asked => asked.Path.EndsWith("/emergencies", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
    }
}
