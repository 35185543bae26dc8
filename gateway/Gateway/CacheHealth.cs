using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace Xinfang.Gateway;

/// <summary>Without Redis the gateway serves and replicas count alone: degraded, not unhealthy.</summary>
internal sealed class CacheHealth(IConnectionMultiplexer? redis) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(redis is { IsConnected: true } ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("连不上Redis，各副本分别限流"));
}
