using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests;

/// <summary>Listens on the broker beside the real consumers and keeps what goes by, as it is on the wire.</summary>
internal static class Watch
{
    public sealed record Seen(string Type, JsonElement Body, string Raw)
    {
        public bool Of(Guid petition) => Body.GetProperty("petitionId").GetGuid() == petition;
    }

    private static readonly Type[] Contracts =
        [typeof(PetitionRegistered), typeof(PetitionClassified), typeof(PetitionForwarded), typeof(PetitionAssigned), typeof(PetitionRated), typeof(PetitionSupplemented), typeof(RepeatConfirmed), typeof(RepeatUndone)];

    /// <summary>The first event of a contract that answers to <paramref name="which"/> and left while something was done.</summary>
    public static async Task<JsonElement> First(Type contract, Func<JsonElement, bool> which, Func<Task> doing)
    {
        var seen = new ConcurrentQueue<Seen>();
        await using var connection = await ListenAsync([contract], seen);
        await doing();
        await Eventually.Holds(() => Task.FromResult(seen.Any(e => which(e.Body))));
        return seen.First(e => which(e.Body)).Body;
    }

    /// <summary>The events that left while something was done, until the outbox had nothing more of the petition.</summary>
    public static async Task<(IReadOnlyList<Seen> Events, Journey.Filed Filed)> Events(IntakeApp app, Func<Task<Journey.Filed>> doing)
    {
        var seen = new ConcurrentQueue<Seen>();
        await using var connection = await ListenAsync(Contracts, seen);
        var filed = await doing();
        var expected = await app.Sql<long>("select count(*) from record where petition_id = $1 and act <> 'ReadSealed'", filed.Id);
        await Eventually.Holds(() => Task.FromResult(seen.Count(e => e.Of(filed.Id)) >= expected));
        return ([.. seen], filed);
    }

    private static async Task<IConnection> ListenAsync(Type[] contracts, ConcurrentQueue<Seen> seen)
    {
        var servers = await Servers.StartAsync();
        var connection = await new ConnectionFactory { Uri = new Uri(servers.Messaging) }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync(); // closed with its connection
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        foreach (var type in contracts)
        {
            await channel.ExchangeDeclareAsync($"{type.Namespace}:{type.Name}", ExchangeType.Fanout, durable: true);
            await channel.QueueBindAsync(queue, $"{type.Namespace}:{type.Name}", "");
        }
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            var raw = System.Text.Encoding.UTF8.GetString(delivery.Body.Span);
            seen.Enqueue(new(delivery.Exchange.Split(':')[^1], JsonSerializer.Deserialize<JsonElement>(raw).GetProperty("message"), raw));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
        return connection;
    }
}
