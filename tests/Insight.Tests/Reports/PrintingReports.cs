using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using UglyToad.PdfPig;
using Xinfang.Documents.Rendering;
using Xinfang.Insight.Api.Reports;

namespace Xinfang.Insight.Tests.Reports;

/// <summary>The report as files that people open.</summary>
public class PrintingReports(InsightApp app)
{
    public static TheoryData<string> Kinds => [.. Enum.GetNames<ReportKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_report_is_a_valid_Word_file_and_a_PDF_with_its_figures(string kind)
    {
        var snapshot = Planted.Snapshot();
        var report = Planted.Report(Enum.Parse<ReportKind>(kind), snapshot, Planted.Filled);
        Assert.Null(report.Approve(Planted.Head, new(2027, 1, 20)));
        var paper = ReportPaper.Of(report, snapshot);
        Check(WordFile.Of(paper));
        using var fonts = new PaperFonts();
        var bytes = PdfFile.Of(paper, fonts);
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(Approved.Repository(), "artifacts", "documents")).FullName, $"report-{kind}.pdf"), bytes);
        var text = TextOf(bytes);
        Assert.All(paper.Texts(), line => Assert.Contains(Packed(line), text, StringComparison.Ordinal));
        Assert.All(report.Text.Paragraphs.SelectMany(paragraph => (paragraph.Figures ?? []).Where(_ => paragraph.Key is "done.terms" or "total" or "done.first")), figure => Assert.Contains(figure.Value.TrimEnd('件'), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_files_are_downloaded_and_a_draft_says_that_it_is_one()
    {
        var desk = new Desk(app);
        var report = await desk.DraftAsync("RuleOfLaw", 2064);
        var word = await desk.As("leader", Wire.On(2065, 1, 5)).Get($"/reports/{report.Id()}/report.docx");
        Assert.Equal(WordFile.ContentType, word.Content.Headers.ContentType?.MediaType);
        Check(await word.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var pdf = await desk.As("leader", Wire.On(2065, 1, 5)).Get($"/reports/{report.Id()}/report.pdf");
        Assert.Equal((PdfFile.ContentType, true), (pdf.Content.Headers.ContentType?.MediaType, pdf.Headers.CacheControl?.NoStore));
        var text = TextOf(await pdf.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("草稿", text, StringComparison.Ordinal);
        Assert.Contains("四、2065年推进法治政府建设的主要安排", text, StringComparison.Ordinal);
    }

    private static void Check(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var file = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Equal([], new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    private static string TextOf(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return Packed(string.Concat(pdf.GetPages().SelectMany(page => page.Letters.Where(letter => letter.StartBaseLine.Y >= 34 * 72 / 25.4)).Select(letter => letter.Value)));
    }

    private static string Packed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
