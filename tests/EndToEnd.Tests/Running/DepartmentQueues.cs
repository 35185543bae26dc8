using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.EndToEnd.Tests.Running;

/// <summary>One event as a department got it.</summary>
/// <param name="Order">Counts what arrived here, whatever it was.</param>
internal sealed record Told(string Organ, string Id, string Type, Guid Petition, long Sequence, string? TraceParent, string Body, long Order)
{
    /// <summary>intake.petition-registered</summary>
    public string Name => Type["cn.xinfang.".Length..^".v1".Length];
}

/// <summary>Every department's own system at once: plain AMQP, acknowledging what it has noted, connecting again when the broker was away.</summary>
internal sealed class DepartmentQueues : IAsyncDisposable
{
    private readonly ConcurrentQueue<Told> _told = new();
    private readonly IConnection _connection;
    private long _order;

    private DepartmentQueues(IConnection connection) => _connection = connection;

    /// <summary>Everything that arrived, redeliveries too.</summary>
    public IReadOnlyList<Told> All => [.. _told];

    /// <summary>Each event once, at its first arrival.</summary>
    public IReadOnlyList<Told> Distinct => [.. _told.OrderBy(told => told.Order).DistinctBy(told => (told.Organ, told.Id))];

    public static async Task<DepartmentQueues> ListenAsync(Uri broker, CancellationToken ct)
    {
        var factory = new ConnectionFactory
        {
            Uri = broker, AutomaticRecoveryEnabled = true, TopologyRecoveryEnabled = true, NetworkRecoveryInterval = TimeSpan.FromSeconds(1), ClientProvidedName = "departments",
        };
        var queues = new DepartmentQueues(await factory.CreateConnectionAsync(ct));
        foreach (var organ in Organs.OfDistrict) await queues.ListenToAsync(organ.Code, ct);
        return queues;
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    private async Task ListenToAsync(string organ, CancellationToken ct)
    {
        var channel = await _connection.CreateChannelAsync(cancellationToken: ct);
        await channel.BasicQosAsync(0, 100, false, ct);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            _told.Enqueue(Read(organ, delivery.Body.Span));
            try
            {
                await channel.BasicAckAsync(delivery.DeliveryTag, false, CancellationToken.None);
            }
            catch (AlreadyClosedException)
            {
                // The broker went away under it; the event comes again.
            }
        };
        await channel.BasicConsumeAsync($"feed.{organ}", autoAck: false, consumer, ct);
    }

    private Told Read(string organ, ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var json = JsonElement.ParseValue(ref reader);
        return new(organ, json.GetProperty("id").GetString()!, json.GetProperty("type").GetString()!, json.GetProperty("subject").GetGuid(),
            long.Parse(json.GetProperty("sequence").GetString()!, CultureInfo.InvariantCulture),
            json.TryGetProperty("traceparent", out var trace) ? trace.GetString() : null, json.GetRawText(), Interlocked.Increment(ref _order));
    }
}
