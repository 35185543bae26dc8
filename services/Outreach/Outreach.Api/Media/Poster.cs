using SkiaSharp;
using Xinfang.Documents.Rendering;
using Xinfang.Outreach.Api.Library;

namespace Xinfang.Outreach.Api.Media;

/// <summary>海报, A3 upright: read from three metres (title), from one metre (the rest, at least 16 points).</summary>
internal static class Poster
{
    private const float Width = 297, Height = 420, Left = 22, Right = 275, Foot = 56, NumeralWidth = 31, FigureWidth = 58;

    public static byte[] Of(Printed text, PaperFonts fonts) => text.Pdf(fonts, Width, Height, sheet => Draw(text, sheet));

    /// <summary>The size of the text for which every section fits its row, points.</summary>
    public static float TextSize(Printed text) => Printed.Largest(27, 16, size => Fits(text, size));

    public static bool Fits(Printed text, float size) => text.Sections.All(section => RowNeeds(section, size) <= RowHeight(text));

    private static float HeadHeight(Printed text) => text.Sections.Count switch { <= 4 => 158, 5 => 140, _ => 106 };

    private static float RowHeight(Printed text) => (Height - HeadHeight(text) - Foot - 11) / text.Sections.Count;

    private static float TextWidth(MaterialSection section) => Right - Left - NumeralWidth - (section.Figure is null ? 0 : FigureWidth);

    /// <summary>Headings are larger where there is room.</summary>
    private static float Heading(float size) => size <= 18 ? 1.3f : 1.45f;

    private static float RowNeeds(MaterialSection section, float size) => 4.5f + Sheet.Leading(size * Heading(size)) + Sheet.Height(section.Text!, TextWidth(section), size);

    private static void Draw(Printed text, Sheet sheet)
    {
        var head = HeadHeight(text);
        sheet.Fill(0, 0, Width, head, Sheet.Brand);
        sheet.Mark(Left, 17, 16, Sheet.White, Sheet.Pale);
        sheet.Text(text.KindName, Right, 28.5f, sheet.Bold, 22, Sheet.White, SKTextAlign.Right);

        var leadLines = Sheet.Lines(text.Lead, Right - Left, 22);
        var leadTop = head - 17 - (leadLines * Sheet.Leading(22));
        var gap = text.Sections.Count > 5 ? 37 : 44;
        var room = leadTop - gap;
        var size = Math.Min(Math.Min(38, room / text.TitleLines.Count / 1.12f), (Right - Left) / text.TitleLines.Max(line => line.Length));
        foreach (var (i, line) in text.TitleLines.Index())
            sheet.Text(line, Left - 1, gap - 3 + ((room - (size * 1.12f * text.TitleLines.Count)) / 2) + (size * 1.12f * i) + (size * 0.95f), sheet.Song, size * 72 / 25.4f, Sheet.White);
        sheet.Flow(text.Lead, Left, leadTop, Right - Left, sheet.Plain, 22, Sheet.White);
        sheet.Ruler(0, head, Width, 9.5f, Sheet.White);

        var (points, row) = (TextSize(text), RowHeight(text));
        foreach (var (i, section) in text.Sections.Index()) Section(sheet, section, i, head + 7 + (row * i), row, points);
        FootOf(text, sheet);
    }

    private static void Section(Sheet sheet, MaterialSection section, int index, float top, float row, float points)
    {
        sheet.Fill(Left, top, Right - Left, 0.7f, Sheet.Ink);
        var used = RowNeeds(section, points);
        var at = top + 3.5f + Math.Max(0, (row - used - 3) / 2);
        var heading = points * Heading(points);
        var numeral = Math.Min(24, Math.Min(row * 0.55f, Sheet.Leading(heading) + Sheet.Leading(points)));
        sheet.Text(Printed.Numeral(index), Left, at + (numeral * 0.86f), sheet.Song, numeral * 72 / 25.4f, Sheet.Seal);
        var bottom = sheet.Flow(section.Heading!, Left + NumeralWidth, at, TextWidth(section), sheet.Bold, heading, Sheet.Ink);
        sheet.Flow(section.Text!, Left + NumeralWidth, bottom, TextWidth(section), sheet.Plain, points, Sheet.Ink);
        if (section.Figure is null) return;
        var figure = Math.Min(64, row * 1.35f);
        sheet.Text(section.Figure, Right, at + (figure * 0.33f), sheet.Bold, figure, Sheet.Act, SKTextAlign.Right, FigureWidth - 6);
        sheet.Text(section.FigureLabel ?? "", Right, at + (figure * 0.33f) + 9, sheet.Bold, 20, Sheet.Ink, SKTextAlign.Right, FigureWidth - 6);
    }

    private static void FootOf(Printed text, Sheet sheet)
    {
        var top = Height - Foot;
        sheet.Fill(0, top, Width, Foot, Sheet.Wash);
        sheet.Qr(text.Address, Left, top + 5.5f, 40);
        sheet.Text(text.QuizAddress is null ? "扫码看全文" : "扫码看全文，做小测验", Left + 20, top + 51.5f, sheet.Bold, 13, Sheet.Ink, SKTextAlign.Center, 44);
        const float x = Left + 54;
        sheet.Text($"电话{OfficeDetails.Phone}", x, top + 13.5f, sheet.Bold, 24, Sheet.Ink);
        sheet.Text(OfficeDetails.PhoneHours, x + Sheet.WidthOf($"电话{OfficeDetails.Phone}", sheet.Bold, 24) + 8, top + 13.5f, sheet.Plain, 22, Sheet.Ink);
        sheet.Text(OfficeDetails.Hall, x, top + 24.5f, sheet.Plain, 22, Sheet.Ink);
        sheet.Text(OfficeDetails.Free, x, top + 35.5f, sheet.Plain, 22, Sheet.Ink);
        sheet.Flow($"{text.Basis}　{text.Edition}", x, top + 39.5f, Right - x, sheet.Plain, Sheet.Lines($"{text.Basis}　{text.Edition}", Right - x, 12) > 2 ? 10 : 12, Sheet.Soft);
    }
}
