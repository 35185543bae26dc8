using System.Diagnostics;
using System.Text;
using System.Text.Json;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xinfang.Documents.Rendering;
using Xinfang.Outreach.Api.Library;
using Xinfang.Outreach.Api.Media;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.Testing;
using static Xinfang.Outreach.Api.Library.Written;

namespace Xinfang.Outreach.Tests.Media;

/// <summary>The faces, opened once.</summary>
public sealed class Faces : IDisposable
{
    public PaperFonts Fonts { get; } = new();

    public void Dispose() => Fonts.Dispose();
}

/// <summary>One source, every medium (S-45): printed, looked at and read back by machine.</summary>
public class PrintingTexts(Faces faces) : IClassFixture<Faces>
{
    private const string Address = "http://localhost:8080/law/";

    private static readonly Dictionary<string, Func<Printed, PaperFonts, byte[]>> Media = new()
    {
        ["poster"] = Poster.Of, ["notice-a4"] = NoticeSheet.A4, ["notice-a3"] = NoticeSheet.A3, ["leaflet"] = Leaflet.Of,
    };

    private static readonly JsonElement Seeds = Read();

    public static TheoryData<string, string> ThreeContentsInEveryMedium()
    {
        TheoryData<string, string> data = [];
        foreach (var slug in (string[])["how-long", "six-roads", "kept-secret", "the-longest"])
            foreach (var medium in Media.Keys) data.Add(slug, medium);
        return data;
    }

    [Theory, MemberData(nameof(ThreeContentsInEveryMedium)), Rule("S-59"), Rule("S-61"), Rule("S-62")]
    public async Task Everything_is_on_the_paper_with_its_fonts_and_the_code_reads_back(string slug, string medium)
    {
        var text = Of(slug);
        var file = Media[medium](text, faces.Fonts);

        using var pdf = PdfDocument.Open(file);
        Assert.Equal(medium == "leaflet" ? 2 : 1, pdf.NumberOfPages);
        var read = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal);
        Assert.All(text.Sections, section => Assert.Contains(section.Text!.Replace(" ", "", StringComparison.Ordinal), read, StringComparison.Ordinal));
        Assert.All(text.TitleLines, line => Assert.Contains(line, read, StringComparison.Ordinal));
        var raw = Encoding.Latin1.GetString(file);
        Assert.True(raw.Contains("/FontFile", StringComparison.Ordinal) || raw.Contains("/Type3", StringComparison.Ordinal), "glyphs travel with the file");
        Assert.All(pdf.GetPages(), page => Assert.All(page.Letters, letter =>
            Assert.True(letter.BoundingBox.Left >= 0 && letter.BoundingBox.Right <= page.Width && letter.BoundingBox.Bottom >= 0 && letter.BoundingBox.Top <= page.Height, $"{letter.Value} leaves the page")));

        Assert.Contains($"QR-Code:{text.Address}", await CodesAsync(file, slug, medium), StringComparison.Ordinal);
    }

    [Fact, Rule("S-62")]
    public void The_leaflet_folds_right()
    {
        var text = Of("how-long");
        using var pdf = PdfDocument.Open(Leaflet.Of(text, faces.Fonts));
        var (outside, inside) = (pdf.GetPage(1), pdf.GetPage(2));
        // Outside from the left: what folds in (97 mm), back (100), front (100); inside in the order of reading.
        Assert.InRange(At(outside, "记住这几个数"), 0, 97);
        Assert.InRange(At(outside, "找我们"), 97, 197);
        Assert.InRange(At(outside, "多久有答复"), 197, 297);
        Assert.InRange(At(inside, "登记转送"), 0, 100);
        Assert.InRange(At(inside, "书面答复"), 100, 200);
        Assert.InRange(At(inside, "考考您"), 200, 297);
        Assert.All(new[] { outside, inside }, page => Assert.Equal((842, 595), ((int)Math.Round(page.Width), (int)Math.Round(page.Height))));
        // Nothing is printed across a fold (inside, the title's strip apart).
        foreach (var (page, folds) in new[] { (outside, new[] { 97.0, 197 }), (inside, [100.0, 200]) })
            Assert.All(page.Letters.Where(letter => page == outside || letter.BoundingBox.Top < page.Height - 40), letter => Assert.All(folds, fold =>
                Assert.False(letter.BoundingBox.Left < fold * 72 / 25.4 && letter.BoundingBox.Right > fold * 72 / 25.4, $"{letter.Value} is folded")));
    }

    [Theory]
    [InlineData("how-long")]
    [InlineData("six-roads")]
    [InlineData("the-longest")]
    public void Even_the_longest_text_fits_without_type_that_is_too_small(string slug)
    {
        var text = Of(slug);
        // At the smallest size allowed everything still has its room; 16 points on a poster, 11.5 on a sheet, 12.5 in the leaflet.
        Assert.Equal((true, true, true), (Poster.Fits(text, 16), NoticeSheet.Fits(text, 11.5f), Leaflet.Fits(text, 12.5f)));
        Assert.True(Poster.Fits(text, Poster.TextSize(text)) && NoticeSheet.Fits(text, NoticeSheet.TextSize(text)) && Leaflet.Fits(text, Leaflet.TextSize(text)));
    }

    [Fact]
    public void What_is_not_released_is_printed_as_a_sample()
    {
        using var pdf = PdfDocument.Open(Poster.Of(Of("how-long") with { Released = false }, faces.Fonts));
        Assert.Contains("未发布", string.Concat(pdf.GetPage(1).Letters.Select(letter => letter.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_fit_a_telephone_and_keep_the_address_whole()
    {
        foreach (var seed in Seeds.EnumerateArray())
        {
            var text = Of(seed.GetProperty("slug").GetString()!);
            var parts = ShortMessages.Of(text);
            Assert.All(parts, part => Assert.InRange(part.Length, 1, ShortMessages.Longest));
            Assert.Single(parts, part => part.Contains(text.Address, StringComparison.Ordinal));
        }
    }

    [Fact, Rule("S-63")]
    public void The_counters_script_takes_no_more_than_a_minute()
    {
        foreach (var seed in Seeds.EnumerateArray())
        {
            var script = CounterScript.Of(Of(seed.GetProperty("slug").GetString()!));
            Assert.InRange(script.Seconds, 20, 60);
            Assert.EndsWith("打电话问。", script.Text, StringComparison.Ordinal);
        }
    }

    private static double At(Page page, string words)
    {
        var letters = page.Letters;
        var read = string.Concat(letters.Select(letter => letter.Value[0]));
        var at = read.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, words);
        return letters[at].BoundingBox.Left * 25.4 / 72;
    }

    /// <summary>The codes on the pages as a reader of codes sees them, after the pages were made pictures.</summary>
    private static async Task<string> CodesAsync(byte[] file, string slug, string medium)
    {
        var folder = Environment.GetEnvironmentVariable("XINFANG_SHOTS") ?? Directory.CreateTempSubdirectory("prints").FullName;
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{slug}-{medium}");
        await File.WriteAllBytesAsync($"{path}.pdf", file, TestContext.Current.CancellationToken);
        await RunAsync("pdftoppm", "-png", "-r", "80", $"{path}.pdf", path);
        return await RunAsync("zbarimg", ["-q", .. Directory.EnumerateFiles(folder, $"{slug}-{medium}-*.png").Order(StringComparer.Ordinal)]);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }

    private static Printed Of(string slug)
    {
        var content = slug == "the-longest" ? Longest() : Seeds.EnumerateArray().Single(seed => seed.GetProperty("slug").GetString() == slug).GetProperty("content").Deserialize<MaterialContent>(MessageTypes.Json)!;
        return new(slug, "条文解读", 2, content, Address + slug, content.Questions is { Count: > 0 } ? $"{Address}{slug}/quiz" : null, new(2026, 5, 1), true);
    }

    /// <summary>Every field as long as it may be.</summary>
    private static MaterialContent Longest() => new("最长的标题一共有十六个字啊正好", string.Concat(Enumerable.Repeat("这一句话写得有十个字。", 6))[..60],
        [.. Enumerable.Range(0, 6).Select(i => new MaterialSection($"最长的小标题一共十四个字{i}号", string.Concat(Enumerable.Repeat($"第{i}段写得满满的，", 12))[..80], "1234", "八个字的数字说明"))],
        [new("信访工作条例", 31), new("农村土地承包经营纠纷调解仲裁法", 18)], [new("最长的题目", ["甲", "乙"], 0, "没有理由")]);

    private static JsonElement Read()
    {
        using var stream = typeof(Material).Assembly.GetManifestResourceStream("seed.regulations.json")!;
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }
}
