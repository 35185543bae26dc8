using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Xinfang.Identity.Api.Keys;

internal enum KeyUse
{
    /// <summary>RSA, signs tokens; its public half is published.</summary>
    Sign,

    /// <summary>Symmetric, encrypts authorization codes and refresh tokens, which only this service reads.</summary>
    Encrypt,
}

/// <summary>A key of the token server, encrypted at rest.</summary>
internal sealed class StoredKey
{
    /// <summary>A key works for a year.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(365);

    /// <summary>A new key is published before it signs, so that every reader has it by then.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(1);

    /// <summary>After it stopped signing a key stays published longer than any token it signed lives.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public required Guid Id { get; init; }
    public required KeyUse Use { get; init; }
    public required byte[] Material { get; init; }
    public required DateTimeOffset WorksFrom { get; init; }
    public required DateTimeOffset WorksUntil { get; init; }

    public static StoredKey Create(KeyUse use, DateTimeOffset worksFrom, Cipher cipher)
    {
        byte[] material;
        if (use == KeyUse.Sign)
        {
            using var rsa = RSA.Create(2048);
            material = rsa.ExportPkcs8PrivateKey();
        }
        else
        {
            material = RandomNumberGenerator.GetBytes(32);
        }
        return new StoredKey
        {
            Id = Guid.CreateVersion7(worksFrom),
            Use = use,
            Material = cipher.Encrypt(material),
            WorksFrom = worksFrom,
            WorksUntil = worksFrom + Term,
        };
    }

    public SecurityKey Open(Cipher cipher)
    {
        var material = cipher.Decrypt(Material);
        if (Use == KeyUse.Encrypt) return new SymmetricSecurityKey(material) { KeyId = Id.ToString("n") };
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(material, out _);
        return new RsaSecurityKey(rsa) { KeyId = Id.ToString("n") };
    }
}
