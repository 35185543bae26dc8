using SkiaSharp;
using Xinfang.Documents.Rendering;
using Xinfang.Law;
using Xinfang.Outreach.Api.Library;

namespace Xinfang.Outreach.Api.Media;

/// <summary>A version as it goes to paper and screens.</summary>
/// <param name="Address">Where everybody reads it; what the QR code opens.</param>
/// <param name="QuizAddress">Where its quiz is; null when it has none.</param>
/// <param name="Released">A version that is not is printed as a sample.</param>
internal sealed record Printed(string Slug, string KindName, int Version, MaterialContent Content, string Address, string? QuizAddress, DateOnly On, bool Released)
{
    public string Title => Content.Title!;

    public string Lead => Content.Lead!;

    public IReadOnlyList<MaterialSection> Sections => Content.Sections!;

    /// <summary>The title's lines: broken at its first comma, which is not printed; never inside a clause.</summary>
    public IReadOnlyList<string> TitleLines => Title.Split(['，', '：', '、'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>依据：《信访工作条例》第二十二条、第三十四条；《行政复议法》第二十条.</summary>
    public string Basis => "依据：" + string.Join("；", Content.Basis!.GroupBy(basis => basis.Instrument).Select(group =>
        $"《{group.Key}》{string.Join("、", group.Select(basis => basis.Article.Provision))}"));

    /// <summary>2026年5月第2版.</summary>
    public string Edition => $"{On.Year}年{On.Month}月第{Version}版";

    public static string Numeral(int index) => ChineseNumerals.Of(index + 1);

    /// <summary>A PDF of pages of one size, drawn in millimetres.</summary>
    public byte[] Pdf(PaperFonts fonts, float width, float height, params IReadOnlyList<Action<Sheet>> pages)
    {
        const float pt = 72f / 25.4f;
        using var stream = new MemoryStream();
        using (var file = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = Title, Author = OfficeDetails.Name, Subject = Lead, Creator = "Xinfang", EncodingQuality = 100 }))
        {
            foreach (var draw in pages)
            {
                var canvas = file.BeginPage(width * pt, height * pt);
                canvas.Scale(pt);
                var sheet = new Sheet(canvas, fonts);
                draw(sheet);
                if (!Released) sheet.Sample(width, height);
                file.EndPage();
            }
            file.Close();
        }
        return stream.ToArray();
    }

    /// <summary>The largest of a range of sizes at which a layout fits; the smallest where none does.</summary>
    public static float Largest(float from, float to, Func<float, bool> fits)
    {
        for (var size = from; size > to; size -= 0.5f)
            if (fits(size)) return size;
        return to;
    }
}
