using System.Text.Json;

namespace Xinfang.Portal.Tests;

/// <summary>The pages of duties, activities and recommendations send what Outreach takes, without a script.</summary>
[Collection(InABrowser.Name)]
public sealed class DoingOutreach(PortalHost host)
{
    private const string Root = "/desk/outreach", Office = "120104-xfb", Teach = "Teach";

    [Fact]
    public async Task An_activity_is_planned_with_its_forms_audiences_and_place()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, Office, Teach);
        await page.GotoAsync($"{Root}/campaigns/{WorkStub.One}");
        await page.ClickAsync("text=安排一场活动");
        await page.ClickAsync("main form .btn:has-text('安排')");
        Assert.Contains("请写活动名称", await page.InnerTextAsync(".errors"), StringComparison.Ordinal);

        await page.FillAsync("#title", "《信访工作条例》主题宣传");
        await page.FillAsync("#on", "2026-05-12");
        await page.SelectOptionAsync("#street", "120104003");
        await page.FillAsync("#community", "五马路社区");
        await page.FillAsync("#place", "党群服务中心");
        await page.CheckAsync("input[name=forms][value=Consultation]");
        await page.CheckAsync("input[name=forms][value=Leaflet]");
        await page.CheckAsync("input[name=audiences][value=Residents]");
        await page.SelectOptionAsync("#topic", "030000");
        await page.ClickAsync("main form .btn:has-text('安排')");
        await page.WaitForURLAsync("**?done=new");
        var body = Body("PUT", "/api/outreach/activities/");
        Assert.Equal(["Consultation", "Leaflet"], body.GetProperty("forms").EnumerateArray().Select(form => form.GetString()));
        Assert.Equal(("120104003", "2026-05-12", "030000", WorkStub.One.ToString()), (body.Text("street"), body.Text("on"), body.Text("topic"), body.Text("campaignId")));
        Assert.Contains("活动已经安排", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_edit_begins_with_what_is_there_and_names_the_version_that_was_read()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, Office, Teach);
        await page.GotoAsync($"{Root}/activities/{WorkStub.One}");
        await page.ClickAsync("text=修改安排");
        Assert.Equal("五马路社区", await page.InputValueAsync("#community"));
        Assert.True(await page.IsCheckedAsync("input[name=forms][value=Leaflet]"));
        await page.FillAsync("#place", "社区广场");
        await page.ClickAsync("main form .btn:has-text('保存')");
        await page.WaitForURLAsync("**?done=amendment");
        var asked = host.Gateway.Asked.Last(each => each.Path.EndsWith("/amendment", StringComparison.Ordinal));
        Assert.Equal("\"9\"", asked.Headers.IfMatch.ToString());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_held_is_noted_with_topics_and_empty_lines_are_left_out()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, Office, Teach);
        await page.GotoAsync($"{Root}/activities/{WorkStub.One}/holding");
        await page.FillAsync("#attendance", "120");
        await page.FillAsync("#summary", "设咨询台两个。");
        await page.SelectOptionAsync("#consultations-1-topic", "030000");
        await page.FillAsync("#consultations-1-count", "9");
        await page.ClickAsync("main form .btn:has-text('记下')");
        await page.WaitForURLAsync("**?done=holding");
        var body = Body("POST", "/holding");
        Assert.Equal("9", Assert.Single(body.GetProperty("consultations").EnumerateArray()).Text("count"));
        Assert.Equal(120, body.GetProperty("attendance").GetInt32());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_photo_goes_to_the_service_as_it_is_and_what_is_no_photo_says_so()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, Office, Teach);
        await page.GotoAsync($"{Root}/activities/{WorkStub.One}");
        await page.SetInputFilesAsync("#photo", new Microsoft.Playwright.FilePayload { Name = "现场.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF] });
        await page.ClickAsync("text=上传 >> nth=-1");
        await page.WaitForURLAsync("**?done=photos");
        Assert.Contains(host.Gateway.Asked, each => each.Method == "PUT" && each.Path.Contains("/photos/", StringComparison.Ordinal));
        await page.GotoAsync($"{Root}/activities/{WorkStub.One}?photo=photo.type");
        Assert.Contains("只收照片", await page.InnerTextAsync(".errors"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_recommendation_is_taken_and_leads_to_its_draft()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, Office, Teach);
        await page.GotoAsync($"{Root}/recommendations");
        await page.ClickAsync("text=现在就统计一遍");
        Assert.Contains("没有新的建议", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("article a");
        Assert.Contains("城乡建设", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("text=采纳，起草活动");
        await page.ClickAsync("main form .btn:has-text('采纳')");
        await page.WaitForURLAsync("**/activities/*?done=drafted");
        Assert.Contains(Body("POST", "/adoption").Text("activityId"), page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_organ_reports_its_item_and_confirms_its_task()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        await page.GotoAsync("/desk/inbox");
        await page.ClickAsync(".side summary:text-is('普法')");
        await page.ClickAsync(".side >> text=普法责任清单");
        await page.ClickAsync("main table a");
        await page.ClickAsync("text=上报完成情况");
        await page.FillAsync("#text", "5月12日讲了一场，照片6张。");
        await page.ClickAsync("main form .btn:has-text('上报')");
        await page.WaitForURLAsync("**?done=report");
        Assert.Equal("5月12日讲了一场，照片6张。", Body("POST", "/report").Text("text"));
        await page.ClickAsync(".side >> text=联合普法任务");
        await page.ClickAsync("main table >> text=确认参加");
        await page.ClickAsync("main form .btn:has-text('确认参加')");
        await page.WaitForURLAsync("**/tasks?done=confirmation");
        Assert.Contains("已经确认参加", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Guidance_from_above_is_noted_and_what_was_put_right_is_said()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, Office, Teach);
        await page.GotoAsync($"{Root}/guidance");
        Assert.Contains("要整改的2条，已整改1条，其中按期1条", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("text=记一条");
        await page.FillAsync("#on", "2026-03-10");
        await page.FillAsync("#by", "市信访办业务指导处");
        await page.SelectOptionAsync("#way", "OnSite");
        await page.FillAsync("#opinion", "告知书要写明救济途径。");
        await page.ClickAsync("main form .btn:has-text('记下')");
        await page.WaitForURLAsync("**/guidance?done=new");
        var noted = Body("PUT", "/api/outreach/guidance/");
        Assert.Equal(("2026-03-10", "OnSite"), (noted.Text("on"), noted.Text("way")));

        await page.ClickAsync("main table >> text=登记整改结果");
        await page.FillAsync("#result", "告知书的样式已经改好。");
        await page.ClickAsync("main form .btn:has-text('登记')");
        await page.WaitForURLAsync("**/guidance?done=rectification");
        Assert.Equal("告知书的样式已经改好。", Body("POST", "/rectification").Text("result"));
        Assert.Contains("整改结果已经登记", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_refusal_of_the_service_is_shown_with_what_was_typed()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, Office, Teach);
        await page.GotoAsync($"{Root}/duties/{WorkStub.One}/dropping");
        await page.FillAsync("#remark", "合并到另一项");
        host.Gateway.Refusals[$"/api/outreach/duties/{WorkStub.One}/dropping"] = (409, new { type = "urn:xinfang:duty-list.wrong-state", title = "这一项现在是“已上报”，不能这样办。", status = 409 });
        await page.ClickAsync("main form .btn:has-text('撤下')");
        Assert.Contains("不能这样办", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("合并到另一项", await page.InputValueAsync("#remark"));
        await page.Context.CloseAsync();
    }

    private JsonElement Body(string method, string path) =>
        JsonSerializer.Deserialize<JsonElement>(host.Gateway.Asked.Last(each => each.Method == method && each.Path.Contains(path, StringComparison.Ordinal)).Body);
}

internal static class Bodies
{
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).ToString();
}
