using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xinfang.Documents.Rendering;
using Xinfang.Testing;

namespace Xinfang.Documents.Tests.Rendering;

public sealed class Fonts : IDisposable
{
    public PaperFonts Faces { get; } = new();

    public void Dispose() => Faces.Dispose();
}

/// <summary>GB/T 9704-2012 in numbers, measured on what was written.</summary>
public class LayingOut(Fonts fonts) : IClassFixture<Fonts>
{
    private const double Mm = 72 / 25.4;

    public static TheoryData<string> Codes => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_document_is_a_valid_Word_file_with_the_text_of_its_model(string code)
    {
        using var stream = new MemoryStream(WordFile.Of(Samples.All[code]));
        using var file = WordprocessingDocument.Open(stream, isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file, TestContext.Current.CancellationToken).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors.Select(error => $"{error.Path?.XPath}: {error.Description}")));
        var text = Packed(file.MainDocumentPart!.Document!.Body!.InnerText);
        Assert.All(Samples.All[code].Texts(), expected => Assert.Contains(Packed(expected), text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_document_is_a_PDF_whose_Chinese_text_is_that_of_its_model(string code)
    {
        var bytes = PdfFile.Of(Samples.All[code], fonts.Faces);
        Keep(code, bytes);
        using var pdf = PdfDocument.Open(bytes);
        var text = new StringBuilder();
        foreach (var page in pdf.GetPages())
            foreach (var letter in page.Letters.Where(letter => !IsPageNumber(letter))) text.Append(letter.Value);
        var read = Packed(text.ToString());
        Assert.All(Samples.All[code].Texts(), expected => Assert.Contains(Packed(expected), read, StringComparison.Ordinal));
        Assert.DoesNotContain(read, letter => letter is (>= '\u2f00' and <= '\u2fdf') or (>= '\ue000' and <= '\uf8ff')); // L35: look-alikes
    }

    [Fact]
    public void The_page_has_the_margins_and_the_grid_of_the_standard()
    {
        using var pdf = PdfDocument.Open(PdfFile.Of(Samples.Opinion(paragraphs: 16), fonts.Faces));
        var (first, second) = (pdf.GetPage(1), pdf.GetPage(2));
        Assert.Equal(595.28, first.Width, 0.5);
        Assert.Equal(841.89, first.Height, 0.5);

        Assert.Equal(28, Left(first) / Mm, 0.4);
        Assert.Equal(26, Left(second) / Mm, 0.4);
        var rows = Rows(second);
        Assert.Equal(22, rows.Count);
        Assert.Equal(Grid.Line, (rows[0].Key - rows[^1].Key) / 21 / Mm, 0.02);
        Assert.Equal(28, rows.Max(row => Grid.WidthOf(string.Concat(row.Select(letter => letter.Value)))));
        Assert.True(rows[0].Key < (297 - 37) * Mm && rows[^1].Key > 35 * Mm);

        Assert.True(PageNumberOf(first).Min(letter => letter.StartBaseLine.X) > 150 * Mm, "odd: right");
        Assert.True(PageNumberOf(second).Max(letter => letter.EndBaseLine.X) < 60 * Mm, "even: left");
    }

    [Fact]
    public void The_Word_file_declares_the_page_and_the_grid()
    {
        using var stream = new MemoryStream(WordFile.Of(Samples.Opinion()));
        using var file = WordprocessingDocument.Open(stream, isEditable: false);
        var section = file.MainDocumentPart!.Document!.Body!.Elements<SectionProperties>().Single();
        var (size, margin, grid) = (section.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.PageSize>()!, section.GetFirstChild<PageMargin>()!, section.GetFirstChild<DocGrid>()!);
        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal((2098, 1984, 1588u, 1474u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
        Assert.Equal(579, grid.LinePitch!.Value);
        Assert.Equal(22, (16838 - margin.Top.Value - margin.Bottom.Value) / grid.LinePitch.Value);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_signature_and_a_note_never_stand_on_a_page_without_text_and_nothing_leaves_the_type_area(string code)
    {
        var paper = Samples.All[code];
        using var pdf = PdfDocument.Open(PdfFile.Of(paper, fonts.Faces));
        var body = Packed(string.Concat(paper.Paragraphs.Select(paragraph => paragraph.Text).Concat(paper.Rows.Select(row => row.Value))));
        Assert.All(pdf.GetPages(), page => Assert.Contains(Rows(page), row => body.Contains(Packed(string.Concat(row.Select(letter => letter.Value))), StringComparison.Ordinal)));
        if (paper.Layout is PaperLayout.Form or PaperLayout.Letter) return; // a table, and rules that are wider on purpose
        Assert.All(pdf.GetPages(), page => Assert.True(page.Letters.Where(letter => !IsPageNumber(letter)).Max(letter => letter.EndBaseLine.X) < (page.Number % 2 == 1 ? 184.8 : 182.8) * Mm));
    }

    [Fact]
    public void A_table_that_goes_over_to_the_next_page_has_its_head_there_too()
    {
        using var pdf = PdfDocument.Open(PdfFile.Of(Samples.All["R-2"], fonts.Faces));
        Assert.All(pdf.GetPages().Take(2), page => Assert.Contains("单位件次按期办结率95%把握在", Packed(string.Concat(page.Letters.Select(letter => letter.Value))), StringComparison.Ordinal));
    }

    [Fact]
    public void Fonts_are_embedded()
    {
        var raw = Encoding.Latin1.GetString(PdfFile.Of(Samples.Opinion(), fonts.Faces));
        Assert.Contains("/ToUnicode", raw, StringComparison.Ordinal);
        Assert.True(raw.Contains("/FontFile", StringComparison.Ordinal) || raw.Contains("/Type3", StringComparison.Ordinal), "glyphs travel with the file");
    }

    [Fact]
    public void The_same_paper_gives_the_same_lines()
    {
        Assert.Equal(["（一）对第一项请求，予以支"], Broken("（一）对第一项请求，予以支", 28).ToArray());
        Assert.All(Broken("依据：《物业管理条例》第五十二条，《民法典》第一千一百六十五条。信访编号120104-20260302-0001，文号津南开住建信理〔2026〕7号。", 10), line =>
        {
            Assert.DoesNotContain(line[0], "，。、；：？！）》”’〕");
            Assert.DoesNotContain(line[^1], "（《“‘〔");
        });

        static IEnumerable<string> Broken(string text, int width) => LineBreaks.Of(text, width, 0);
    }

    private static double Left(Page page) => page.Letters.Where(letter => !IsPageNumber(letter)).Min(letter => letter.StartBaseLine.X);

    private static List<IGrouping<double, Letter>> Rows(Page page) =>
        [.. page.Letters.Where(letter => !IsPageNumber(letter)).GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1)).OrderByDescending(row => row.Key)];

    private static IEnumerable<Letter> PageNumberOf(Page page) => page.Letters.Where(IsPageNumber);

    private static bool IsPageNumber(Letter letter) => letter.StartBaseLine.Y < 34 * Mm;

    private static string Packed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>Leaves the file for people to look at.</summary>
    private static void Keep(string code, byte[] bytes) =>
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(Approved.Repository(), "artifacts", "documents")).FullName, $"{code}.pdf"), bytes);
}
