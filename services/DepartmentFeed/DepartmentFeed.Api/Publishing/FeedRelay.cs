using System.Diagnostics.Metrics;
using Npgsql;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.DepartmentFeed.Api.Publishing;

/// <summary>
/// Publishes the log to the departments' queues at least once: petitions beside each other, the events of one petition for one organ
/// one after the other, each after the confirm of the one before. One relay leads per database; replicas stand by and pass calls on.
/// A row is marked after the broker's confirm, so a crash repeats an event with the same id and never loses one.
/// </summary>
internal sealed partial class FeedRelay(
    NpgsqlDataSource database, FeedAddresses addresses, TimeProvider time,
    [FromKeyedServices(FeedSignals.Relay)] OutboxSignal signal, [FromKeyedServices(FeedSignals.Accounts)] OutboxSignal accounts,
    ILogger<FeedRelay> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly Meter Meter = new("Xinfang.DepartmentFeed");
    private static readonly Counter<long> Published = Meter.CreateCounter<long>("xinfang.feed.published");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (pause > TimeSpan.Zero) await signal.WaitAsync(pause, stoppingToken);
                await LeadOrStandByAsync(stoppingToken);
                pause = TimeSpan.Zero;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogRetry(e);
                pause = TimeSpan.FromSeconds(Math.Min(5, Math.Max(0.5, pause.TotalSeconds * 2)));
            }
        }
    }

    private async Task LeadOrStandByAsync(CancellationToken ct)
    {
        await using var connection = await WaitingEvents.OpenAsync(database, ct);
        if (!await WaitingEvents.LeadsAsync(connection, ct))
        {
            if (await signal.WaitAsync(Poll, ct)) await WaitingEvents.ExecuteAsync(connection, "notify feed", ct);
            return;
        }

        try
        {
            await LeadAsync(connection, ct);
        }
        finally
        {
            await WaitingEvents.ResignAsync(connection);
        }
    }

    private async Task LeadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        connection.Notification += (_, _) => signal.Set();
        await WaitingEvents.ExecuteAsync(connection, "listen feed", ct);
        await using var broker = await FeedBroker.OpenAsync(addresses.Broker, addresses.Schemas, await WaitingEvents.OrgansAsync(connection, ct), ct);
        accounts.Set();
        while (!ct.IsCancellationRequested)
        {
            if (!broker.IsOpen) throw new InvalidOperationException("The broker has closed the channel.");
            if (await PublishBatchAsync(connection, broker, ct) > 0) continue;
            await WaitForRowAsync(connection, ct);
        }
    }

    private async Task<int> PublishBatchAsync(NpgsqlConnection connection, FeedBroker broker, CancellationToken ct)
    {
        var waiting = await WaitingEvents.ReadAsync(connection, ct);
        if (waiting.Count == 0) return 0;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        var outcomes = await Task.WhenAll(waiting
            .GroupBy(w => (w.Row.Organ, w.Row.PetitionId))
            .Select(events => PublishInOrderAsync(broker, [.. events], limit.Token)));

        Guid[] confirmed = [.. outcomes.SelectMany(outcome => outcome.Confirmed)];
        await WaitingEvents.MarkPublishedAsync(connection, confirmed, time.GetUtcNow());
        Published.Add(confirmed.Length);
        if (outcomes.FirstOrDefault(outcome => outcome.Failure is not null)?.Failure is { } failure)
            throw new InvalidOperationException("The broker did not confirm every event; those wait and are sent again.", failure);
        return confirmed.Length;
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

    private async Task WaitForRowAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var notified = connection.WaitAsync(Poll, stop.Token);
        var signalled = signal.WaitAsync(Poll, ct);
        await Task.WhenAny(notified, signalled);
        await stop.CancelAsync();
        try
        {
            await notified;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The local signal was first; the connection is free for the next batch again.
        }
        if (!signalled.IsCompleted) signal.Set(); // takes the waiter off the queue before the next round
        await signalled;
    }

    private sealed record Outcome(IReadOnlyList<Guid> Confirmed, Exception? Failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Publishing to departments failed; the events wait in the log and are sent again")]
    private partial void LogRetry(Exception exception);
}
