using System.IO.Compression;
using System.Net;
using Xinfang.Portal.Desk;
using Xinfang.Portal.Public;
using Xinfang.Portal.Shell;

namespace Xinfang.Portal.Tests;

/// <summary>Size, policy and words that hold without a browser.</summary>
[Collection(InABrowser.Name)]
public sealed class Promises(PortalHost host)
{
    private static readonly string[] Banned = ["系统繁忙", "操作成功", "参数错误", "非法", "请知悉", "高度重视", "敬请谅解", "！"];

    [Theory]
    [InlineData("/")]
    [InlineData("/path")]
    [InlineData("/submit/2")]
    [InlineData("/progress")]
    [InlineData("/privacy")]
    public async Task A_public_page_with_its_stylesheet_stays_far_below_60_KB_and_has_no_script_and_no_inline_style(string path)
    {
        using var http = Client();
        var page = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var css = await http.GetAsync(new Uri(Stylesheet.Href, UriKind.Relative), TestContext.Current.CancellationToken);
        var sheet = await css.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(Gzip(System.Text.Encoding.UTF8.GetBytes(html)) + Gzip(sheet) < 20_000, $"{Gzip(System.Text.Encoding.UTF8.GetBytes(html))} + {Gzip(sheet)}");
        Assert.True(sheet.Length <= 28 * 1024, $"{sheet.Length}");
        Assert.Contains("immutable", css.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("&#x[2-9A-F][0-9A-F]{3};", html); // Chinese as it is
        Assert.Contains("default-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.All(Banned, word => Assert.DoesNotContain(word, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_page_says_so_in_plain_words_and_a_form_without_its_token_is_refused_with_a_page()
    {
        using var http = Client();
        var missing = await http.GetAsync(new Uri("/nowhere", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("可能地址打错了，也可能不归您办。", await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([new("_handler", "query"), new("number", Story.Number)]);
        var refused = await http.PostAsync(new Uri("/progress", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("没有提交成功", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/info", "/info")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("", "/")]
    public void Redirects_stay_on_this_site(string asked, string given) => Assert.Equal(given, Look.Local(asked));

    [Theory]
    [InlineData("0415", "2026-04-15")]
    [InlineData("-2", "2026-04-15")]
    [InlineData("今天", "2026-04-17")]
    [InlineData("2026-4-5", "2026-04-05")]
    [InlineData("2026年4月5日", "2026-04-05")]
    [InlineData("20260405", "2026-04-05")]
    [InlineData("0230", null)]
    [InlineData("明天", null)]
    public void Staff_type_days_short(string typed, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), StaffDate.Read(typed, new(2026, 4, 17)));

    [Fact]
    public void Every_way_through_the_guide_ends_on_a_road_with_its_article()
    {
        foreach (var about in PathTable.About)
        {
            var stages = PathTable.Stages(about.Code);
            foreach (var stage in stages.Count == 0 ? [new PathAnswer("", "")] : stages)
            {
                var road = PathTable.Find(about.Code, stage.Code);
                Assert.True(road is not null, $"{about.Code}/{stage.Code}");
                Assert.Contains("条", road.Basis, StringComparison.Ordinal);
                Assert.NotEmpty(road.Also);
            }
        }
    }

    private HttpClient Client() => new() { BaseAddress = host.Address };

    private static long Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return packed.Length;
    }
}
