using System.Text;

namespace Xinfang.Portal.Tests;

/// <summary>批量导入 without a script: the file goes on in parts, and what is wrong is said in words.</summary>
[Collection(InABrowser.Name)]
public sealed class ImportingFiles(PortalHost host)
{
    [Fact]
    public async Task The_file_goes_on_in_parts_and_its_page_follows()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync("/desk/import");
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(n => $"来信,{n:000000}\r\n"));
        await page.SetInputFilesAsync("#file", new Microsoft.Playwright.FilePayload { Name = "旧台账.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.ClickAsync("button:has-text('上传并试查')");
        await page.WaitForURLAsync("**/desk/import/*follow=1");
        var asked = host.Gateway.Asked.Where(asked => asked.Path.StartsWith("/api/intake/imports/", StringComparison.Ordinal) && asked.Method is "PUT" or "POST").TakeLast(4).ToList();
        Assert.Contains("旧台账.csv", asked[0].Body, StringComparison.Ordinal);
        Assert.Equal(text, asked[1].Body + asked[2].Body);
        Assert.EndsWith("/parts/2", asked[2].Path, StringComparison.Ordinal);
        Assert.Contains($"\"size\":{text.Length + 60_000 * 4}", asked[3].Body, StringComparison.Ordinal); // two Chinese signs a row, three bytes each
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused_in_words_and_a_forged_form_is_not_taken()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Register");
        await page.GotoAsync("/desk/import?wrong=file-name");
        Assert.Contains("只能导入.csv和.xlsx文件", await page.InnerTextAsync(".errors"), StringComparison.Ordinal);
        var status = await page.EvaluateAsync<int>("async () => { const form = new FormData(); form.append('file', new Blob(['来信']), '甲.csv'); return (await fetch('/desk/import/file', { method: 'POST', body: form })).status }");
        Assert.Equal(400, status);
        await page.Context.CloseAsync();
    }
}
