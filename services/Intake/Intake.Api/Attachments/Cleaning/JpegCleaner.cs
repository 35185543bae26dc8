using System.Buffers.Binary;

namespace Xinfang.Intake.Api.Attachments.Cleaning;

/// <summary>
/// Takes out of a JPEG what it says about place, time, device and person (ITU-T T.81, Exif 2.32): keeps the segments that draw the picture, its colours
/// and which way is up; drops all others, and what lies behind the end (previews, the film of a "live" photo). The picture itself is passed on byte by byte.
/// </summary>
internal static class JpegCleaner
{
    private const byte EndOfImage = 0xD9, StartOfScan = 0xDA, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;

    /// <summary>False when it is no whole JPEG.</summary>
    public static async ValueTask<bool> CleanAsync(Source from, SealedWriter to, CancellationToken ct)
    {
        if (!await from.PassAsync(2, to, ct)) return false;
        var (drawn, turned) = (false, false);
        while (true)
        {
            if (!await from.HasAsync(2, ct)) return drawn; // some cameras and faxes leave out the end
            if (from.Ahead.Span[0] != 0xFF) return false;
            var marker = from.Ahead.Span[1];
            if (marker == 0xFF)
            {
                from.Skip(1); // fill bytes
                continue;
            }
            if (marker == EndOfImage)
            {
                await from.PassAsync(2, to, ct);
                await from.RestAsync(to: null, ct);
                return drawn;
            }
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                await from.PassAsync(2, to, ct);
                continue;
            }
            if (!await from.HasAsync(4, ct)) return false;
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(from.Ahead.Span[2..]);
            if (length < 4 || !await from.HasAsync(length, ct)) return false;
            var segment = from.Ahead[..length];
            if (Draws(marker, segment.Span[4..])) await to.WriteAsync(segment, ct);
            else if (marker == App1 && !turned && Exif.OrientationOf(segment.Span[4..]) is { } orientation)
            {
                await to.WriteAsync(Exif.Only(orientation), ct);
                turned = true;
            }
            from.Skip(length);
            if (marker != StartOfScan) continue;
            drawn = true;
            if (!await ScanAsync(from, to, ct)) return true;
        }
    }

    private static bool Draws(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        App0 => content.StartsWith("JFIF\0"u8), // JFXX holds a small picture, perhaps of what was cut away
        App2 => content.StartsWith("ICC_PROFILE\0"u8),
        App14 => content.StartsWith("Adobe"u8),
        >= App0 and <= App15 or Comment => false,
        _ => true,
    };

    /// <summary>Passes on the coded picture up to the next marker that is none of its own; false when the file ends first.</summary>
    private static async ValueTask<bool> ScanAsync(Source from, SealedWriter to, CancellationToken ct)
    {
        while (await from.HasAsync(2, ct))
        {
            var (length, found) = Coded(from.Ahead.Span);
            if (length > 0) await from.PassAsync(length, to, ct);
            if (found) return true;
        }
        await from.RestAsync(to, ct);
        return false;
    }

    private static (int Length, bool Found) Coded(ReadOnlySpan<byte> ahead)
    {
        var i = 0;
        while (true)
        {
            var at = ahead[i..].IndexOf((byte)0xFF);
            if (at < 0) return (ahead.Length, false);
            i += at;
            if (i + 1 >= ahead.Length) return (i, false); // the byte after it decides, and is not here yet
            if (ahead[i + 1] is 0x00 or (>= 0xD0 and <= 0xD7)) i += 2;
            else return (i, true);
        }
    }
}
