using SkiaSharp;

namespace Xinfang.Documents.Rendering;

/// <summary>Marks on the page, in points from its upper left corner.</summary>
public sealed partial class PdfFile
{
    private static float Row => (float)Grid.Line * Pt;

    private static float TypeWidth => (float)Grid.TypeWidth * Pt;

    private static float Baseline(double row, float size) => (float)(Grid.Top * Pt) + ((float)row * Row) + ((Row + (size * 0.76f)) / 2);

    private void Centre(string text, SKTypeface face, float size, float y, SKColor? colour = null) =>
        Draw(text, LeftEdge + ((TypeWidth - Width(text, face, size)) / 2), y, face, size, colour);

    private static float Width(string text, SKTypeface face, float size)
    {
        using var font = new SKFont(face, size);
        return font.MeasureText(text);
    }

    /// <param name="fit">Width that the text must not leave: the substitutes' digits are a little wider than half a character.</param>
    private void Draw(string text, float x, float y, SKTypeface face, float size, SKColor? colour = null, float? fit = null)
    {
        if (text.Length == 0) return;
        using var font = new SKFont(face, size) { Subpixel = true, LinearMetrics = true };
        if (fit is { } most && font.MeasureText(text) is var wide && wide > most) font.ScaleX = most / wide;
        using var paint = new SKPaint { Color = colour ?? SKColors.Black, IsAntialias = true };
        _page.DrawText(text, x, y, font, paint);
    }

    private void Rule(float x, float y, float width, float thick, SKColor? colour = null)
    {
        using var paint = new SKPaint { Color = colour ?? SKColors.Black };
        _page.DrawRect(x, y, width, thick, paint);
    }

    private void Box(float x, float y, float width, float height)
    {
        using var paint = new SKPaint { Color = SKColors.Black, Style = SKPaintStyle.Stroke, StrokeWidth = 0.5f };
        _page.DrawRect(x, y, width, height, paint);
    }
}
