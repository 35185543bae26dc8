using System.Buffers.Binary;
using System.Text;

namespace Xinfang.Intake.Api.Attachments.Cleaning;

/// <summary>
/// Blanks in a film or recording of a phone (ISO/IEC 14496-12) the boxes in which it keeps place, device and owner. Other boxes point into the file by
/// position, so nothing is taken out: the box becomes free space of the same length.
/// </summary>
internal static class MovieCleaner
{
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal) { "moov", "trak" };
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal) { "udta", "meta", "uuid" };

    /// <summary>False when it is no whole file of this kind.</summary>
    public static async ValueTask<bool> CleanAsync(Source from, SealedWriter to, CancellationToken ct)
    {
        while (await from.HasAsync(8, ct))
        {
            var type = Encoding.Latin1.GetString(from.Ahead.Span[4..8]);
            var (header, size) = (8, (long)BinaryPrimitives.ReadUInt32BigEndian(from.Ahead.Span));
            if (size == 1)
            {
                if (!await from.HasAsync(16, ct)) return false;
                (header, size) = (16, BinaryPrimitives.ReadInt64BigEndian(from.Ahead.Span[8..]));
            }
            if (size == 0)
            {
                await from.RestAsync(Telling.Contains(type) ? null : to, ct); // up to the end of the file
                return true;
            }
            if (size < header) return false;
            if (Telling.Contains(type))
            {
                var free = from.Ahead[..header].ToArray();
                "free"u8.CopyTo(free.AsSpan(4));
                await to.WriteAsync(free, ct);
                from.Skip(header);
                if (!await from.BlankAsync(size - header, to, ct)) return false;
            }
            else if (!await from.PassAsync(Containers.Contains(type) ? header : size, to, ct)) return false;
        }
        await from.RestAsync(to, ct);
        return true;
    }
}
