using System.Buffers.Binary;
using System.Text;

namespace Xinfang.Intake.Api.Attachments.Cleaning;

/// <summary>Keeps of a PNG (W3C, third edition) the chunks that draw it; texts, times, Exif and everybody's own chunks go, as goes what lies behind the end.</summary>
internal static class PngCleaner
{
    private static readonly HashSet<string> Drawing = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "hIST", "sPLT", "cICP", "mDCV", "cLLI", "acTL", "fcTL", "fdAT",
    };

    /// <summary>False when it is no whole PNG.</summary>
    public static async ValueTask<bool> CleanAsync(Source from, SealedWriter to, CancellationToken ct)
    {
        if (!await from.PassAsync(8, to, ct)) return false;
        while (await from.HasAsync(8, ct))
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(from.Ahead.Span);
            var type = Encoding.Latin1.GetString(from.Ahead.Span[4..8]);
            if (length > int.MaxValue || !type.All(char.IsAsciiLetter)) return false;
            if (!await from.PassAsync(8 + (long)length + 4, Drawing.Contains(type) ? to : null, ct)) return false;
            if (type != "IEND") continue;
            await from.RestAsync(to: null, ct);
            return true;
        }
        return false;
    }
}
