using Microsoft.Playwright;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>
/// The main journey as people see it, in a real browser, the citizen's with JavaScript off: a citizen files, a clerk routes, an officer accepts, hears,
/// decides, serves and completes, the citizen follows and rates. A picture of every page is left in artifacts/journey.
/// </summary>
[Collection(nameof(WholeSystem))]
public sealed class Journey(WholeSystem system) : IAsyncLifetime
{
    private Looking _look = null!;

    public async ValueTask InitializeAsync() => _look = await Looking.BeginAsync(system, "journey");

    public ValueTask DisposeAsync() => _look.DisposeAsync();

    [Fact]
    public async Task From_a_citizens_petition_to_the_rating()
    {
        var (number, code) = await FileAsync();
        Assert.Contains("区信访办收到了", await (await FollowAsync(number, code, "registered")).InnerTextAsync("h1"), StringComparison.Ordinal);

        var petition = await RouteAsync(number);
        var officer = await _look.SignInAsync("120104-zjw.officer");
        await Looking.UntilAsync(officer, $"/desk/petitions/{petition}", number); // the inbox may be pages long when other tests ran before
        await officer.GotoAsync("/desk/inbox");
        await _look.LookAsync(officer, "inbox");
        await HandleAsync(officer, petition);

        var citizen = await FollowAsync(number, code, "accepted");
        Assert.Contains("正在办理", await citizen.InnerTextAsync("h1"), StringComparison.Ordinal);
        await DecideAsync(officer, petition);

        citizen = await RateAsync(number, code);
        Assert.Contains("评价", await citizen.InnerTextAsync("main"), StringComparison.Ordinal);
        await ActAsync(officer, petition, "completion", "办结", async () =>
        {
            await officer.FillAsync("#result", "主管道已修好，信访人确认。");
            foreach (var limb in new[] { "Resolve", "Educate", "Relieve", "ByLaw" })
                await officer.CheckAsync($"input[name=applies-{limb}][value={(limb is "Resolve" or "Educate" ? "yes" : "no")}]");
            await officer.FillAsync("#evidence-Resolve", "验收照片在案。");
            await officer.FillAsync("#evidence-Educate", "当面讲清了规定。");
            await officer.CheckAsync("input[name=level][value=District]");
            await officer.CheckAsync("input[name=cause][value=FailedToAct]");
        });
        await Looking.UntilAsync(citizen, "/progress/view", "办结");
        await _look.LookAsync(citizen, "completed");
    }

    private async Task<(string Number, string Code)> FileAsync()
    {
        var page = await _look.BrowseAsync(360, script: false);
        await page.GotoAsync("/");
        await _look.LookAsync(page, "home");
        await page.GotoAsync("/submit/1");
        await _look.LookAsync(page, "submit-who");
        await page.FillAsync("#name", "张某某");
        await page.FillAsync("#phone", "13000000001");
        await page.FillAsync("#address", "长虹街道安和里（示例小区）3号楼");
        await page.ClickAsync("text=下一步：什么事");
        await _look.LookAsync(page, "submit-what");
        await page.CheckAsync("input[name=category][value=Redress]");
        await page.FillAsync("#subject", "一楼下水管返水，物业和产权单位互相推");
        await page.SelectOptionAsync("#street", "120104001");
        await page.FillAsync("#facts", "上月20日晚一楼卫生间地漏冒污水，淹到客厅。物业看过，称主管道归产权单位，产权单位称已移交物业。");
        await page.FillAsync("#claim-1", "修好主管道，不再返水");
        await page.ClickAsync("text=下一步：材料");
        await _look.LookAsync(page, "submit-materials");
        await page.ClickAsync("text=下一步：核对并提交");
        await page.CheckAsync("#truthful");
        await page.CheckAsync("#privacy");
        await _look.LookAsync(page, "submit-check");
        await page.ClickAsync("button:text-is('提交')");
        Assert.EndsWith("/receipt", page.Url, StringComparison.Ordinal);
        await _look.LookAsync(page, "receipt");
        return (await page.InnerTextAsync(".slip dd b"), await page.InnerTextAsync(".slip .code"));
    }

    private async Task<IPage> FollowAsync(string number, string code, string name)
    {
        var page = await _look.BrowseAsync(360, script: false);
        await page.GotoAsync($"/progress?number={number}");
        await page.FillAsync("#code", code);
        await page.FillAsync("#last", "0001");
        await page.ClickAsync("main form .btn");
        await page.WaitForURLAsync("**/progress/view");
        await _look.LookAsync(page, $"progress-{name}");
        return page;
    }

    private async Task<string> RouteAsync(string number)
    {
        var clerk = await _look.SignInAsync("clerk");
        await clerk.GotoAsync($"/desk/routing?state=All&q={number}");
        await _look.LookAsync(clerk, "routing");
        await clerk.ClickAsync($"a:has-text('{number}')");
        var petition = new Uri(clerk.Url).Segments[^1];
        await _look.LookAsync(clerk, "routing-petition");
        await clerk.CheckAsync("input[name=category][value=Redress]");
        await clerk.SelectOptionAsync("#contentCode", "030000");
        await clerk.ClickAsync("button:has-text('定下性质')");
        await clerk.CheckAsync("input[name=organ][value=other]");
        await clerk.SelectOptionAsync("#other", "120104-zjw");
        await clerk.FillAsync("#reason", "房屋共用管道归区住建委管");
        await clerk.ClickAsync("button:has-text('转出')");
        await _look.LookAsync(clerk, "routed");
        return petition;
    }

    private async Task HandleAsync(IPage officer, string petition)
    {
        await officer.GotoAsync($"/desk/petitions/{petition}");
        await _look.LookAsync(officer, "petition");
        await ActAsync(officer, petition, "claim", "认领");
        await ActAsync(officer, petition, "acceptance", "受理", () => officer.FillAsync("#contactPhone", "022-0000 0002"));
    }

    private async Task DecideAsync(IPage officer, string petition)
    {
        await ActAsync(officer, petition, "statement", "记下陈述", async () =>
        {
            await officer.CheckAsync("input[name=way][value=Visit]");
            await officer.FillAsync("#summary", "信访人说20日晚开始返水，物业来看过一次。");
        });
        await ActAsync(officer, petition, "opinion/draft", "送审核", async () =>
        {
            await officer.FillAsync("#facts", "经现场管道内窥，一楼以下主管道塌陷；移交协议第4条约定由产权单位维修。");
            await officer.CheckAsync("input[name=outcome-1][value=Supported]");
            await officer.FillAsync("#reason-1", "移交协议写明由产权单位维修");
            await officer.FillAsync("#basis-1", "《物业管理条例》第五十五条");
        });
        await ActAsync(await _look.SignInAsync("120104-zjw.checker"), petition, "opinion/check", "审核通过");
        await ActAsync(await _look.SignInAsync("120104-zjw.head"), petition, "opinion/signature", "签发");
        await ActAsync(officer, petition, "service", "记下送达", async () =>
        {
            await officer.CheckAsync("input[name=method][value=HandedOver]");
            await officer.FillAsync("#receiver", "张某某本人");
        });
    }

    private async Task ActAsync(IPage officer, string petition, string act, string button, Func<Task>? fill = null)
    {
        await officer.GotoAsync($"/desk/petitions/{petition}/{act}");
        await _look.LookAsync(officer, $"act-{act.Replace('/', '-')}");
        if (fill is not null) await fill();
        await officer.ClickAsync($"main button:has-text('{button}')");
        Assert.Equal(0, await officer.Locator(".errors, .note.bad").CountAsync());
        await _look.LookAsync(officer, $"after-{act.Replace('/', '-')}");
    }

    private async Task<IPage> RateAsync(string number, string code)
    {
        var citizen = await FollowAsync(number, code, "decided");
        await Looking.UntilAsync(citizen, "/progress/view", ".acts a:has-text('评价')", isSelector: true);
        await _look.LookAsync(citizen, "progress-served");
        var documents = await citizen.Locator(".docs a").EvaluateAllAsync<string[]>("all => all.map(each => each.getAttribute('href'))");
        Assert.True(documents.Length >= 3, "receipt, acceptance and opinion are there to read");
        foreach (var document in documents)
        {
            await citizen.GotoAsync(document);
            await _look.LookAsync(citizen, "document");
        }
        await citizen.GotoAsync("/progress/rate");
        await _look.LookAsync(citizen, "rate");
        await citizen.CheckAsync("input[name=office][value=Satisfied]");
        await citizen.CheckAsync("input[name=organ][value=FairlySatisfied]");
        await citizen.ClickAsync("text=提交评价");
        await _look.LookAsync(citizen, "rated");
        return citizen;
    }
}
