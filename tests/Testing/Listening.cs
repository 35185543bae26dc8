using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Xunit;

namespace Xinfang.Testing;

/// <summary>Hears what a service says on the broker, as it is on the wire.</summary>
public sealed class Listening : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Type, JsonElement Body)> _heard = new();
    private IConnection? _connection;

    /// <summary>From now on, to these contracts.</summary>
    public static async Task<Listening> ToAsync(params Type[] contracts)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        var listening = new Listening();
        var servers = await Servers.StartAsync();
        listening._connection = await new ConnectionFactory { Uri = new Uri(servers.Messaging) }.CreateConnectionAsync();
        var channel = await listening._connection.CreateChannelAsync(); // closed with its connection
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        foreach (var type in contracts)
        {
            await channel.ExchangeDeclareAsync($"{type.Namespace}:{type.Name}", ExchangeType.Fanout, durable: true);
            await channel.QueueBindAsync(queue, $"{type.Namespace}:{type.Name}", "");
        }
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            listening._heard.Enqueue((delivery.Exchange.Split(':')[^1], JsonSerializer.Deserialize<JsonElement>(delivery.Body.Span).GetProperty("message")));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
        return listening;
    }

    /// <summary>What was heard until now, in that order.</summary>
    public IReadOnlyList<JsonElement> Of<T>(Func<JsonElement, bool> which) => [.. _heard.Where(each => each.Type == typeof(T).Name && which(each.Body)).Select(each => each.Body)];

    /// <summary>Waits for the first that answers to it.</summary>
    public async Task<JsonElement> FirstAsync<T>(Func<JsonElement, bool> which)
    {
        await Eventually.Holds(() => Task.FromResult(Of<T>(which).Count > 0), ct: TestContext.Current.CancellationToken);
        return Of<T>(which)[0];
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
    }
}
