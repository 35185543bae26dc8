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
/// Appends facts to the log, as many in one transaction as have arrived while the one before was written. Every event also goes to the
/// office, whose counter row each transaction locks until its commit: one after the other, they would wait for the disk once per event.
/// The queue hands over the facts of one petition in order, the next after the commit of the one before; should another replica have one
/// of them in hand, inbox and the row version of the holding let one of both start again. An organ's act on a petition that was never
/// routed is kept out (<see cref="EarlyFactException"/>).
/// </summary>
internal sealed class FeedLog(IServiceScopeFactory scopes, TimeProvider time) : GroupCommit<Arrival>
{
    /// <summary>Name of the queue, as in the inbox.</summary>
    private const string Endpoint = "department-feed";

    protected override async Task CommitAsync(IReadOnlyList<Arrival> group, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DepartmentFeedDb>();
        var now = time.GetUtcNow();
        var messages = group.Select(arrival => arrival.MessageId).ToArray();
        var handled = (await db.Set<InboxMessage>().Where(m => m.Endpoint == Endpoint && messages.Contains(m.MessageId))
            .Select(m => m.MessageId).ToListAsync(ct)).ToHashSet();
        var petitions = group.Select(arrival => arrival.Fact.PetitionId).Distinct().ToArray();
        var holdings = await db.Holdings.Where(h => petitions.Contains(h.PetitionId)).ToDictionaryAsync(h => h.PetitionId, ct);

        foreach (var (id, row, fact, trace) in group)
        {
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
}
