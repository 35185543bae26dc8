using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Xinfang.ServiceDefaults.Security;

/// <summary>
/// A citizen's short-lived key to one petition, issued by Intake after number, query code and last four have matched and
/// accepted by every service that has something of that petition to show. Petition id, expiry, HMAC-SHA-256.
/// </summary>
public sealed class PetitionTickets(IConfiguration configuration, TimeProvider time)
{
    public const string Header = "X-Petition-Ticket";
    private const int Size = 16 + 8;
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(
        configuration["Ticket:Key"] ?? throw new InvalidOperationException("The configuration lacks Ticket:Key.")));

    public string Issue(Guid petition, DateTimeOffset expiresAt)
    {
        Span<byte> bytes = stackalloc byte[Size + HMACSHA256.HashSizeInBytes];
        petition.TryWriteBytes(bytes);
        BitConverter.TryWriteBytes(bytes[16..], expiresAt.ToUnixTimeSeconds());
        HMACSHA256.HashData(_key, bytes[..Size], bytes[Size..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The petition a request may see, or null when its ticket is missing, false or has run out.</summary>
    public Guid? Read(HttpRequest request)
    {
        Span<byte> bytes = stackalloc byte[Size + HMACSHA256.HashSizeInBytes];
        var text = request.Headers[Header].ToString();
        if (text.Length > 200 || !Base64Url.IsValid(text, out var length) || length != bytes.Length) return null;
        Base64Url.DecodeFromChars(text, bytes);
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, bytes[..Size], expected);
        return CryptographicOperations.FixedTimeEquals(expected, bytes[Size..])
            && DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(bytes[16..])) > time.GetUtcNow()
            ? new Guid(bytes[..16])
            : null;
    }
}
