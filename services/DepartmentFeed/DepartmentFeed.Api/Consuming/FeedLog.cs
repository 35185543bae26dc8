using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Xinfang.DepartmentFeed.Api.Feed;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.DepartmentFeed.Api.Consuming;

/// <summary>A fact of one message.</summary>
/// <param name="MessageId">What makes a redelivery harmless.</param>
/// <param name="Row">Who is told of it.</param>
/// <param name="Fact">What happened.</param>
/// <param name="TraceParent">The span that brought it.</param>
internal sealed record Arrival(Guid MessageId, FeedRow Row, Fact Fact, string? TraceParent);

/// <summary>
/// Appends facts to the log, as many in one transaction as have arrived while the one before was written (group commit). Every event
/// also goes to the office, whose counter row each transaction locks until its commit: one after the other, they would wait for the
/// disk once per event. The queue hands over the facts of one petition in order, the next after the commit of the one before; should
/// another replica have one of them in hand, inbox and the row version of the holding let one of both start again.
/// </summary>
internal sealed class FeedLog(IServiceScopeFactory scopes, TimeProvider time) : BackgroundService
{
    /// <summary>Name of the queue, as in the inbox.</summary>
    private const string Endpoint = "department-feed";

    private const int Most = 256;

    private readonly Channel<Waiting> _arrivals = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(Most) { SingleReader = true });

    /// <summary>Completes when the fact is committed, or was before; throws what kept it out, and then nothing of it is stored.</summary>
    /// <exception cref="EarlyFactException">An organ's act on a petition that was never routed.</exception>
    public async Task AppendAsync(Arrival arrival, CancellationToken ct)
    {
        var waiting = new Waiting(arrival);
        await _arrivals.Writer.WriteAsync(waiting, ct);
        await waiting.Written.Task.WaitAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<Waiting>(Most);
        await foreach (var first in _arrivals.Reader.ReadAllAsync(stoppingToken))
        {
            group.Add(first);
            while (group.Count < Most && _arrivals.Reader.TryRead(out var next)) group.Add(next);
            await WriteAsync(group, stoppingToken);
            group.Clear();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _arrivals.Writer.TryComplete();
        while (_arrivals.Reader.TryRead(out var late)) late.Written.TrySetCanceled(CancellationToken.None); // the broker hands it over again
    }

    /// <summary>All at once; if that fails, each for itself, so that one bad fact keeps nobody else out.</summary>
    private async Task WriteAsync(List<Waiting> group, CancellationToken ct)
    {
        try
        {
            await CommitAsync(group, ct);
            group.ForEach(waiting => waiting.Written.TrySetResult());
        }
        catch (Exception e) when (e is not OutOfMemoryException && (group.Count == 1 || ct.IsCancellationRequested))
        {
            group.ForEach(waiting => waiting.Written.TrySetException(e));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            foreach (var waiting in group) await WriteAsync([waiting], ct);
        }
    }

    private async Task CommitAsync(List<Waiting> group, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DepartmentFeedDb>();
        var now = time.GetUtcNow();
        var messages = group.Select(waiting => waiting.Arrival.MessageId).ToArray();
        var handled = (await db.Set<InboxMessage>().Where(m => m.Endpoint == Endpoint && messages.Contains(m.MessageId))
            .Select(m => m.MessageId).ToListAsync(ct)).ToHashSet();
        var petitions = group.Select(waiting => waiting.Arrival.Fact.PetitionId).Distinct().ToArray();
        var holdings = await db.Holdings.Where(h => petitions.Contains(h.PetitionId)).ToDictionaryAsync(h => h.PetitionId, ct);

        foreach (var waiting in group)
        {
            var (id, row, fact, trace) = waiting.Arrival;
            if (!handled.Add(id)) continue;
            if (!holdings.TryGetValue(fact.PetitionId, out var holding))
                holdings[fact.PetitionId] = holding = db.Add(Holding.Of(fact.PetitionId)).Entity;
            db.AddRange(holding.Take(row, fact).Select(telling => EventOf(telling, id, fact, holding, trace, now)));
            db.Add(new InboxMessage { MessageId = id, Endpoint = Endpoint, HandledAt = now });
        }
        await db.SaveChangesAsync(ct);
    }

    private static FeedEvent EventOf(Telling telling, Guid message, Fact fact, Holding holding, string? trace, DateTimeOffset now) => new()
    {
        Id = FeedEventId.Of(message, telling.Organ),
        Organ = telling.Organ,
        PetitionId = fact.PetitionId,
        Sequence = holding.Sequence,
        Type = telling.Row.Type,
        Time = fact.Time,
        Data = telling.Row.DataOf(telling.Message, fact.PetitionId, holding.Number, holding.Sealed).ToJsonString(),
        TraceParent = trace,
        RecordedAt = now,
    };

    private sealed record Waiting(Arrival Arrival)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
