using System.Security.Cryptography;
using System.Text;

namespace Xinfang.Identity.Api.Accounts;

/// <summary>Codes that are read aloud or from paper: 80 random bits in letters that are not mistaken for one another, in groups of four.</summary>
internal static class OneTimeCode
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 16, Group = 4, SaltLength = 16;

    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(group => new string(group)));

    /// <summary>Salt and SHA-256 (ASVS 2.6.2); so many random bits need no slow hash.</summary>
    public static byte[] HashOf(string code) => HashOf(code, RandomNumberGenerator.GetBytes(SaltLength));

    /// <summary>Whether what was typed is the code with that hash, whatever its case and dashes; compared in constant time.</summary>
    public static bool Is(string? typed, byte[] hash) => CryptographicOperations.FixedTimeEquals(HashOf(typed ?? "", hash[..SaltLength]), hash);

    private static byte[] HashOf(string code, byte[] salt) => [.. salt, .. SHA256.HashData([.. salt, .. Encoding.ASCII.GetBytes(Bare(code))])];

    private static string Bare(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
