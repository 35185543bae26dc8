using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.Law;

namespace Xinfang.Portal.Tests;

/// <summary>演练时间: every page says that its day is not the real one. And what anybody may compute without a petition.</summary>
public sealed class Rehearsing
{
    [Fact]
    public async Task Every_page_says_which_day_it_counts_with()
    {
        await using var portal = Portal();
        var client = portal.CreateClient();
        Assert.DoesNotContain("演练时间", await TextAsync(client, "/"), StringComparison.Ordinal);

        var clock = portal.Services.GetRequiredService<LegalClock>();
        clock.MoveTo(15);

        foreach (var page in (string[])["/", "/info", "/calculator", "/progress"])
        {
            var text = await TextAsync(client, page);
            Assert.Contains("演练时间", text, StringComparison.Ordinal);
            Assert.Contains(ChineseDates.Full(clock.Now().Date), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_calculator_shows_the_date_and_its_sum_without_a_script()
    {
        await using var portal = Portal();
        var text = await TextAsync(portal.CreateClient(), "/calculator?term=completion&from=2026-03-11");

        Assert.Contains("2026年5月11日（周一）", text, StringComparison.Ordinal);
        Assert.Contains("遇周日", text, StringComparison.Ordinal);
        Assert.Contains("《信访工作条例》第三十四条；期间末日顺延比照《民法典》第二百零三条", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/calculator?term=&from=2026-03-11", "请选一种期限")]
    [InlineData("/calculator?term=completion&from=yesterday", "请写年、月、日")]
    [InlineData("/calculator?term=completion&from=2022-04-30", "施行")]
    [InlineData("/calculator?term=completion&from=2026-03-11&extension=31", "延长合计不超过30日")]
    [InlineData("/calculator?term=review&from=2026-03-11&hearing=4", "只有复核的听证时间不计入期限")]
    public async Task The_calculator_says_what_to_repair(string address, string words)
    {
        await using var portal = Portal();
        Assert.Contains(words, await TextAsync(portal.CreateClient(), address), StringComparison.Ordinal);
    }

    private static WebApplicationFactory<Program> Portal() => new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
    {
        web.UseSetting("services:gateway:http:0", "http://127.0.0.1:9");
        web.UseSetting("Identity:Issuer", "http://localhost:8080/");
    });

    private static async Task<string> TextAsync(HttpClient client, string page) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken));
}
