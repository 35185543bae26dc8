using SkiaSharp;
using Xinfang.Documents.Rendering;
using Xinfang.Outreach.Api.Library;

namespace Xinfang.Outreach.Api.Media;

/// <summary>宣传栏张贴页, A4 upright or the same enlarged to A3: read standing, from half a metre.</summary>
internal static class NoticeSheet
{
    private const float Width = 210, Height = 297, Left = 18, Right = 192, Foot = 42, Indent = 17;

    public static byte[] A4(Printed text, PaperFonts fonts) => text.Pdf(fonts, Width, Height, sheet => Draw(text, sheet));

    /// <summary>The same page at √2.</summary>
    public static byte[] A3(Printed text, PaperFonts fonts) => text.Pdf(fonts, 297, 420, sheet => sheet.Enlarged(297f / Width, () => Draw(text, sheet)));

    /// <summary>The size of the text for which all sections fit, points.</summary>
    public static float TextSize(Printed text) => Printed.Largest(19, 11.5f, size => Fits(text, size));

    public static bool Fits(Printed text, float size) => Needs(text, size) <= Height - Foot - Head(text) - 6;

    private static float TitleSize(Printed text) => Math.Min(17, (Right - Left) / text.Title.Length);

    private static float Head(Printed text) => 35 + (TitleSize(text) * 1.35f) + Sheet.Height(text.Lead, Right - Left, 14) + 12;

    private static float TextWidth(MaterialSection section) => Right - Left - Indent - (section.Figure is null ? 0 : 34);

    private static float SectionNeeds(MaterialSection section, float size) => 2 + Sheet.Leading(size * 1.18f) + Sheet.Height(section.Text!, TextWidth(section), size);

    private static float Needs(Printed text, float size) => text.Sections.Sum(section => SectionNeeds(section, size) + 1);

    private static void Draw(Printed text, Sheet sheet)
    {
        sheet.Fill(0, 0, Width, 5, Sheet.Brand);
        sheet.Mark(Left, 14, 11, Sheet.Ink, Sheet.Soft);
        sheet.Text(text.KindName, Right, 22.5f, sheet.Bold, 16, Sheet.Act, SKTextAlign.Right);
        var title = TitleSize(text);
        sheet.Text(text.Title, Left - 0.5f, 31 + (title * 0.95f), sheet.Song, title * 72 / 25.4f, Sheet.Ink);
        var y = sheet.Flow(text.Lead, Left, 34 + (title * 1.35f), Right - Left, sheet.Plain, 14, Sheet.Soft);
        sheet.Fill(Left, y + 8.6f, Right - Left, 0.4f, Sheet.Act);
        sheet.Ruler(Left, y + 9, Right - Left, 5, Sheet.Act);

        var size = TextSize(text);
        var spare = Math.Max(0, (Height - Foot - Head(text) - 6 - Needs(text, size)) / text.Sections.Count);
        y = Head(text) + 3;
        foreach (var (i, section) in text.Sections.Index())
        {
            if (i > 0) sheet.Fill(Left, y - 1, Right - Left, 0.25f, Sheet.Line);
            Section(sheet, section, i, y + 1 + (spare / 2), size);
            y += SectionNeeds(section, size) + 1 + spare;
        }
        FootOf(text, sheet);
    }

    private static void Section(Sheet sheet, MaterialSection section, int index, float y, float size)
    {
        sheet.Text(Printed.Numeral(index), Left, y + 8.4f, sheet.Song, 26, Sheet.Seal);
        var bottom = sheet.Flow(section.Heading!, Left + Indent, y, TextWidth(section), sheet.Bold, size * 1.18f, Sheet.Ink);
        sheet.Flow(section.Text!, Left + Indent, bottom, TextWidth(section), sheet.Plain, size, Sheet.Ink);
        if (section.Figure is null) return;
        sheet.Text(section.Figure, Right, y + 11.5f, sheet.Bold, 36, Sheet.Act, SKTextAlign.Right, 32);
        sheet.Text(section.FigureLabel ?? "", Right, y + 17.8f, sheet.Bold, 12, Sheet.Ink, SKTextAlign.Right, 32);
    }

    private static void FootOf(Printed text, Sheet sheet)
    {
        const float top = Height - Foot, x = Left + 38;
        sheet.Fill(0, top, Width, Foot, Sheet.Wash);
        sheet.Qr(text.Address, Left, top + 4, 29);
        sheet.Text(text.QuizAddress is null ? "扫码看全文" : "扫码看全文，做小测验", Left + 15, top + 38, sheet.Bold, 10, Sheet.Ink, SKTextAlign.Center, 36);
        sheet.Text($"电话{OfficeDetails.Phone}　{OfficeDetails.PhoneHours}", x, top + 10.5f, sheet.Bold, 15, Sheet.Ink);
        sheet.Text($"{OfficeDetails.Hall}　{OfficeDetails.HallHours}", x, top + 18.5f, sheet.Plain, 12.5f, Sheet.Ink, fit: Right - x);
        sheet.Text(OfficeDetails.Free, x, top + 26f, sheet.Plain, 12.5f, Sheet.Ink);
        sheet.Flow($"{text.Basis}　{text.Edition}", x, top + 29.5f, Right - x, sheet.Plain, 8.5f, Sheet.Soft);
    }
}
