using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Xinfang.Load;

/// <summary>What the departments got, held against what they should have got.</summary>
internal sealed record FeedCount(int Expected, int Received, int Redelivered, int Duplicate, int Missing, int Foreign, int OutOfOrder, IReadOnlyList<string> Examples);

/// <summary>Every department's own system: a plain AMQP client on its queue, acknowledging what it has noted.</summary>
internal sealed class Departments : IAsyncDisposable
{
    private sealed record Got(string Organ, string Id, string Type, Guid Petition, long Sequence, long Order);

    private readonly ConcurrentQueue<Got> _got = new();
    private readonly ConcurrentDictionary<Guid, long> _filed = new();
    private readonly ConcurrentQueue<Guid> _everFiled = new();
    private readonly Latencies _latencies;
    private readonly IConnection _connection;
    private long _order;

    private Departments(IConnection connection, Latencies latencies) => (_connection, _latencies) = (connection, latencies);

    public static async Task<Departments> ConsumeAsync(Uri broker, IReadOnlyList<string> organs, Latencies latencies, CancellationToken ct)
    {
        var factory = new ConnectionFactory
        {
            Uri = broker, AutomaticRecoveryEnabled = true, TopologyRecoveryEnabled = true, NetworkRecoveryInterval = TimeSpan.FromSeconds(1),
            ClientProvidedName = "departments",
        };
        var departments = new Departments(await factory.CreateConnectionAsync(ct), latencies);
        foreach (var organ in organs) await departments.ListenAsync(organ, ct);
        return departments;
    }

    public void Filed(Guid petition)
    {
        _filed[petition] = Stopwatch.GetTimestamp();
        _everFiled.Enqueue(petition);
    }

    /// <summary>Every petition whose citizen has been told its number.</summary>
    public IReadOnlyCollection<Guid> EverFiled => [.. _everFiled];

    /// <summary>Ids of what an organ has got of a petition.</summary>
    public IReadOnlyList<Guid> IdsOf(string organ, Guid petition) => [.. _got.Where(got => got.Organ == organ && got.Petition == petition).Select(got => Guid.Parse(got.Id)).Distinct()];

    public async Task WaitForAsync(IReadOnlySet<FeedKey> expected, TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (Stopwatch.GetElapsedTime(start) < patience && Count(expected).Missing is var missing and > 0)
        {
            Progress.Say($"waiting for {missing} feed events");
            await timer.WaitForNextTickAsync();
        }
    }

    public FeedCount Count(IReadOnlySet<FeedKey> expected)
    {
        var all = _got.ToArray();
        var distinct = all.DistinctBy(g => (g.Organ, g.Id)).ToArray();
        var keys = distinct.GroupBy(g => (g.Organ, g.Petition, g.Type))
            .SelectMany(g => Enumerable.Range(1, g.Count()).Select(nth => new FeedKey(g.Key.Organ, g.Key.Petition, g.Key.Type, nth))).ToHashSet();
        var missing = expected.Where(e => !keys.Contains(e)).ToList();
        var extra = keys.Where(k => !expected.Contains(k)).ToList();
        var own = expected.Select(e => (e.Organ, e.Petition)).ToHashSet();
        var foreign = extra.Where(k => !own.Contains((k.Organ, k.Petition))).ToList();
        var outOfOrder = distinct.GroupBy(g => (g.Organ, g.Petition))
            .Sum(g => g.OrderBy(x => x.Order).Zip(g.OrderBy(x => x.Order).Skip(1)).Count(pair => pair.Second.Sequence <= pair.First.Sequence));
        return new(expected.Count, distinct.Length, all.Length - distinct.Length, extra.Count - foreign.Count, missing.Count, foreign.Count, outOfOrder,
            [.. missing.Select(m => $"missing {m}"), .. extra.Select(x => $"unexpected {x}")]);
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    private async Task ListenAsync(string organ, CancellationToken ct)
    {
        var channel = await _connection.CreateChannelAsync(cancellationToken: ct);
        await channel.BasicQosAsync(0, 100, false, ct);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            Note(organ, delivery.Body.Span);
            try
            {
                await channel.BasicAckAsync(delivery.DeliveryTag, false, CancellationToken.None);
            }
            catch (RabbitMQ.Client.Exceptions.AlreadyClosedException)
            {
                // The broker went away under it: the same event comes again and is counted as redelivered.
            }
        };
        await channel.BasicConsumeAsync($"feed.{organ}", autoAck: false, consumer, ct);
    }

    private void Note(string organ, ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var json = JsonElement.ParseValue(ref reader);
        var petition = Guid.Parse(json.GetProperty("subject").GetString()!);
        var type = json.GetProperty("type").GetString()!;
        if (organ == Plan.Office && type.Contains("petition-registered", StringComparison.Ordinal) && _filed.TryRemove(petition, out var filed))
            _latencies.Add("submit to feed", Stopwatch.GetElapsedTime(filed).TotalMilliseconds);
        _got.Enqueue(new(organ, json.GetProperty("id").GetString()!, type, petition,
            long.Parse(json.GetProperty("sequence").GetString()!, CultureInfo.InvariantCulture), Interlocked.Increment(ref _order)));
    }
}
