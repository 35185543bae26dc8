using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.ServiceDiscovery;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Xinfang.Gateway.Proxy;

/// <summary>Turns a destination like http://intake into one destination per replica, by the same discovery that services use.</summary>
internal sealed class DiscoveredDestinations(ServiceEndpointResolver discovery) : IDestinationResolver
{
    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, DestinationConfig>(StringComparer.OrdinalIgnoreCase);
        var changes = new List<IChangeToken>();
        foreach (var (name, destination) in destinations)
        {
            var named = new Uri(destination.Address);
            var endpoints = await discovery.GetEndpointsAsync($"{named.Scheme}://{named.Authority}", cancellationToken);
            changes.Add(endpoints.ChangeToken);
            foreach (var endpoint in endpoints.Endpoints)
            {
                var address = endpoint.ToString()!;
                if (!address.Contains("://", StringComparison.Ordinal)) address = $"{named.Scheme}://{address}";
                found[$"{name}@{address}"] = destination with { Address = address.EndsWith('/') ? address : address + "/" };
            }
        }
        return new ResolvedDestinationCollection(found, new CompositeChangeToken(changes));
    }
}
