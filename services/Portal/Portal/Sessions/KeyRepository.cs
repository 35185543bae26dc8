using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using StackExchange.Redis;

namespace Xinfang.Portal.Sessions;

/// <summary>Data-protection keys, in Redis for all instances; what was made while Redis was away is handed over when it is back.</summary>
internal sealed class KeyRepository(PortalCache cache) : IXmlRepository
{
    private const string List = "portal:data-protection";
    private readonly List<string> _own = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_own)
        {
            var stored = Try(redis => redis.ListRange(List).Select(value => value.ToString()).ToList()) ?? [];
            foreach (var key in _own.Except(stored, StringComparer.Ordinal).ToList()) Try(redis => redis.ListRightPush(List, key).ToString(System.Globalization.CultureInfo.InvariantCulture));
            return [.. stored.Union(_own, StringComparer.Ordinal).Select(key => XElement.Parse(key))];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_own)
        {
            var key = element.ToString(SaveOptions.DisableFormatting);
            _own.Add(key);
            Try(redis => redis.ListRightPush(List, key).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

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
