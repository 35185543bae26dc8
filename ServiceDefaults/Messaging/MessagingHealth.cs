using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Xinfang.ServiceDefaults.Messaging;

/// <summary>Degraded when an event has been waiting for more than a minute: the broker is away or the relay is stuck.</summary>
internal sealed class OutboxHealth(NpgsqlDataSource database, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Tolerable = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var command = database.CreateCommand("select created_at from outbox order by position limit 1");
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime oldest && time.GetUtcNow() - oldest > Tolerable
            ? HealthCheckResult.Degraded($"最早一条未发出的事件已等待{(time.GetUtcNow() - oldest).TotalMinutes:0}分钟")
            : HealthCheckResult.Healthy();
    }
}

/// <summary>Degraded when a message could not be handled and waits for a person in the service's error queue.</summary>
internal sealed class ErrorQueueHealth(Uri broker, string queue) : IHealthCheck, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private IConnection? _connection;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await AskAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<HealthCheckResult> AskAsync(CancellationToken cancellationToken)
    {
        if (_connection is not { IsOpen: true })
        {
            if (_connection is not null) await _connection.DisposeAsync();
            _connection = await new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false, ClientProvidedName = $"{queue} watch" }
                .CreateConnectionAsync(cancellationToken);
        }
        await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            var state = await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
            return state.MessageCount == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"{queue}里有{state.MessageCount}条消息没有处理成功，要人来看");
        }
        catch (OperationInterruptedException)
        {
            return HealthCheckResult.Healthy(); // the queue is made with its first message
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        _turn.Dispose();
    }
}

/// <summary>Unhealthy when the service cannot reach its database.</summary>
internal sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var command = database.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
