using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using StackExchange.Redis;

namespace Xinfang.Portal.Sessions;

/// <summary>Data-protection keys, encrypted in Redis for all instances; what was made while Redis was away is handed over when it is back.</summary>
internal sealed class KeyRepository(PortalCache cache, string secret) : IXmlRepository
{
    private const string List = "portal:data-protection";
    private const string Purpose = "data-protection";
    private readonly List<string> _own = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_own)
        {
            // What this secret does not open was kept under an earlier one: those sessions are over.
            var stored = Try(redis => redis.ListRange(List).Select(box => Open((byte[])box!)).OfType<string>().ToList()) ?? [];
            foreach (var key in _own.Except(stored, StringComparer.Ordinal).ToList()) Push(key);
            return [.. stored.Union(_own, StringComparer.Ordinal).Select(key => XElement.Parse(key))];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_own)
        {
            var key = element.ToString(SaveOptions.DisableFormatting);
            _own.Add(key);
            Push(key);
        }
    }

    private void Push(string key) => Try<object>(redis => redis.ListRightPush(List, Vault.Encrypt(Purpose, secret, Encoding.UTF8.GetBytes(key))));

    private string? Open(byte[] box) => Vault.Decrypt(Purpose, secret, box) is { } key ? Encoding.UTF8.GetString(key) : null;

    private T? Try<T>(Func<IDatabase, T> question) where T : class
    {
        try
        {
            return cache.Redis().GetAwaiter().GetResult() is { } redis ? question(redis) : null;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            // The keys of this process serve until Redis is back; PortalCache reports the outage.
            return null;
        }
    }
}
