using System.Security.Cryptography;
using System.Text;

namespace Xinfang.Identity.Api.Keys;

/// <summary>AES-256-GCM under the key secret of the configuration: nonce, tag, text.</summary>
internal sealed class Cipher(string secret)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public byte[] Encrypt(ReadOnlySpan<byte> text)
    {
        var sealedText = new byte[NonceLength + TagLength + text.Length];
        var nonce = sealedText.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(nonce, text, sealedText.AsSpan(NonceLength + TagLength), sealedText.AsSpan(NonceLength, TagLength));
        return sealedText;
    }

    /// <exception cref="CryptographicException">The key secret is another one, or the row was changed.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> sealedText)
    {
        var text = new byte[sealedText.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_key, TagLength);
        aes.Decrypt(sealedText[..NonceLength], sealedText[(NonceLength + TagLength)..], sealedText.Slice(NonceLength, TagLength), text);
        return text;
    }
}
