using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Xinfang.ServiceDefaults.Messaging;

/// <summary>
/// Delivers the outbox: in order within a petition, petitions beside each other. Rows leave it after the broker's confirm, so a
/// crash repeats messages (the inbox drops them) and never loses one. They stay in <c>sent</c> for a while: a restored system sends them again.
/// </summary>
public sealed class OutboxRelay(
    NpgsqlDataSource database, IBus bus, Topology topology, MessageTypes types, OutboxSignal signal, TimeProvider time, ILogger<OutboxRelay> log)
    : Relay(database, "outbox", lockKey: 7001, signal, log)
{
    private const int BatchSize = 256;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly ActivitySource Source = new(Telemetry.TelemetryExtensions.OutboxSource);
    private static readonly Meter Meter = new(Telemetry.TelemetryExtensions.OutboxSource);
    private static readonly Counter<long> Delivered = Meter.CreateCounter<long>("xinfang.outbox.delivered");

    protected override Task BeginAsync(NpgsqlConnection connection, CancellationToken ct) => topology.DeclareAsync(ct);

    protected override async Task<bool> DeliverBatchAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var batch = await connection.ReadQuietlyAsync(
            $"select position, message_id, petition_id, type, body, trace_parent from outbox order by position limit {BatchSize}", Row.Of, ct);
        if (batch.Count == 0) return false;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        var outcomes = await Task.WhenAll(batch.GroupBy(row => row.PetitionId).Select(rows => DeliverPetitionAsync([.. rows], limit.Token)));

        long[] delivered = [.. outcomes.SelectMany(outcome => outcome.Positions)];
        if (delivered.Length > 0)
            await connection.ExecuteQuietlyAsync("""
                with delivered as (delete from outbox where position = any($1) returning position, message_id, petition_id, type, body, trace_parent, created_at)
                insert into sent (position, message_id, petition_id, type, body, trace_parent, created_at, sent_at) select d.*, $2 from delivered d
                """, CancellationToken.None, delivered, time.GetUtcNow());
        Delivered.Add(delivered.Length);
        return outcomes.FirstOrDefault(outcome => outcome.Failure is not null)?.Failure is { } failure
            ? throw new InvalidOperationException("The broker did not confirm; the rows stay.", failure)
            : batch.Count == BatchSize;
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

    private sealed record Row(long Position, Guid MessageId, Guid PetitionId, string Type, string Body, string? TraceParent)
    {
        public static Row Of(NpgsqlDataReader reader) => new(reader.GetInt64(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3),
            reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5));
    }

    private sealed record Outcome(IReadOnlyList<long> Positions, Exception? Failure);
}
