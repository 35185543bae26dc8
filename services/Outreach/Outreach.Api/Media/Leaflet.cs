using SkiaSharp;
using Xinfang.Documents.Rendering;
using Xinfang.Outreach.Api.Library;

namespace Xinfang.Outreach.Api.Media;

/// <summary>
/// 三折页: A4 across, printed on both sides and turned on the short edge, six panels. The one that folds in is 3 mm narrower. Outside from the left: the one
/// that folds in, back, front; inside from the left in the order of reading.
/// </summary>
internal static class Leaflet
{
    public const float Width = 297, Height = 210, Wide = 100, Narrow = 97;

    private const float Margin = 9, Strip = 13;

    public static byte[] Of(Printed text, PaperFonts fonts) => text.Pdf(fonts, Width, Height, sheet => Outside(text, sheet), sheet => Inside(text, sheet));

    /// <summary>The size of the text inside, points.</summary>
    public static float TextSize(Printed text) => Printed.Largest(20, 12.5f, size => Fits(text, size));

    public static bool Fits(Printed text, float size) => Columns(text).All(column => column.Sum(each => Needs(each.Section, size)) <= Height - Strip - 14);

    /// <summary>The sections by panel: two each, one each where there are three.</summary>
    private static List<List<(int Index, MaterialSection Section)>> Columns(Printed text)
    {
        var each = text.Sections.Count is 2 or 3 ? 1 : 2;
        return [.. text.Sections.Index().Chunk(each).Select(chunk => chunk.ToList())];
    }

    private static float Needs(MaterialSection section, float size) =>
        14 + Sheet.Height(section.Heading!, Narrow - (2 * Margin) - (section.Figure is null ? 13 : 0), size * 1.2f) + Sheet.Height(section.Text!, Narrow - (2 * Margin), size) + (section.Figure is null ? 0 : 21);

    private static void Outside(Printed text, Sheet sheet)
    {
        LeafletPanels.FoldsIn(text, sheet, Margin, Narrow - (2 * Margin));
        LeafletPanels.Back(text, sheet, Narrow, Wide, Margin);
        LeafletPanels.Front(text, sheet, Narrow + Wide, Wide, Margin);
        sheet.Fold(Narrow, Height);
        sheet.Fold(Narrow + Wide, Height);
    }

    private static void Inside(Printed text, Sheet sheet)
    {
        sheet.Fill(0, 0, Width, Strip, Sheet.Brand);
        sheet.Text(text.Title, Margin, 8.9f, sheet.Song, 17, Sheet.White, fit: Wide - (2 * Margin));
        sheet.Text(OfficeDetails.Site, Width - Margin, 8.7f, sheet.Bold, 13, Sheet.White, SKTextAlign.Right);
        sheet.Ruler(Wide, Strip, Wide, 4.5f, Sheet.White);
        var (columns, size) = (Columns(text), TextSize(text));
        foreach (var (panel, sections) in columns.Index())
        {
            var x = (panel * Wide) + Margin;
            var spare = (Height - Strip - 14 - sections.Sum(each => Needs(each.Section, size))) / sections.Count;
            var y = Strip + 7f;
            foreach (var (index, section) in sections)
            {
                Section(sheet, section, index, x, y, (panel == 2 ? Narrow : Wide) - (2 * Margin), size);
                y += Needs(section, size) + Math.Min(spare, 26);
            }
        }
        if (columns.Count < 3) LeafletPanels.Last(text, sheet, (2 * Wide) + Margin, Strip + 7, Narrow - (2 * Margin));
        sheet.Fold(Wide, Height);
        sheet.Fold(2 * Wide, Height);
    }

    private static void Section(Sheet sheet, MaterialSection section, int index, float x, float y, float width, float size)
    {
        sheet.Fill(x, y, width, 0.5f, Sheet.Ink);
        sheet.Text(Printed.Numeral(index), x, y + 10, sheet.Song, 24, Sheet.Seal);
        var at = y + 1.8f;
        if (section.Figure is { } figure)
        {
            sheet.Text(figure, x + 13, at + 14, sheet.Bold, 42, Sheet.Act);
            sheet.Text(section.FigureLabel ?? "", x + 15.5f + Sheet.WidthOf(figure, sheet.Bold, 42), at + 14, sheet.Bold, 15, Sheet.Ink, fit: width - 16 - Sheet.WidthOf(figure, sheet.Bold, 42));
            at += 20;
        }
        var headingAt = section.Figure is null ? x + 13 : x;
        var bottom = sheet.Flow(section.Heading!, headingAt, at + 0.6f, width - (headingAt - x), sheet.Bold, size * 1.2f, Sheet.Ink);
        sheet.Flow(section.Text!, x, bottom + (section.Figure is null ? 1.6f : 0.4f), width, sheet.Plain, size, Sheet.Ink);
    }
}
