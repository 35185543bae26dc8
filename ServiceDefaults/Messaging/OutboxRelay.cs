using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Xinfang.ServiceDefaults.Messaging;

/// <summary>
/// Delivers the outbox at least once: in order within a petition, petitions beside each other. One relay leads per database,
/// by a session lock on the connection it works with; replicas stand by and pass their wake-up calls on. Rows are deleted
/// after the broker's confirm, so a crash repeats messages (the inbox drops them) and never loses one.
/// </summary>
public sealed partial class OutboxRelay(
    NpgsqlDataSource database, IBus bus, Topology topology, MessageTypes types, OutboxSignal signal, ILogger<OutboxRelay> log)
    : BackgroundService
{
    private const int BatchSize = 256;
    private const long LockKey = 7001;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly ActivitySource Source = new(Telemetry.TelemetryExtensions.OutboxSource);
    private static readonly Meter Meter = new(Telemetry.TelemetryExtensions.OutboxSource);
    private static readonly Counter<long> Delivered = Meter.CreateCounter<long>("xinfang.outbox.delivered");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (pause > TimeSpan.Zero) await signal.WaitAsync(pause, stoppingToken);
                await LeadOrStandByAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogRetry(e);
                pause = TimeSpan.FromSeconds(Math.Min(10, Math.Max(0.5, pause.TotalSeconds * 2)));
                continue;
            }
            pause = TimeSpan.Zero;
        }
    }

    private async Task LeadOrStandByAsync(CancellationToken ct)
    {
        await using var connection = await OpenQuietlyAsync(ct);
        if (!await IsLeaderAsync(connection, ct))
        {
            if (await signal.WaitAsync(Poll, ct)) await ExecuteAsync(connection, "notify outbox", ct);
            return;
        }

        connection.Notification += (_, _) => signal.Set();
        await ExecuteAsync(connection, "listen outbox", ct);
        await topology.DeclareAsync(ct);
        while (!ct.IsCancellationRequested)
        {
            if (await DeliverBatchAsync(connection, ct) == BatchSize) continue;
            await WaitForRowAsync(connection, ct);
        }
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

    private async Task<int> DeliverBatchAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var batch = await ReadAsync(connection, ct);
        if (batch.Count == 0) return 0;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        var petitions = batch.GroupBy(row => row.PetitionId).Select(rows => DeliverPetitionAsync([.. rows], limit.Token)).ToList();
        var outcomes = await Task.WhenAll(petitions);

        var delivered = outcomes.SelectMany(o => o.Positions).ToArray();
        await DeleteAsync(connection, delivered, CancellationToken.None);
        Delivered.Add(delivered.Length);
        if (outcomes.FirstOrDefault(o => o.Failure is not null)?.Failure is { } failure)
            throw new InvalidOperationException("The broker did not confirm; the rows stay.", failure);
        return batch.Count;
    }

    private async Task<Outcome> DeliverPetitionAsync(List<Row> rows, CancellationToken ct)
    {
        var delivered = new List<long>(rows.Count);
        foreach (var row in rows)
        {
            try
            {
                await PublishAsync(row, ct);
                delivered.Add(row.Position);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return new(delivered, e); // what follows it must not overtake it
            }
        }
        return new(delivered, null);
    }

    private async Task PublishAsync(Row row, CancellationToken ct)
    {
        using var activity = Source.StartActivity("outbox deliver", ActivityKind.Internal, row.TraceParent);
        activity?.SetTag("xinfang.petition", row.PetitionId);
        activity?.SetTag("xinfang.event", row.Type);
        var type = types[row.Type];
        await bus.Publish(JsonSerializer.Deserialize(row.Body, type, MessageTypes.Json)!, type, Pipe.Execute<PublishContext>(context =>
        {
            context.MessageId = row.MessageId;
            context.CorrelationId = row.PetitionId;
        }), ct);
    }

    /// <summary>A relay that polls must not fill the traces with itself.</summary>
    private async Task<NpgsqlConnection> OpenQuietlyAsync(CancellationToken ct)
    {
        using var _ = Quiet();
        return await database.OpenConnectionAsync(ct);
    }

    private static async Task<bool> IsLeaderAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        using var _ = Quiet();
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({LockKey})", connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        using var _ = Quiet();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<List<Row>> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        using var _ = Quiet();
        await using var command = new NpgsqlCommand(
            $"select position, message_id, petition_id, type, body, trace_parent from outbox order by position limit {BatchSize}", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct))
            rows.Add(new(reader.GetInt64(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.GetString(4),
                await reader.IsDBNullAsync(5, ct) ? null : reader.GetString(5)));
        return rows;
    }

    private static async Task DeleteAsync(NpgsqlConnection connection, long[] positions, CancellationToken ct)
    {
        if (positions.Length == 0) return;
        using var _ = Quiet();
        await using var command = new NpgsqlCommand("delete from outbox where position = any($1)", connection)
        {
            Parameters = { new() { Value = positions } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static IDisposable Quiet() => OpenTelemetry.SuppressInstrumentationScope.Begin();

    private sealed record Row(long Position, Guid MessageId, Guid PetitionId, string Type, string Body, string? TraceParent);

    private sealed record Outcome(IReadOnlyList<long> Positions, Exception? Failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox delivery failed; the rows stay and are tried again")]
    private partial void LogRetry(Exception exception);
}
