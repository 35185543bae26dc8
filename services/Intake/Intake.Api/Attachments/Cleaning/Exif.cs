using System.Buffers.Binary;

namespace Xinfang.Intake.Api.Attachments.Cleaning;

/// <summary>The one thing of Exif that a picture needs: which way is up. Without it every second photo of a phone lies on its side.</summary>
internal static class Exif
{
    private const ushort Orientation = 0x0112, Short = 3;

    /// <summary>2 to 8; null when it says nothing, or 1, which needs no saying.</summary>
    /// <param name="content">Of an APP1 segment.</param>
    public static byte? OrientationOf(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith("Exif\0\0"u8) || content.Length < 16) return null;
        var tiff = content[6..];
        var big = tiff.StartsWith("MM"u8);
        var offset = U32(tiff[4..]);
        if (offset < 8 || offset + 2 > tiff.Length) return null;
        var entries = U16(tiff[(int)offset..]);
        for (var (i, at) = (0, (int)offset + 2); i < entries && at + 12 <= tiff.Length; i++, at += 12)
            if (U16(tiff[at..]) == Orientation && U16(tiff[(at + 2)..]) == Short)
                return U16(tiff[(at + 8)..]) is >= 2 and <= 8 and var turned ? (byte)turned : null;
        return null;

        ushort U16(ReadOnlySpan<byte> bytes) => big ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        uint U32(ReadOnlySpan<byte> bytes) => big ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    /// <summary>An APP1 segment that says nothing else.</summary>
    public static byte[] Only(byte orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
    ];
}
