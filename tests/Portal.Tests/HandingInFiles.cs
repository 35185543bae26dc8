using System.Text.Json;
using Microsoft.Playwright;

namespace Xinfang.Portal.Tests;

/// <summary>Files go with the form by its buttons; nothing of them is kept on the way.</summary>
[Collection(InABrowser.Name)]
public sealed class HandingInFiles(PortalHost host)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Are_sent_told_removed_and_handed_in_with_and_without_a_script(bool script)
    {
        var page = await host.Browse(360, script);
        await Everywhere.Draft(page); // one that is taken, and one that is not
        Assert.Contains("“不收的.exe”没有收下：不收这种文件。", await page.InnerTextAsync("#files"), StringComparison.Ordinal);
        await Send(page, new FilePayload { Name = "合同.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() }, 2);
        Assert.DoesNotContain("不收的.exe", await page.InnerTextAsync("#files"), StringComparison.Ordinal); // said once
        await page.ClickAsync("#files .docs li:has-text('合同.pdf') button");
        Assert.Equal(1, await page.Locator("#files .docs li").CountAsync());

        await page.ClickAsync("text=下一步：核对并提交");
        Assert.Contains("卫生间返水.jpg（1 KB）", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.CheckAsync("#truthful");
        await page.CheckAsync("#privacy");
        await page.ClickAsync("button:text-is('提交')");
        Assert.Contains("1个文件：卫生间返水.jpg", await page.InnerTextAsync(".slip"), StringComparison.Ordinal);

        var filed = host.Gateway.Asked.Last(asked => asked is { Method: "POST", Path: "/api/intake/petitions" });
        var key = filed.Headers["X-Upload-Key"].ToString();
        Assert.Equal(host.Gateway.Uploads[key].Keys.Select(id => id.ToString()), JsonDocument.Parse(filed.Body).RootElement.GetProperty("attachments").EnumerateArray().Select(id => id.GetString()));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Chosen_and_passed_on_with_the_next_step_they_are_not_forgotten()
    {
        var page = await host.Browse();
        await Everywhere.Draft(page);
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "收据.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() });
        await page.ClickAsync("text=下一步：核对并提交");
        Assert.Contains("收据.pdf", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Beside_a_supplement_what_was_typed_stays()
    {
        var page = await host.Browse();
        await Everywhere.Visit(page);
        await page.GotoAsync("/progress/add");
        await page.FillAsync("#text", "昨晚又返水一次，有照片。");
        await Send(page, new FilePayload { Name = "昨晚.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF] }, 1);
        Assert.Equal("昨晚又返水一次，有照片。", await page.InputValueAsync("#text"));

        await page.SetInputFilesAsync("#file", new FilePayload { Name = "忘了传.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF] });
        await page.ClickAsync("button:text-is('交给经办人')");
        Assert.Contains("请先按“把选好的文件传上来”", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("button:text-is('交给经办人')"); // a new page has nothing chosen
        await page.WaitForURLAsync("**/progress/view?added=1");
        var sent = host.Gateway.Asked.Last(asked => asked is { Method: "POST", Path: "/api/intake/progress/supplements" });
        Assert.Equal(1, JsonDocument.Parse(sent.Body).RootElement.GetProperty("attachments").GetArrayLength());
        Assert.Contains("您交的材料", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_clerk_says_which_scan_is_the_envelope()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync("/desk/register?channel=Letter");
        await page.FillAsync("#name", "张某某");
        await page.FillAsync("#phone", "13000000001");
        await page.FillAsync("#address", "长虹街道安和里（示例小区）3号楼");
        await page.CheckAsync("input[name=category][value=Redress]");
        await page.FillAsync("#subject", "一楼下水管返水");
        await page.FillAsync("#facts", "2月28日晚一楼卫生间地漏冒污水，淹到客厅。");
        await page.FillAsync("#claims", "修好主管道");
        await Send(page, new FilePayload { Name = "第1页.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF] }, 1);
        await Send(page, new FilePayload { Name = "信封.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF] }, 2);
        Assert.Equal("一楼下水管返水", await page.InputValueAsync("#subject"));
        await page.SelectOptionAsync("#files .docs li:has-text('信封.jpg') select", "Envelope");
        await page.ClickAsync("button[accesskey=s]");
        await page.WaitForURLAsync("**/desk/register/receipt");
        var body = JsonDocument.Parse(host.Gateway.Asked.Last(asked => asked.Method == "PUT" && asked.Path.StartsWith("/api/intake/petitions/", StringComparison.Ordinal)).Body).RootElement;
        Assert.Equal((1, 1, false), (body.GetProperty("letterPages").GetArrayLength(), body.GetProperty("envelope").GetArrayLength(), body.TryGetProperty("attachments", out _)));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Are_downloaded_as_what_no_browser_opens_by_itself()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        await page.GotoAsync($"/desk/petitions/{Story.Id}");
        Assert.Equal(1, await page.Locator(".docs a[href*='/attachments/']").CountAsync()); // the one kept back has no link
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".docs a[href*='/attachments/']"));
        Assert.Equal("合同.pdf", download.SuggestedFilename);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_form_from_elsewhere_sends_nothing_on()
    {
        var before = host.Gateway.Asked.Count(asked => asked.Method == "PUT");
        using var http = new HttpClient { BaseAddress = host.Address };
        using var form = new MultipartFormDataContent { { new StringContent("next"), "press" }, { new ByteArrayContent([0xFF, 0xD8, 0xFF]), "file", "a.jpg" } };
        using var answer = await http.PostAsync(new Uri("/submit/files", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal((400, before), ((int)answer.StatusCode, host.Gateway.Asked.Count(asked => asked.Method == "PUT")));
    }

    /// <summary>By the button where there is no script; with one it has begun by itself.</summary>
    private static async Task Send(IPage page, FilePayload file, int then)
    {
        await page.WaitForLoadStateAsync();
        await page.SetInputFilesAsync("#file", file);
        if (await page.IsVisibleAsync("button[value=upload]")) await page.ClickAsync("button[value=upload]");
        await page.WaitForSelectorAsync($"#files .docs li >> nth={then - 1}");
    }
}
