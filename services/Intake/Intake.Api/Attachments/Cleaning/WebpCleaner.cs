using System.Buffers.Binary;
using System.Text;

namespace Xinfang.Intake.Api.Attachments.Cleaning;

/// <summary>
/// Blanks in a WebP (RFC 9649) every chunk that does not draw. Its length stands at the beginning, so nothing is taken out:
/// the chunk becomes one that no reader knows, full of zeros, and the header no longer promises it.
/// </summary>
internal static class WebpCleaner
{
    private const byte SaysExif = 0x08, SaysXmp = 0x04;
    private static readonly HashSet<string> Drawing = new(StringComparer.Ordinal) { "VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP" };

    /// <summary>False when it is no whole WebP.</summary>
    public static async ValueTask<bool> CleanAsync(Source from, SealedWriter to, CancellationToken ct)
    {
        if (!await from.HasAsync(12, ct)) return false;
        var left = BinaryPrimitives.ReadUInt32LittleEndian(from.Ahead.Span[4..]) - 4L;
        await from.PassAsync(12, to, ct);
        while (left > 0)
        {
            if (!await from.HasAsync(8, ct)) return false;
            var header = from.Ahead[..8].ToArray();
            var size = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
            var type = Encoding.Latin1.GetString(header.AsSpan(0, 4));
            var padded = size + (size & 1L);
            if (padded + 8 > left + 1) return false; // the padding of the last may be missing
            left -= 8 + padded;
            from.Skip(8);
            if (!await ChunkAsync(from, to, header, type, Math.Min(padded, padded + Math.Min(left, 0)), ct)) return false;
        }
        await from.RestAsync(to: null, ct);
        return true;
    }

    private static async ValueTask<bool> ChunkAsync(Source from, SealedWriter to, byte[] header, string type, long size, CancellationToken ct)
    {
        if (!Drawing.Contains(type))
        {
            "JUNK"u8.CopyTo(header);
            await to.WriteAsync(header, ct);
            return await from.BlankAsync(size, to, ct);
        }
        await to.WriteAsync(header, ct);
        if (type != "VP8X") return await from.PassAsync(size, to, ct);
        if (size < 1 || !await from.HasAsync(1, ct)) return false;
        byte[] flags = [(byte)(from.Ahead.Span[0] & ~(SaysExif | SaysXmp))];
        await to.WriteAsync(flags, ct);
        from.Skip(1);
        return await from.PassAsync(size - 1, to, ct);
    }
}
