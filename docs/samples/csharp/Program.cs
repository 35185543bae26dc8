using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Xinfang.DepartmentConsumer;

// A department's consumer in plain RabbitMQ.Client: reads its queue, drops duplicates, passes over types it does not know, acknowledges
// over HTTP and only then acknowledges to the broker. See docs/feed.md. Ends with 0 after --count events, with 2 after --timeout seconds.
if (Options.Read(args) is not { } options) return 64;

using var patience = new CancellationTokenSource();
if (options.Timeout is { } timeout) patience.CancelAfter(timeout);
Console.CancelKeyPress += (_, e) => { e.Cancel = true; patience.Cancel(); };

using var acknowledgements = options.Gateway is null ? null : new Acknowledgements(options);
var ledger = new Ledger();

await using var connection = await new ConnectionFactory { Uri = options.Amqp, ClientProvidedName = options.Queue }.CreateConnectionAsync(patience.Token);
await using var channel = await connection.CreateChannelAsync(cancellationToken: patience.Token);
await channel.BasicQosAsync(0, prefetchCount: 20, global: false, patience.Token);

var deliveries = Channel.CreateUnbounded<(ulong Tag, byte[] Body)>();
var consumer = new AsyncEventingBasicConsumer(channel);
consumer.ReceivedAsync += async (_, delivery) =>
    await deliveries.Writer.WriteAsync((delivery.DeliveryTag, delivery.Body.ToArray()), patience.Token); // the body is valid inside this handler only
connection.ConnectionShutdownAsync += (_, reason) =>
{
    deliveries.Writer.TryComplete(new InvalidOperationException(reason.ReplyText));
    return Task.CompletedTask;
};
await channel.BasicConsumeAsync(options.Queue, autoAck: false, consumer, patience.Token); // the queue exists; this account may not declare it

try
{
    await foreach (var (tag, body) in deliveries.Reader.ReadAllAsync(patience.Token))
    {
        if (FeedEvent.Read(body) is not { } e)
        {
            await Console.Error.WriteLineAsync("not a CloudEvent, dropped");
            await channel.BasicRejectAsync(tag, requeue: false, patience.Token);
            continue;
        }
        var standing = ledger.StandingOf(e);
        Console.WriteLine(e.Line(standing));
        if (standing is not Standing.Duplicate)
        {
            if (acknowledgements is not null) await acknowledgements.SendAsync(e, patience.Token);
            ledger.Add(e);
        }
        await channel.BasicAckAsync(tag, multiple: false, patience.Token);
        if (ledger.Count == options.Count) return 0;
    }
    return 0;
}
catch (OperationCanceledException)
{
    return options.Timeout is null ? 0 : 2;
}
