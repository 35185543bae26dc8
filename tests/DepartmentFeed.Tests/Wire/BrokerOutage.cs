using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;
using Xinfang.DepartmentFeed.Api.Feed;
using Xinfang.DepartmentFeed.Api.Publishing;
using Xinfang.DepartmentFeed.Tests.Feed;
using Xinfang.Testing;

namespace Xinfang.DepartmentFeed.Tests.Wire;

[Collection(OnTheWire.Name)]
public class BrokerOutage(FeedSystem system)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_lost_and_the_order_is_kept_when_the_broker_stops_and_starts()
    {
        const string organ = "120104-gafj";
        await system.PublishAsync(new Facts().Forwarded(organ));
        await system.TakeAsync(organ, 1);

        await system.StopBrokerAsync();
        for (var petition = 0; petition < 5; petition++) await AppendAsync(organ, events: 4);
        await system.StartBrokerAsync();

        var queue = await system.TakeAsync(organ, 20);
        var distinct = queue.DistinctBy(e => (string?)e["id"]).ToList();
        Assert.Equal(20, distinct.Count);
        foreach (var petition in distinct.GroupBy(e => (string?)e["subject"]))
            Assert.Equal(["1", "2", "3", "4"], petition.Select(e => (string?)e["sequence"]));
        await Eventually.Holds(async () => await system.DbAsync(db => db.Events.CountAsync(e => e.Organ == organ && e.PublishedAt == null, Ct)) == 0, ct: Ct);

        await system.PublishAsync(new Facts().Forwarded(organ)); // the whole way works again
        await system.TakeAsync(organ, 1);
    }

    [Fact]
    public async Task A_broker_that_lost_the_queue_gets_it_back_before_the_event()
    {
        const string organ = "120104-sfj";
        await system.PublishAsync(new Facts().Forwarded(organ));
        await system.TakeAsync(organ, 1);
        await using (var connection = await system.ConnectAsync())
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: Ct))
        {
            await channel.QueueDeleteAsync($"feed.{organ}", ifUnused: false, ifEmpty: false, cancellationToken: Ct);
        }

        await AppendAsync(organ, events: 3);
        Assert.Equal(["1", "2", "3"], (await Eventually.Get(async () =>
        {
            try
            {
                return await system.TakeAsync(organ, 3);
            }
            catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
            {
                return null; // not declared again yet
            }
        }, ct: Ct)).Select(e => (string?)e["sequence"]));
    }

    [Fact]
    public async Task Published_events_are_removed_when_the_policy_no_longer_keeps_them()
    {
        const string organ = "120104-jtj";
        var facts = new Facts();
        await system.PublishAsync(facts.Forwarded(organ));
        await system.TakeAsync(organ, 1);
        await Eventually.Holds(async () => await system.DbAsync(db => db.Events.AnyAsync(e => e.Organ == organ && e.PublishedAt != null, Ct)), ct: Ct);

        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow() + RetentionPolicy.Kept - TimeSpan.FromHours(1));
        using var retention = new Retention(system.Database, clock, NullLogger<Retention>.Instance);
        await retention.SweepAsync(Ct);
        Assert.Single(await system.ReplayAsync(organ));

        clock.Advance(TimeSpan.FromHours(2));
        await retention.SweepAsync(Ct);
        Assert.Empty(await system.ReplayAsync(organ));
    }

    /// <summary>What a consumer commits, while no consumer can be reached.</summary>
    private Task<int> AppendAsync(string organ, int events) => system.DbAsync(async db =>
    {
        var facts = new Facts();
        var holding = db.Add(Holding.Of(facts.Petition)).Entity;
        var saved = 0;
        for (var n = 1; n <= events; n++)
        {
            object message = n == 1 ? facts.Forwarded(organ) : facts.Accepted(organ);
            var row = FeedTable.RowOf(message.GetType());
            var fact = Fact.Of(row, message, TimeProvider.System.GetUtcNow());
            holding.Take(row, fact);
            db.Add(new FeedEvent
            {
                Id = FeedEventId.Of(Guid.CreateVersion7(), organ),
                Organ = organ,
                PetitionId = facts.Petition,
                Sequence = holding.Sequence,
                Type = row.Type,
                Time = fact.Time,
                Data = row.DataOf(message, facts.Petition, holding.Number, holding.Sealed).ToJsonString(),
                RecordedAt = TimeProvider.System.GetUtcNow(),
            });
            saved += await db.SaveChangesAsync(Ct);
        }
        return saved;
    });
}
