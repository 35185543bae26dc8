using System.Security.Cryptography;
using System.Text;

namespace Xinfang.Identity.Api.Accounts;

/// <summary>Codes that are read aloud or from paper: 80 random bits in letters that are not mistaken for one another, in groups of four.</summary>
internal static class OneTimeCode
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 16, Group = 4;

    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(group => new string(group)));

    /// <summary>SHA-256; so many random bits need no slow hash.</summary>
    public static byte[] HashOf(string code) => SHA256.HashData(Encoding.ASCII.GetBytes(Bare(code)));

    /// <summary>Whether what was typed is the code with that hash, whatever its case and dashes; compared in constant time.</summary>
    public static bool Is(string? typed, byte[] hash) => CryptographicOperations.FixedTimeEquals(HashOf(typed ?? ""), hash);

    private static string Bare(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
