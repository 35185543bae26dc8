using MassTransit;
using RabbitMQ.Client;

namespace Xinfang.ServiceDefaults.Messaging;

/// <summary>
/// The exchanges and queues of the whole system, in MassTransit's names. A fresh broker loses what is published before the
/// queue of a consumer exists, so every publisher declares all of them first, and again after each failure.
/// </summary>
public sealed class Topology(Uri broker, IReadOnlyDictionary<string, IReadOnlyList<Type>> subscriptions)
{
    /// <summary>Replicated, and read by one replica at a time: the others take over, so that a petition's events keep their order.</summary>
    private static readonly Dictionary<string, object?> QueueArguments = new()
    {
        ["x-queue-type"] = "quorum",
        ["x-single-active-consumer"] = true,
    };

    public async Task DeclareAsync(CancellationToken ct)
    {
        var factory = new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false, ClientProvidedName = "topology" };
        await using var connection = await factory.CreateConnectionAsync(ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        foreach (var (queue, types) in subscriptions)
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false,
                QueueArguments, cancellationToken: ct);
            await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: ct);
            await channel.QueueBindAsync(queue, queue, "", cancellationToken: ct);
            foreach (var type in types)
            {
                await channel.ExchangeDeclareAsync(ExchangeOf(type), ExchangeType.Fanout, durable: true, cancellationToken: ct);
                await channel.ExchangeBindAsync(queue, ExchangeOf(type), "", cancellationToken: ct);
            }
        }
        await channel.CloseAsync(ct);
    }

    private static string ExchangeOf(Type type) => $"{type.Namespace}:{type.Name}";
}
