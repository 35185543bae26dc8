using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace Xinfang.Gateway.Proxy;

/// <summary>A replica that could not be reached is left alone for five seconds. Costs nothing while all is well.</summary>
internal sealed class RestAfterFailure(IDestinationHealthUpdater health) : IPassiveHealthCheckPolicy
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public string Name => nameof(RestAfterFailure);

    public void RequestProxied(HttpContext context, ClusterState cluster, DestinationState destination)
    {
        if (context.GetForwarderErrorFeature()?.Error is ForwarderError.Request or ForwarderError.RequestTimedOut)
            health.SetPassive(cluster, destination, DestinationHealth.Unhealthy, Rest);
    }
}
