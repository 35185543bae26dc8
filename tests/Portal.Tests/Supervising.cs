using System.Text.Json;

namespace Xinfang.Portal.Tests;

/// <summary>The pages of supervision send what the service takes.</summary>
[Collection(InABrowser.Name)]
public sealed class Supervising(PortalHost host)
{
    private const string Root = "/desk/supervision";

    [Fact]
    public async Task A_letter_is_sent_line_by_line_with_its_term()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Supervise");
        await page.GotoAsync($"{Root}/supervisions/{SupervisionStub.FiledView}/letter");
        await page.FillAsync("#days", "很快");
        await page.ClickAsync("main form .btn");
        Assert.Contains("请填数字", await page.InnerTextAsync(".errors"), StringComparison.Ordinal);

        await page.FillAsync("#demands", "说明超期的原因\n\n 十日内补正 ");
        await page.FillAsync("#days", "10");
        await page.ClickAsync("main form .btn");
        await page.WaitForURLAsync("**?done=letter");
        var body = JsonSerializer.Deserialize<JsonElement>(host.Gateway.Asked.Last(asked => asked.Path.EndsWith("/letter", StringComparison.Ordinal)).Body);
        Assert.Equal(["说明超期的原因", "十日内补正"], body.GetProperty("demands").EnumerateArray().Select(line => line.GetString()));
        Assert.Equal(10, body.GetProperty("days").GetInt32());
        Assert.Contains("督办函已经发出", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_meeting_sends_its_decisions_and_leaves_empty_lines_out()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Oversee");
        await page.GotoAsync($"{Root}/meetings/{SupervisionStub.FiledView}/minutes");
        await page.FillAsync("#minutes", "会议研究了一个议题。");
        await page.FillAsync("#decisions-1-point", "1");
        await page.FillAsync("#decisions-1-text", "查清产权");
        await page.SelectOptionAsync("#decisions-1-organ", "120104-zjw");
        await page.FillAsync("#decisions-1-dueOn", "0426");
        await page.ClickAsync("main form .btn");
        await page.WaitForURLAsync("**?done=minutes");
        var body = JsonSerializer.Deserialize<JsonElement>(host.Gateway.Asked.Last(asked => asked.Path.EndsWith("/minutes", StringComparison.Ordinal)).Body);
        var decision = Assert.Single(body.GetProperty("decisions").EnumerateArray().ToList());
        Assert.Equal((1, "120104-zjw", "2026-04-26"), (decision.GetProperty("point").GetInt32(), decision.GetProperty("organ").GetString(), decision.GetProperty("dueOn").GetString()));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_citizen_books_a_day_without_naming_anybody()
    {
        var page = await host.Browse();
        await Everywhere.Visit(page);
        await page.GotoAsync("/progress/reception");
        await page.CheckAsync("input[name=day]");
        await page.ClickAsync("main form .btn");
        Assert.Contains("约好了，3号", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        var asked = host.Gateway.Asked.Last(each => each.Path.EndsWith("/appointments", StringComparison.Ordinal));
        Assert.Equal(("{}", "ticket-of-the-stub"), (asked.Body, asked.Headers["X-Petition-Ticket"].ToString()));
        await page.Context.CloseAsync();
    }
}
