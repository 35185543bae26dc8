using System.Diagnostics.Metrics;
using Npgsql;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.DepartmentFeed.Api.Publishing;

/// <summary>
/// Publishes the log to the departments' queues: petitions beside each other, the events of one petition for one organ one after the
/// other, each after the confirm of the one before. A row is marked after the broker's confirm, so a crash repeats an event with the
/// same id and never loses one.
/// </summary>
internal sealed class FeedRelay(
    NpgsqlDataSource database, FeedAddresses addresses, TimeProvider time,
    [FromKeyedServices(FeedSignals.Relay)] OutboxSignal signal, [FromKeyedServices(FeedSignals.Accounts)] OutboxSignal accounts,
    ILogger<FeedRelay> log) : Relay(database, "feed", lockKey: 7002, signal, log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly Meter Meter = new("Xinfang.DepartmentFeed");
    private static readonly Counter<long> Published = Meter.CreateCounter<long>("xinfang.feed.published");

    private FeedBroker? _broker;

    /// <summary>A fresh connection with everything declared: the broker may have come back empty.</summary>
    protected override async Task BeginAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        _broker = await FeedBroker.OpenAsync(addresses.Broker, addresses.Schemas, await WaitingEvent.OrgansAsync(connection, ct), ct);
        accounts.Set();
    }

    protected override async ValueTask EndAsync()
    {
        if (_broker is null) return;
        await _broker.DisposeAsync();
        _broker = null;
    }

    protected override async Task<bool> DeliverBatchAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if (_broker is not { IsOpen: true } broker) throw new InvalidOperationException("The broker has closed the channel.");
        var waiting = await WaitingEvent.ReadAsync(connection, ct);
        if (waiting.Count == 0) return false;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        var outcomes = await Task.WhenAll(waiting
            .GroupBy(w => (w.Row.Organ, w.Row.PetitionId))
            .Select(events => PublishInOrderAsync(broker, [.. events], limit.Token)));

        Guid[] confirmed = [.. outcomes.SelectMany(outcome => outcome.Confirmed)];
        await WaitingEvent.MarkPublishedAsync(connection, confirmed, time.GetUtcNow());
        Published.Add(confirmed.Length);
        return outcomes.FirstOrDefault(outcome => outcome.Failure is not null)?.Failure is { } failure
            ? throw new InvalidOperationException("The broker did not confirm every event; those wait and are sent again.", failure)
            : true;
    }

    private static async Task<Outcome> PublishInOrderAsync(FeedBroker broker, List<WaitingEvent> events, CancellationToken ct)
    {
        var confirmed = new List<Guid>(events.Count);
        foreach (var waiting in events)
        {
            try
            {
                await broker.PublishAsync(waiting.Row, waiting.Sealed, ct);
                confirmed.Add(waiting.Row.Id);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return new(confirmed, e); // what follows it must not overtake it
            }
        }
        return new(confirmed, null);
    }

    private sealed record Outcome(IReadOnlyList<Guid> Confirmed, Exception? Failure);
}
