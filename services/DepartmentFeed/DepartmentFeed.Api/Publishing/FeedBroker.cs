using System.Diagnostics;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using Xinfang.DepartmentFeed.Api.Feed;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.DepartmentFeed.Api.Publishing;

/// <summary>
/// A connection to the broker on which events leave for departments: plain AMQP 0-9-1, confirmed, mandatory, persistent. It is opened
/// with the exchange and all queues declared and thrown away after any failure, so a broker that came back empty is complete again.
/// </summary>
internal sealed class FeedBroker : IAsyncDisposable
{
    public const string Exchange = "xinfang.feed";

    /// <summary>A department that reads nothing must not fill the broker's disk: the oldest leave its queue first and stay in the log.</summary>
    public const int QueueLimit = 100_000;

    private const int InFlight = 256;
    private static readonly ActivitySource Source = new("Xinfang.DepartmentFeed");

    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly Uri _schemas;

    private FeedBroker(IConnection connection, IChannel channel, Uri schemas) => (_connection, _channel, _schemas) = (connection, channel, schemas);

    public bool IsOpen => _channel.IsOpen;

    public static string QueueOf(string organ) => $"feed.{organ}";

    public static async Task<FeedBroker> OpenAsync(Uri broker, Uri schemas, IReadOnlyCollection<string> organs, CancellationToken ct)
    {
        var connection = await new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false, ClientProvidedName = "department-feed" }
            .CreateConnectionAsync(ct);
        try
        {
            var channel = await connection.CreateChannelAsync(
                new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true,
                    outstandingPublisherConfirmationsRateLimiter: new ThrottlingRateLimiter(InFlight)), ct);
            await DeclareAsync(channel, organs, ct);
            return new(connection, channel, schemas);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Completes when the broker has the event in the department's queue; throws when it refused or could not route it.</summary>
    public async Task PublishAsync(FeedEvent row, bool @sealed, CancellationToken ct)
    {
        using var activity = Source.StartActivity("feed publish", ActivityKind.Producer, row.TraceParent);
        activity?.SetTag("xinfang.petition", row.PetitionId);
        activity?.SetTag("xinfang.organ", row.Organ);
        activity?.SetTag("xinfang.event", row.Type);
        var properties = new BasicProperties
        {
            ContentType = CloudEvent.ContentType,
            ContentEncoding = "utf-8",
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = row.Id.ToString(),
            Type = row.Type,
            Timestamp = new AmqpTimestamp(row.Time.ToUnixTimeSeconds()),
        };
        if ((activity?.Id ?? row.TraceParent) is { } traceParent)
            properties.Headers = new Dictionary<string, object?> { ["traceparent"] = Encoding.ASCII.GetBytes(traceParent) };

        var body = JsonSerializer.SerializeToUtf8Bytes(CloudEvent.Of(row, @sealed, _schemas), MessageTypes.Json);
        await _channel.BasicPublishAsync(Exchange, $"{row.Organ}.{row.Type}", mandatory: true, properties, body, ct);
    }

    private static async Task DeclareAsync(IChannel channel, IReadOnlyCollection<string> organs, CancellationToken ct)
    {
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Topic, durable: true, cancellationToken: ct);
        foreach (var organ in organs)
        {
            await channel.QueueDeclareAsync(QueueOf(organ), durable: true, exclusive: false, autoDelete: false,
                new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-max-length"] = QueueLimit, ["x-overflow"] = "drop-head" },
                cancellationToken: ct);
            await channel.QueueBindAsync(QueueOf(organ), Exchange, $"{organ}.#", cancellationToken: ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
