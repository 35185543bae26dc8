using System.Text.Json;
using Microsoft.Playwright;

namespace Xinfang.Portal.Tests;

/// <summary>Submit, receipt, progress, rate and supplement with JavaScript off, from the keyboard's point of view: forms and links only.</summary>
[Collection(InABrowser.Name)]
public sealed class TheCitizensWay(PortalHost host)
{
    [Fact]
    public async Task From_the_home_page_to_the_receipt_and_the_timeline()
    {
        var page = await host.Browse(360);
        await page.GotoAsync("/");
        await page.ClickAsync("text=我要信访");
        await FillWho(page);

        await page.CheckAsync("input[name=category][value=Redress]");
        await page.FillAsync("#subject", "一楼下水管返水，物业和产权单位互相推");
        await page.SelectOptionAsync("#street", "120104001");
        await page.FillAsync("#facts", "2月28日晚一楼卫生间地漏冒污水，淹到客厅。");
        await page.FillAsync("#claim-1", "修好主管道，不再返水");
        await page.ClickAsync("text=再加一条请求");
        Assert.Equal("修好主管道，不再返水", await page.InputValueAsync("#claim-1"));
        await page.FillAsync("#claim-2", "赔偿泡坏的地板4200元");
        await page.ClickAsync("text=下一步：材料");
        await page.ClickAsync("text=下一步：核对并提交");

        Assert.Contains("赔偿泡坏的地板4200元", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("button:text-is('提交')");
        Assert.StartsWith("有2处要改：", await page.TitleAsync(), StringComparison.Ordinal);
        await page.CheckAsync("#truthful");
        await page.CheckAsync("#privacy");
        await page.ClickAsync("button:text-is('提交')");

        Assert.EndsWith("/receipt", page.Url, StringComparison.Ordinal);
        var slip = await page.InnerTextAsync(".slip");
        Assert.Contains(Story.Number, slip, StringComparison.Ordinal);
        Assert.Contains("7K4M-29QX", slip, StringComparison.Ordinal);
        Assert.Contains("2026年3月17日（周二）", slip, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".slip .qr path").CountAsync() / 2);

        var filed = host.Gateway.Asked.Last(asked => asked is { Method: "POST", Path: "/api/intake/petitions" });
        var body = JsonDocument.Parse(filed.Body).RootElement;
        Assert.Equal("张某某", body.GetProperty("petitioner").GetProperty("name").GetString());
        Assert.Equal(2, body.GetProperty("claims").GetArrayLength());
        Assert.Equal("2026-11", body.GetProperty("privacyVersion").GetString());
        Assert.Matches("^[0-9a-f]{32}$", filed.Headers["Idempotency-Key"].ToString());

        await Everywhere.Visit(page);
        Assert.Equal("区住建委正在办理", await page.InnerTextAsync("h1"));
        Assert.Equal(1, await page.Locator("[aria-current=step]").CountAsync());
        await page.ClickAsync("main .chip summary >> nth=0");
        Assert.Contains("顺延到下一个上班日", await page.InnerTextAsync("main .chip .why >> nth=0"), StringComparison.Ordinal);
        await page.ClickAsync(".docs a >> nth=1");
        Assert.Contains("受理告知书", await page.InnerTextAsync(".notice h1"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_personal_and_no_code_is_ever_in_an_address()
    {
        var page = await host.Browse();
        var addresses = new System.Collections.Concurrent.ConcurrentQueue<string>();
        page.Request += (_, request) => addresses.Enqueue(request.Url);
        await page.GotoAsync("/submit/1");
        await FillWho(page);
        await Everywhere.Visit(page);
        await page.GotoAsync("/progress/view");

        Assert.DoesNotContain(addresses, address => address.Contains("29QX", StringComparison.OrdinalIgnoreCase) || Uri.UnescapeDataString(address).Contains("张某某", StringComparison.Ordinal) || address.Contains("13000000001", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Errors_stand_in_the_title_the_summary_and_at_the_field_and_what_was_typed_stays()
    {
        var page = await host.Browse();
        await page.GotoAsync("/submit/1");
        await FillWho(page);
        await page.CheckAsync("input[name=category][value=Redress]");
        await page.FillAsync("#subject", "电梯停了20天");
        await page.FillAsync("#year", "2026");
        await page.FillAsync("#month", "2");
        await page.FillAsync("#day", "30");
        await page.ClickAsync("text=下一步：材料");

        Assert.StartsWith("有3处要改：", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(["2026年2月没有30日，请改成1到28之间", "把经过写下来，现在是空的", "写明第1项请求：您希望怎么解决"], await page.Locator(".errors a").AllInnerTextsAsync());
        Assert.Equal("true", await page.GetAttributeAsync("#day", "aria-invalid"));
        Assert.Null(await page.GetAttributeAsync("#month", "aria-invalid"));
        Assert.Equal("电梯停了20天", await page.InputValueAsync("#subject"));
        Assert.Equal(422, (await page.ReloadAsync())!.Status);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_refusal_of_the_service_is_shown_in_its_own_words_and_keeps_the_draft()
    {
        var page = await host.Browse();
        await page.GotoAsync("/submit/1");
        await FillWho(page);
        await page.CheckAsync("input[name=category][value=Suggestion]");
        await page.FillAsync("#subject", "图书馆周末开到晚上九点");
        await page.FillAsync("#facts", "上班的人只有周末和晚上有空，现在周末五点就关门。");
        await page.FillAsync("#claim-1", "周末延长到二十一点");
        await page.ClickAsync("text=下一步：材料");
        await page.ClickAsync("text=下一步：核对并提交");
        await page.CheckAsync("#truthful");
        await page.CheckAsync("#privacy");
        host.Gateway.Refusals["/api/intake/petitions"] = (503, new { type = "urn:xinfang:service.unavailable", title = "x", status = 503, traceId = "00-abcdef0123456789-7f3a2b" });
        await page.ClickAsync("button:text-is('提交')");

        var alert = await page.InnerTextAsync("[role=alert]");
        Assert.Contains("7f3a2b", alert, StringComparison.Ordinal);
        Assert.Contains("022-0000 0000", alert, StringComparison.Ordinal);
        Assert.Contains("周末延长到二十一点", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.CheckAsync("#truthful");
        await page.CheckAsync("#privacy");
        await page.ClickAsync("button:text-is('提交')");
        Assert.EndsWith("/receipt", page.Url, StringComparison.Ordinal);
        var keys = host.Gateway.Asked.Where(asked => asked is { Method: "POST", Path: "/api/intake/petitions" } && asked.Body.Contains("二十一点", StringComparison.Ordinal)).Select(asked => asked.Headers["Idempotency-Key"].ToString()).ToList();
        Assert.Equal(2, keys.Count);
        Assert.Equal(keys[0], keys[1]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_draft_is_taken_up_elsewhere_by_its_code_and_a_lost_one_is_told()
    {
        var first = await host.Browse();
        await first.GotoAsync("/submit/1");
        await first.FillAsync("#name", "张某某");
        await first.ClickAsync("text=先保存，以后再填");
        var code = await first.InnerTextAsync(".code");

        var second = await host.Browse();
        await second.GotoAsync("/submit/resume");
        await second.FillAsync("#code", code.ToUpperInvariant());
        await second.ClickAsync("text=取回草稿");
        Assert.Equal("张某某", await second.InputValueAsync("#name"));

        await second.Context.AddCookiesAsync([new Cookie { Name = "draft", Value = "AAAABBBBCCCCDDDD", Url = host.Address.ToString() }]);
        await second.GotoAsync("/submit/2");
        Assert.Contains("草稿找不到了", await second.InnerTextAsync("main"), StringComparison.Ordinal);
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task A_wrong_code_does_not_say_what_is_wrong()
    {
        var page = await host.Browse();
        await page.GotoAsync("/progress");
        await page.FillAsync("#number", Story.Number);
        await page.FillAsync("#code", "WRONGXYZ");
        await page.FillAsync("#last", "0000");
        await page.ClickAsync("main form .btn");
        Assert.Contains("有一样对不上", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("", await page.InputValueAsync("#code"));
        await page.GotoAsync("/progress/view");
        Assert.EndsWith("/progress", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rates_with_a_reason_supplements_and_leaves()
    {
        var page = await host.Browse();
        await Everywhere.Visit(page);
        await page.ClickAsync(".acts a:has-text('评价')");
        await page.CheckAsync("input[name=office][value=Satisfied]");
        await page.CheckAsync("input[name=organ][value=Dissatisfied]");
        await page.ClickAsync("text=提交评价");
        Assert.Equal(["请写一句区住建委哪里让您不满意"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.FillAsync("#organReason", "说好三天来，来了二十天");
        await page.ClickAsync("text=提交评价");
        Assert.Contains("评价已经收到", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("""{"office":"Satisfied","organ":"Dissatisfied","organReason":"说好三天来，来了二十天"}""", host.Gateway.Asked.Last(asked => asked.Path == "/api/intake/progress/rating").Body, StringComparison.Ordinal);

        await page.ClickAsync(".acts a:has-text('补充材料')");
        await page.FillAsync("#text", "昨晚又返水一次。");
        await page.ClickAsync("text=交给经办人");
        Assert.Contains("已经收到您补充的情况", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.ClickAsync("text=退出查询");
        Assert.Contains("已经退出", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync("/progress/view");
        Assert.EndsWith("/progress", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_elder_look_is_switched_and_comes_back_to_the_same_page()
    {
        var page = await host.Browse();
        await page.GotoAsync("/info");
        await page.ClickAsync("header >> text=关怀版");
        Assert.EndsWith("/info", page.Url, StringComparison.Ordinal);
        Assert.Equal("elder", await page.GetAttributeAsync("html", "class"));
        await page.GotoAsync("/");
        Assert.Contains("有人帮您写", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("header >> text=回到普通版");
        Assert.Null(await page.GetAttributeAsync("html", "class"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_receipt_prints_on_one_page()
    {
        var page = await host.Browse();
        await page.GotoAsync("/submit/1");
        await FillWho(page);
        await page.CheckAsync("input[name=category][value=Redress]");
        await page.FillAsync("#subject", "路灯坏了一个月");
        await page.FillAsync("#facts", "11月1日起小区门口的路灯不亮，晚上有人摔倒。");
        await page.FillAsync("#claim-1", "修好路灯");
        await page.ClickAsync("text=下一步：材料");
        await page.ClickAsync("text=下一步：核对并提交");
        await page.CheckAsync("#truthful");
        await page.CheckAsync("#privacy");
        await page.ClickAsync("button:text-is('提交')");
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(pdf, @"/Type\s*/Page\b(?!s)"));
        await page.Context.CloseAsync();
    }

    private static async Task FillWho(IPage page)
    {
        await page.FillAsync("#name", "张某某");
        await page.FillAsync("#phone", "13000000001");
        await page.FillAsync("#address", "长虹街道安和里（示例小区）3号楼");
        await page.ClickAsync("text=下一步：什么事");
    }
}
