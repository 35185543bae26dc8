using System.Buffers.Binary;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>
/// How a file lies on the disk: "XFA1", id of the key (4), salt (32), then pieces of 64 KB, each AES-256-GCM with its tag (16). Every file has a key of
/// its own (HKDF from the service's key and the salt), so a counter is a good nonce; it says which piece is the last, so that a file cut short does not open.
/// </summary>
internal static class SealedFormat
{
    public const int Piece = 64 * 1024, Tag = 16, Salt = 32, Header = 4 + 4 + Salt;

    public static ReadOnlySpan<byte> Magic => "XFA1"u8;

    public static void Nonce(Span<byte> nonce, long number, bool last)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[^1] = last ? (byte)1 : (byte)0;
    }
}
