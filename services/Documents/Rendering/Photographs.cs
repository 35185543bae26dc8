using SkiaSharp;

namespace Xinfang.Documents.Rendering;

/// <summary>
/// A photograph drawn anew: what it is, its content says and not its name; place, time and maker of the camera stay behind with everything
/// else that is not picture; it lies as it was held.
/// </summary>
public static class Photographs
{
    private const int LongSide = 1920, Quality = 82;
    private const long MostPixels = 24_000_000;

    /// <summary>Draws a JPEG, PNG or WebP anew as JPEG, at most 1920 pixels long.</summary>
    /// <param name="content">The file as it came.</param>
    /// <returns>The new file, or null when it is none of these, broken, or too large to be drawn.</returns>
    public static byte[]? Redraw(byte[] content)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp)) return null;
        var scale = Math.Min(1f, 2f * LongSide / Math.Max(codec.Info.Width, codec.Info.Height));
        var size = codec.GetScaledDimensions(scale); // JPEG only; others keep theirs
        if ((long)size.Width * size.Height is 0 or > MostPixels) return null;
        using var whole = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(whole.Info, whole.GetPixels()) is not SKCodecResult.Success) return null;

        var fit = Math.Min(1f, (float)LongSide / Math.Max(size.Width, size.Height));
        var turned = codec.EncodedOrigin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = (Math.Max(1, (int)(size.Width * fit)), Math.Max(1, (int)(size.Height * fit)));
        using var surface = SKSurface.Create(new SKImageInfo(turned ? height : width, turned ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Concat(Upright(codec.EncodedOrigin, width, height));
        using var image = SKImage.FromBitmap(whole);
        surface.Canvas.DrawImage(image, SKRect.Create(width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var drawn = surface.Snapshot();
        using var file = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return file.ToArray();
    }

    // EXIF 2.3, tag Orientation: where the first row and column of the picture are.
    private static SKMatrix Upright(SKEncodedOrigin origin, float w, float h) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
