using System.Text.Json;
using Xinfang.Contracts.Insight.V1;
using Xinfang.Documents.Rendering;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Insight.Tests.Reports;

/// <summary>公开 means that everybody can read it. Years 2089 to 2095.</summary>
public class ReadingPublishedReports(InsightApp app)
{
    private const string Path = "/published-reports";
    private readonly Desk _desk = new(app);

    [Fact, Rule("S-06"), Rule("S-78")]
    public async Task Everybody_reads_a_published_report_and_nobody_reads_who_wrote_it()
    {
        var (id, at) = (await PublishedAsync("RuleOfLaw", 2090), Wire.On(2091, 2, 1));
        using var citizen = app.Public(at);
        var report = await (await citizen.Get($"{Path}/{id}")).Json();
        Assert.Equal(("南开区信访办2090年度法治政府建设情况报告", "2091-01-21", "《法治政府建设与责任落实督察工作规定》第二十四条", 5), (report.Text("title"), report.Text("publishedOn"), report.Text("law"), report.GetProperty("sections").GetArrayLength()));
        Assert.Contains("2090年共登记信访事项", report.GetRawText(), StringComparison.Ordinal);
        foreach (var name in new[] { "supervisor", "office-head", "draftedBy", "approvedBy", "publishedBy", "acts", "findings", "hint" }) Assert.DoesNotContain(name, report.GetRawText(), StringComparison.OrdinalIgnoreCase);

        var listed = Assert.Single(Desk.Items(await (await citizen.Get($"{Path}?limit=100")).Json(), "items"), row => row.Id() == id);
        Assert.Equal(("2090年", "法治政府建设年度报告"), (listed.Text("period"), listed.Text("kindName")));
    }

    [Fact]
    public async Task That_it_can_be_read_is_told_with_its_year_and_day_and_of_other_kinds_nothing()
    {
        var (id, other) = (await PublishedAsync("RuleOfLaw", 2094), await PublishedAsync("Petitions", 2094));
        await InsightApp.Soon(async () => await app.Sql<long>("select count(*) from told where petition_id = $1 and type = 'Insight.V1.ReportPublished'", id) == 1);
        var told = JsonSerializer.Deserialize<ReportPublished>((await app.Sql<string>("select body::text from told where petition_id = $1", id))!, MessageTypes.Json)!;
        Assert.Equal((id, "RuleOfLaw", 2094, new DateOnly(2095, 1, 21), true), (told.ReportId, told.Kind, told.Year, told.PublishedOn, told.InTime));
        Assert.Equal(0, await app.Sql<long>("select count(*) from told where petition_id = $1", other) + await app.Sql<long>("select count(*) from outbox where petition_id = $1", other));
    }

    [Fact]
    public async Task Both_files_are_for_everybody_and_the_second_time_they_are_the_same()
    {
        var id = await PublishedAsync("Disclosure", 2091);
        using var citizen = app.Public(Wire.On(2092, 2, 1));
        foreach (var (file, type) in new[] { ("report.docx", WordFile.ContentType), ("report.pdf", PdfFile.ContentType) })
        {
            var (first, second) = (await citizen.Get($"{Path}/{id}/{file}"), await citizen.Get($"{Path}/{id}/{file}"));
            Assert.Equal((200, type), ((int)first.StatusCode, first.Content.Headers.ContentType?.MediaType));
            Assert.Equal(await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task What_is_not_published_or_withdrawn_or_not_for_the_public_is_not_there()
    {
        var (approved, other, at) = (await _desk.ApprovedAsync("Disclosure", 2092), await PublishedAsync("Petitions", 2092), Wire.On(2093, 2, 1));
        var withdrawn = await PublishedAsync("RuleOfLaw", 2089);
        using var citizen = app.Public(at);
        await (await citizen.Get($"{Path}/{withdrawn}/report.pdf")).Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        await (await _desk.As("office-head", at).Post($"/reports/{withdrawn}/withdrawal", new { reason = "数字有误。" })).Json();
        foreach (var id in new[] { approved, other, withdrawn, Guid.CreateVersion7() })
            foreach (var path in new[] { "", "/report.docx", "/report.pdf" }) await (await citizen.Get($"{Path}/{id}{path}")).Problem(404, "insight.not-found");
        Assert.DoesNotContain(Desk.Items(await (await citizen.Get($"{Path}?limit=100")).Json(), "items"), row => row.Id() == approved || row.Id() == other || row.Id() == withdrawn);
    }

    [Fact]
    public async Task The_list_is_paged_with_the_latest_year_first()
    {
        await PublishedAsync("Disclosure", 2093);
        await PublishedAsync("RuleOfLaw", 2093);
        using var citizen = app.Public(Wire.On(2094, 2, 1));
        var first = await (await citizen.Get($"{Path}?limit=1")).Json();
        var second = await (await citizen.Get($"{Path}?limit=100&after={first.Text("next")}")).Json();
        var rows = Desk.Items(first, "items").Concat(Desk.Items(second, "items")).ToList();
        Assert.Equal(rows.Select(row => row.Text("period")).OrderDescending(StringComparer.Ordinal), rows.Select(row => row.Text("period")));
        Assert.Equal(rows.Count, rows.DistinctBy(row => row.Id()).Count());
        Assert.Equal(["Disclosure", "RuleOfLaw"], rows.Where(row => row.Text("period") == "2093年").Select(row => row.Text("kind")).Order(StringComparer.Ordinal));
        foreach (var query in new[] { "after=%25", "limit=x" }) Assert.Equal(400, (int)(await citizen.Get($"{Path}?{query}")).StatusCode);
    }

    private async Task<Guid> PublishedAsync(string kind, int year)
    {
        var id = await _desk.ApprovedAsync(kind, year);
        await (await _desk.As("office-head", Wire.On(year + 1, 1, 21)).Post($"/reports/{id}/publication", new Dictionary<string, string> { ["on"] = Desk.Day(new(year + 1, 1, 21)) })).Json();
        return id;
    }
}
