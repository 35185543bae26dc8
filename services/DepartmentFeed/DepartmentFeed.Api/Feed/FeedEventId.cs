using System.Security.Cryptography;
using System.Text;

namespace Xinfang.DepartmentFeed.Api.Feed;

/// <summary>Ids of feed events: the same consumed message told to the same organ has the same id, however often it is delivered.</summary>
internal static class FeedEventId
{
    /// <summary>A version-8 id (RFC 9562 section 5.8): SHA-256 of message id and organ, cut to 122 bits.</summary>
    public static Guid Of(Guid message, string organ)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. message.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(organ)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
