using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Xinfang.DepartmentFeed.Api.Publishing;

/// <summary>Degraded when a department's event has been waiting for more than a minute: the broker is away or the relay is stuck.</summary>
internal sealed class FeedHealth(NpgsqlDataSource database, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Tolerable = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var command = database.CreateCommand("""
            select min(e.recorded_at) from feed_position p
            cross join lateral (
                select recorded_at from feed_event where organ = p.organ and published_at is null order by position limit 1) e
            """);
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime oldest && time.GetUtcNow() - oldest > Tolerable
            ? HealthCheckResult.Degraded($"最早一条未发给单位的事件已等待{(time.GetUtcNow() - oldest).TotalMinutes:0}分钟")
            : HealthCheckResult.Healthy();
    }
}
