using System.Diagnostics;
using MassTransit;
using Xinfang.DepartmentFeed.Api.Feed;

namespace Xinfang.DepartmentFeed.Api.Consuming;

/// <summary>
/// Any contract → who is told → rows of the log, in the transaction of the inbox. The queue hands over the facts of one petition
/// in order; should another replica have one of them in hand, the row version of the holding lets one of both start again.
/// </summary>
internal abstract class AppendToFeed<T>(DepartmentFeedDb db, TimeProvider time) : IConsumer<T> where T : class
{
    public async Task Consume(ConsumeContext<T> context)
    {
        var now = time.GetUtcNow();
        var row = FeedTable.RowOf(typeof(T));
        var fact = Fact.Of(row, context.Message, context.SentTime is { } sent ? new(sent, TimeSpan.Zero) : now);
        var holding = await db.Holdings.FindAsync([fact.PetitionId], context.CancellationToken) ?? db.Add(Holding.Of(fact.PetitionId)).Entity;

        foreach (var telling in holding.Take(row, fact))
        {
            db.Add(new FeedEvent
            {
                Id = FeedEventId.Of(context.MessageId!.Value, telling.Organ), // the inbox has refused a message without an id
                Organ = telling.Organ,
                PetitionId = fact.PetitionId,
                Sequence = holding.Sequence,
                Type = telling.Row.Type,
                Time = fact.Time,
                Data = telling.Row.DataOf(telling.Message, fact.PetitionId, holding.Number, holding.Sealed).ToJsonString(),
                TraceParent = Activity.Current?.Id,
                RecordedAt = now,
            });
        }
    }
}
