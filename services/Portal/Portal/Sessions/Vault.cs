using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;

namespace Xinfang.Portal.Sessions;

/// <summary>
/// What the server keeps for a browser. The secret is in the cookie only: it names the entry (hashed) and encrypts it,
/// so the cache alone reads nothing.
/// </summary>
internal sealed class Vault(IDistributedCache cache)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>A secret nobody guesses: 80 bits in 16 characters without 0 O 1 I, so that it can also be written down.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 16);

    /// <summary>Writes, and lets it live so long.</summary>
    public Task Put<T>(string purpose, string secret, T value, TimeSpan life, CancellationToken ct = default) =>
        PutBytes(purpose, secret, JsonSerializer.SerializeToUtf8Bytes(value), life, ct);

    /// <summary>Reads; null when it is gone or the secret is wrong.</summary>
    public async Task<T?> Get<T>(string purpose, string? secret, CancellationToken ct = default) where T : class =>
        await GetBytes(purpose, secret, ct) is { } bytes ? JsonSerializer.Deserialize<T>(bytes) : null;

    /// <inheritdoc cref="Put"/>
    public Task PutBytes(string purpose, string secret, byte[] value, TimeSpan life, CancellationToken ct = default) =>
        cache.SetAsync(Name(purpose, secret), Encrypt(purpose, secret, value), new() { AbsoluteExpirationRelativeToNow = life }, ct);

    /// <inheritdoc cref="Get"/>
    public async Task<byte[]?> GetBytes(string purpose, string? secret, CancellationToken ct = default) =>
        string.IsNullOrEmpty(secret) || await cache.GetAsync(Name(purpose, secret), ct) is not { } box ? null : Decrypt(purpose, secret, box);

    /// <summary>AES-GCM under a key that only this secret gives.</summary>
    internal static byte[] Encrypt(string purpose, string secret, byte[] value)
    {
        var box = new byte[NonceLength + TagLength + value.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(Key(purpose, secret), TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), value, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength));
        return box;
    }

    /// <summary>Null when it was not encrypted under this secret, or was changed.</summary>
    internal static byte[]? Decrypt(string purpose, string secret, byte[] box)
    {
        if (box.Length < NonceLength + TagLength) return null;
        var value = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(Key(purpose, secret), TagLength);
        try
        {
            aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), value);
            return value;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>Forgets.</summary>
    public Task Remove(string purpose, string secret, CancellationToken ct = default) => cache.RemoveAsync(Name(purpose, secret), ct);

    private static string Name(string purpose, string secret) =>
        $"{purpose}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{secret}")))}";

    private static byte[] Key(string purpose, string secret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: Encoding.UTF8.GetBytes($"xinfang portal {purpose}"));
}
