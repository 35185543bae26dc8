using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Xinfang.Identity.Api.Keys;

/// <summary>A key of the sign-in cookie, as data protection writes it, encrypted.</summary>
internal sealed class CookieKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

/// <summary>Data protection's keys in PostgreSQL, shared by replicas and outliving restarts and Redis.</summary>
internal sealed class CookieKeys(IServiceScopeFactory scopes, Cipher cipher) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = this;
        options.XmlEncryptor = new CookieKeyEncryptor(cipher);
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        return [.. db.CookieKeys.AsNoTracking().Select(k => k.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        db.CookieKeys.Add(new CookieKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

internal sealed class CookieKeyEncryptor(Cipher cipher) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(cipher.Encrypt(text))), typeof(CookieKeyDecryptor));
    }
}

/// <summary>Made by data protection itself, from the type name it stored beside the key.</summary>
internal sealed class CookieKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var text = services.GetRequiredService<Cipher>().Decrypt(Convert.FromBase64String(encryptedElement.Value));
        return XElement.Parse(Encoding.UTF8.GetString(text));
    }
}
