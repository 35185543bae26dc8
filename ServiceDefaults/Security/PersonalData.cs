using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Xinfang.ServiceDefaults.Security;

/// <summary>
/// Encrypts people's data at rest with AES-256-GCM (NIST SP 800-38D) and makes keyed hashes (HMAC-SHA-256) to search by.
/// Layout: key id (4 bytes), nonce (12), tag (16), cipher text. Keys come from configuration and rotate: what an old key
/// (PersonalData:OldKeys) wrote stays readable, new data is written with PersonalData:Key.
/// </summary>
public sealed class PersonalData
{
    private const int IdSize = 4, NonceSize = 12, TagSize = 16;
    /// <summary>Bytes that encrypting adds.</summary>
    public const int Overhead = IdSize + NonceSize + TagSize;

    private readonly Dictionary<uint, byte[]> _keys = [];
    private readonly uint _current;
    private readonly byte[] _searchKey;

    public PersonalData(IConfiguration configuration)
    {
        _current = Add(configuration["PersonalData:Key"] ?? throw Missing("PersonalData:Key"));
        foreach (var old in configuration.GetSection("PersonalData:OldKeys").GetChildren())
            Add(old.Value ?? throw Missing(old.Path));
        _searchKey = SHA256.HashData(Encoding.UTF8.GetBytes(configuration["PersonalData:SearchKey"] ?? throw Missing("PersonalData:SearchKey")));
    }

    /// <summary>Encrypts a text, bound to a context (e.g. the petition's id) so that a value cannot be moved to another row.</summary>
    public byte[] Encrypt(string text, Guid context) => Encrypt(Encoding.UTF8.GetBytes(text), context);

    /// <inheritdoc cref="Encrypt(string, Guid)"/>
    public byte[] Encrypt(ReadOnlySpan<byte> plain, Guid context)
    {
        var result = new byte[IdSize + NonceSize + TagSize + plain.Length];
        var span = result.AsSpan();
        BitConverter.TryWriteBytes(span, _current);
        var nonce = span.Slice(IdSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[_current], TagSize);
        aes.Encrypt(nonce, plain, span[(IdSize + NonceSize + TagSize)..], span.Slice(IdSize + NonceSize, TagSize), context.ToByteArray());
        return result;
    }

    /// <summary>Decrypts what <see cref="Encrypt(string, Guid)"/> made. Throws <see cref="CryptographicException"/> when it was changed, moved or its key is gone.</summary>
    public string Decrypt(ReadOnlySpan<byte> data, Guid context) => Encoding.UTF8.GetString(DecryptBytes(data, context));

    /// <inheritdoc cref="Decrypt"/>
    public byte[] DecryptBytes(ReadOnlySpan<byte> data, Guid context)
    {
        if (data.Length < IdSize + NonceSize + TagSize || !_keys.TryGetValue(BitConverter.ToUInt32(data), out var key))
            throw new CryptographicException("The data was written with a key that is not configured.");
        var plain = new byte[data.Length - IdSize - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(data.Slice(IdSize, NonceSize), data[(IdSize + NonceSize + TagSize)..], data.Slice(IdSize + NonceSize, TagSize), plain, context.ToByteArray());
        return plain;
    }

    /// <summary>Keyed hash of a value for equality search; the kind keeps equal texts of different fields apart.</summary>
    public byte[] SearchHash(string kind, string value) =>
        HMACSHA256.HashData(_searchKey, Encoding.UTF8.GetBytes($"{kind}:{value.Trim().ToUpperInvariant()}"));

    /// <summary>A key for one file, of its own (HKDF, RFC 5869): so no two files share nonces. The id says later which key it comes from.</summary>
    public (uint Id, byte[] Key) NewFileKey(ReadOnlySpan<byte> salt) => (_current, FileKey(_current, salt));

    /// <summary>The key of a file that <see cref="NewFileKey"/> was asked for.</summary>
    public byte[] FileKey(uint id, ReadOnlySpan<byte> salt)
    {
        if (!_keys.TryGetValue(id, out var key)) throw new CryptographicException("The file was written with a key that is not configured.");
        var derived = new byte[key.Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, salt, "xinfang file"u8);
        return derived;
    }

    private uint Add(string secret)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        var id = BitConverter.ToUInt32(SHA256.HashData(key));
        _keys[id] = key;
        return id;
    }

    private static InvalidOperationException Missing(string name) => new($"The configuration lacks {name}.");
}
