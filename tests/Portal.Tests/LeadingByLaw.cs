using System.Text.Json;

namespace Xinfang.Portal.Tests;

/// <summary>The pages of the law-based work send what Insight takes, without a script.</summary>
[Collection(InABrowser.Name)]
public sealed class LeadingByLaw(PortalHost host)
{
    private const string Root = "/desk/governance", Office = "120104-xfb";

    [Fact]
    public async Task A_task_is_made_with_its_owner_its_day_and_its_steps()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, Office, "Oversee");
        await page.GotoAsync($"{Root}/road-map");
        await page.ClickAsync("text=立一项任务");
        Assert.Equal("RoadMap", await page.InputValueAsync("#kind"));
        await page.ClickAsync("main form .btn:has-text('立项')");
        Assert.Contains("请写任务", await page.InnerTextAsync(".errors"), StringComparison.Ordinal);
        await page.SelectOptionAsync("#organ", "120104-zjw");
        await page.FillAsync("#title", "排查物业矛盾");
        await page.FillAsync("#text", "每月排查一次。");
        await page.FillAsync("#owner", "物业科");
        await page.FillAsync("#dueOn", "2026-06-30");
        await page.SelectOptionAsync("#pillar", "Prevent");
        await page.FillAsync("#milestones-1-text", "建台账");
        await page.FillAsync("#milestones-1-dueOn", "2026-05-01");
        await page.ClickAsync("main form .btn:has-text('立项')");
        await page.WaitForURLAsync("**?done=new");
        Assert.Contains("任务已经立项", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        var body = Body("PUT", "/api/insight/governance/tasks/");
        Assert.Equal(("RoadMap", "120104-zjw", "2026-06-30", "Prevent"), (body.Text("kind"), body.Text("organ"), body.Text("dueOn"), body.Text("pillar")));
        Assert.Equal("2026-05-01", Assert.Single(body.GetProperty("milestones").EnumerateArray()).Text("dueOn"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_leader_presses_and_only_instructs()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, Office, "Lead");
        await page.GotoAsync($"{Root}/tasks/{GovernanceStub.One}/urging");
        await page.SelectOptionAsync("#way", "Press");
        await page.FillAsync("#words", "三天内报上来。");
        await page.ClickAsync("main form .btn:has-text('记下')");
        await page.WaitForURLAsync("**?done=urging");
        Assert.Equal(("Press", "三天内报上来。"), Body("POST", "/urging") is var body ? (body.Text("way"), body.Text("words")) : default);
        await page.GotoAsync($"{Root}/tasks/new");
        Assert.Equal(["请选", "领导批示"], await page.Locator("#kind option").AllInnerTextsAsync());
        await page.GotoAsync($"{Root}/checks/new");
        Assert.Equal(0, await page.Locator("#area").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_chosen_from_a_list_is_sent_as_the_number_or_the_yes_it_means()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, Office, "Oversee");
        await page.GotoAsync($"{Root}/meetings/{GovernanceStub.One}/holding");
        await page.FillAsync("#minutes", "听了汇报。");
        await page.SelectOptionAsync("#decisions-1-point", "1");
        await page.SelectOptionAsync("#decisions-1-outcome", "Adopted");
        await page.FillAsync("#decisions-1-text", "由住建委牵头。");
        await page.SelectOptionAsync("#decisions-1-organ", "120104-zjw");
        await page.FillAsync("#decisions-1-owner", "物业科");
        await page.FillAsync("#decisions-1-dueOn", "2026-06-08");
        await page.ClickAsync("main form .btn:has-text('记下')");
        await page.WaitForURLAsync("**?done=holding");
        var decision = Assert.Single(Body("POST", "/holding").GetProperty("decisions").EnumerateArray());
        Assert.Equal((1, "Adopted", "2026-06-08"), (decision.GetProperty("point").GetInt32(), decision.Text("outcome"), decision.Text("dueOn")));

        await page.GotoAsync($"{Root}/checks/new");
        await page.SelectOptionAsync("#area", "Finance");
        await page.FillAsync("#item", "差旅费报销");
        await page.FillAsync("#on", "-1");
        await page.SelectOptionAsync("#passed", "false");
        await page.FillAsync("#evidence", "报销单");
        await page.ClickAsync("main form .btn:has-text('记下')");
        await page.WaitForURLAsync("**?done=new");
        Assert.Equal(JsonValueKind.False, Body("PUT", "/api/insight/governance/checks/").GetProperty("passed").ValueKind);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_edit_begins_with_the_steps_that_are_there_and_names_the_version_that_was_read()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, Office, "Supervise");
        await page.GotoAsync($"{Root}/tasks/{GovernanceStub.One}");
        await page.ClickAsync(".acts >> text=修改");
        Assert.Equal(("排查一遍", "2026-03-01"), (await page.InputValueAsync("#milestones-2-text"), await page.InputValueAsync("#milestones-2-dueOn")));
        await page.ClickAsync("main form .btn:has-text('保存')");
        await page.WaitForURLAsync("**?done=amendment");
        Assert.Equal("\"7\"", host.Gateway.Asked.Last(each => each.Path.EndsWith("/amendment", StringComparison.Ordinal)).Headers.IfMatch.ToString());
        await page.Context.CloseAsync();
    }

    private JsonElement Body(string method, string path) => JsonSerializer.Deserialize<JsonElement>(host.Gateway.Asked.Last(each => each.Method == method && each.Path.Contains(path, StringComparison.Ordinal)).Body);
}
