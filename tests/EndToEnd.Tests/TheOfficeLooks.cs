using Microsoft.Playwright;
using Xinfang.EndToEnd.Tests.Running;

namespace Xinfang.EndToEnd.Tests;

/// <summary>What the leader and the head of the office see of the running system, in a real browser before the real services. Pictures are left in artifacts/office.</summary>
[Collection(nameof(WholeSystem))]
public sealed class TheOfficeLooks(WholeSystem system) : IAsyncLifetime
{
    private Looking _look = null!;

    public async ValueTask InitializeAsync() => _look = await Looking.BeginAsync(system, "office");

    public ValueTask DisposeAsync() => _look.DisposeAsync();

    [Fact]
    public async Task A_leader_sees_the_year_and_follows_a_figure_to_the_petitions_behind_it()
    {
        await RegisteredAsync();
        var page = await _look.SignInAsync("leader");
        await Looking.UntilAsync(page, "/desk", ".kpi .v", isSelector: true);
        await _look.LookAsync(page, "leader");
        await page.ClickAsync(".side summary:text-is('统计')");
        await page.ClickAsync(".side a:has-text('统计分析')");
        await page.WaitForURLAsync("**/desk/insight");
        await _look.LookAsync(page, "dashboard");
        await page.ClickAsync("main a:has-text('全部指标')");
        await page.WaitForURLAsync("**/desk/insight/measures**");
        await _look.LookAsync(page, "measures");
        await page.Locator("main table a:has-text('全部件次')").First.ClickAsync();
        await page.WaitForURLAsync("**/desk/insight/petitions**");
        await Looking.UntilAsync(page, new Uri(page.Url).PathAndQuery, "120104-");
        await _look.LookAsync(page, "behind");
        foreach (var (path, name) in new[] { ("/desk/insight/measures/K-01", "measure"), ("/desk/insight/counts", "counts"), ("/desk/warnings", "warnings") })
        {
            await page.GotoAsync(path);
            await _look.LookAsync(page, name);
        }
    }

    [Fact]
    public async Task The_head_of_the_office_drafts_the_years_report_and_reads_what_it_still_wants()
    {
        await RegisteredAsync();
        var page = await _look.SignInAsync("office-head");
        await page.GotoAsync("/desk/reports");
        await page.SelectOptionAsync("main form[method=post] select[name=kind]", "Petitions");
        await page.FillAsync("main form[method=post] input[name=year]", "2026");
        await page.ClickAsync("text=冻结数字，起草");
        await page.WaitForURLAsync("**?done=draft");
        Assert.Contains("待填写", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await _look.LookAsync(page, "draft");
        foreach (var file in new[] { "report.docx", "report.pdf" })
        {
            var answer = await page.APIRequest.GetAsync($"{new Uri(page.Url).GetLeftPart(UriPartial.Path)}/{file}");
            Assert.True(answer.Ok && (await answer.BodyAsync()).Length > 2_000, file);
        }
        foreach (var (path, name) in new[] { ("/desk/governance/road-map", "road-map"), ("/desk/governance/tasks", "tasks"), ("/desk/governance/publishing", "publishing") })
        {
            await page.GotoAsync(path);
            await _look.LookAsync(page, name);
        }
    }

    private async Task RegisteredAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var filed = await system.People.FileAsync(7400, ct);
        await system.People.ClassifyAsync(filed.Id, ct);
    }
}
