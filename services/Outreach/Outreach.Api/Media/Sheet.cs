using QRCoder;
using SkiaSharp;
using Xinfang.Documents.Rendering;

namespace Xinfang.Outreach.Api.Media;

/// <summary>A page that is drawn on, in millimetres from its upper left corner; type in points. The look of the Portal: petrol, one cinnabar seal, the ruler of days.</summary>
internal sealed class Sheet(SKCanvas canvas, PaperFonts fonts)
{
    private const float Pt = 25.4f / 72f;

    public static readonly SKColor Brand = new(0x0C, 0x45, 0x52), Act = new(0x00, 0x5F, 0x73), Seal = new(0xB3, 0x27, 0x1E), Ink = new(0x17, 0x21, 0x2B), Soft = new(0x45, 0x51, 0x5C),
        Wash = new(0xE5, 0xED, 0xEE), Line = new(0xCD, 0xD7, 0xDA), Pale = new(0xD5, 0xE6, 0xEA), White = SKColors.White;

    public SKTypeface Plain => fonts.Plain;

    public SKTypeface Bold => fonts.Heading;

    public SKTypeface Song => fonts.Title;

    /// <summary>Height of a line of so many points.</summary>
    public static float Leading(float points) => points * Pt * 1.5f;

    /// <summary>How many lines a text takes.</summary>
    public static int Lines(string text, float width, float points) => Broken(text, width, points).Count;

    public static float Height(string text, float width, float points) => Lines(text, width, points) * Leading(points);

    public static float WidthOf(string text, SKTypeface face, float points)
    {
        using var font = Font(face, points);
        return font.MeasureText(text);
    }

    /// <summary>One line on a base line; squeezed where it would be wider than fit.</summary>
    public void Text(string text, float x, float y, SKTypeface face, float points, SKColor colour, SKTextAlign align = SKTextAlign.Left, float? fit = null)
    {
        using var font = Font(face, points);
        if (fit is { } most && font.MeasureText(text) is var wide && wide > most) font.ScaleX = most / wide;
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, paint);
    }

    /// <summary>A paragraph from its upper edge; returns its lower edge.</summary>
    public float Flow(string text, float x, float top, float width, SKTypeface face, float points, SKColor colour)
    {
        foreach (var line in Broken(text, width, points))
        {
            Text(line, x, top + (Leading(points) / 2) + (points * Pt * 0.36f), face, points, colour, fit: width);
            top += Leading(points);
        }
        return top;
    }

    public void Fill(float x, float y, float width, float height, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(x, y, width, height, paint);
    }

    /// <summary>The ruler of days along a lower edge: a long tick every five.</summary>
    public void Ruler(float x, float bottom, float width, float tall, SKColor colour)
    {
        var step = tall * 0.3f;
        for (var i = 0; i * step <= width; i++)
        {
            var height = i % 5 == 0 ? tall : tall / 2;
            Fill(x + (i * step), bottom - height, i % 5 == 0 ? tall * 0.05f : tall * 0.035f, height, colour);
        }
    }

    /// <summary>The mark 信 with the name of the site and of the office beside it.</summary>
    public void Mark(float x, float y, float size, SKColor name, SKColor office)
    {
        using var paint = new SKPaint { Color = Seal, IsAntialias = true };
        canvas.DrawRoundRect(x, y, size, size, size * 0.1f, size * 0.1f, paint);
        Text("信", x + (size / 2), y + (size * 0.74f), Song, size * 0.66f / Pt, White, SKTextAlign.Center);
        Text(OfficeDetails.Site, x + (size * 1.25f), y + (size * 0.43f), Bold, size * 0.48f / Pt, name);
        Text(OfficeDetails.Name, x + (size * 1.25f), y + (size * 0.93f), Plain, size * 0.34f / Pt, office);
    }

    /// <summary>A QR code with its quiet zone of four modules.</summary>
    public void Qr(string text, float x, float y, float size)
    {
        Fill(x, y, size, size, White);
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var module = size / code.ModuleMatrix.Count;
        using var path = new SKPath();
        foreach (var (row, modules) in code.ModuleMatrix.Index())
            for (var column = 0; column < modules.Count; column++)
                if (modules[column]) path.AddRect(SKRect.Create(x + (column * module), y + (row * module), module, module));
        using var paint = new SKPaint { Color = SKColors.Black };
        canvas.DrawPath(path, paint);
    }

    /// <summary>A fold, as a short dashed line at both edges.</summary>
    public void Fold(float x, float height)
    {
        for (var i = 0; i < 3; i++)
        {
            Fill(x - 0.1f, i * 1.6f, 0.2f, 0.9f, Soft);
            Fill(x - 0.1f, height - 0.9f - (i * 1.6f), 0.2f, 0.9f, Soft);
        }
    }

    /// <summary>Across the page, large and pale: this is no released text.</summary>
    public void Sample(float width, float height)
    {
        canvas.Save();
        canvas.RotateDegrees(-30, width / 2, height / 2);
        Text("样张　未发布", width / 2, height / 2, Bold, width * 0.3f, Seal.WithAlpha(0x38), SKTextAlign.Center);
        canvas.Restore();
    }

    /// <summary>Draws at another scale.</summary>
    public void Enlarged(float scale, Action draw)
    {
        canvas.Save();
        canvas.Scale(scale);
        draw();
        canvas.Restore();
    }

    /// <summary>The lines; where the last would hold one or two characters, all are made a little shorter.</summary>
    private static List<string> Broken(string text, float width, float points)
    {
        var wide = Characters(width, points);
        List<string> lines = [.. LineBreaks.Of(text, wide, 0)];
        for (var narrower = wide - 1; lines.Count > 1 && lines[^1].Length < 4 && narrower > wide * 2 / 3; narrower--)
            if (LineBreaks.Of(text, narrower, 0).ToList() is var tried && tried.Count == lines.Count) lines = tried;
            else break;
        return lines;
    }

    private static int Characters(float width, float points) => Math.Max(2, (int)((width / (points * Pt)) + 0.02f));

    private static SKFont Font(SKTypeface face, float points) => new(face, points * Pt) { Subpixel = true, LinearMetrics = true };
}
