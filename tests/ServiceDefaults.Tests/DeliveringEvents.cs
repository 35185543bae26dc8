using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.Testing;

namespace Xinfang.ServiceDefaults.Tests;

public sealed class DeliveringEvents : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SampleService _one = null!;
    private SampleService _two = null!;

    public async ValueTask InitializeAsync()
    {
        var servers = await Servers.StartAsync();
        var database = await servers.CreateDatabaseAsync("sample");
        _one = await SampleService.StartAsync(database, servers.Messaging);
        _two = await SampleService.StartAsync(database, servers.Messaging);
    }

    public async ValueTask DisposeAsync()
    {
        await _two.DisposeAsync();
        await _one.DisposeAsync();
    }

    [Fact]
    public async Task Two_replicas_lose_nothing_repeat_nothing_and_keep_the_order_of_each_petition()
    {
        Guid[] petitions = [.. Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7())];
        await Parallel.ForEachAsync(petitions, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (petition, _) =>
        {
            for (var round = 1; round <= 25; round++) await (round % 2 == 0 ? _one : _two).PublishAsync(petition, round);
        });

        await Eventually.Holds(async () => await _one.Db(db => db.Seen.CountAsync(s => petitions.Contains(s.PetitionId))) >= 1000, TimeSpan.FromSeconds(60), Ct);
        var seen = await _one.Db(db => db.Seen.Where(s => petitions.Contains(s.PetitionId)).ToListAsync());
        Assert.Equal(1000, seen.Count);
        Assert.All(seen.GroupBy(s => s.PetitionId), petition => Assert.Equal(Enumerable.Range(1, 25), petition.OrderBy(s => s.Position).Select(s => s.Round)));
        await Eventually.Holds(async () => await _one.Db(db => db.Set<OutboxMessage>().CountAsync()) == 0, TimeSpan.FromSeconds(10), Ct);
    }

    [Fact]
    public async Task A_drained_backlog_is_handled_in_order_within_each_petition()
    {
        Guid[] petitions = [.. Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7())];
        await _one.Db(async db =>
        {
            for (var round = 1; round <= 30; round++)
                foreach (var petition in petitions) db.Publish(petition, SampleService.Contested(petition, round));
            return await db.SaveChangesAsync();
        });

        await Eventually.Holds(async () => await _one.Db(db => db.Seen.CountAsync(s => petitions.Contains(s.PetitionId))) >= 600, TimeSpan.FromSeconds(60), Ct);
        var seen = await _one.Db(db => db.Seen.Where(s => petitions.Contains(s.PetitionId)).OrderBy(s => s.Position).ToListAsync());
        Assert.All(seen.GroupBy(s => s.PetitionId), petition => Assert.Equal(Enumerable.Range(1, 30), petition.Select(s => s.Round)));
    }

    [Fact]
    public async Task The_very_same_message_twice_has_one_effect()
    {
        var (petition, id) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var bus = _one.Services.GetRequiredService<IBus>();
        for (var i = 0; i < 5; i++) await bus.Publish(SampleService.Contested(petition, 1), c => (c.MessageId, c.CorrelationId) = (id, petition), Ct);
        await bus.Publish(SampleService.Contested(petition, 2), c => c.CorrelationId = petition, Ct); // behind them in the same lane

        await Eventually.Holds(async () => await _one.Db(db => db.Seen.AnyAsync(s => s.PetitionId == petition && s.Round == 2)), TimeSpan.FromSeconds(15), Ct);
        Assert.Equal(1, await _one.Db(db => db.Seen.CountAsync(s => s.PetitionId == petition && s.Round == 1)));
    }

    [Fact]
    public async Task What_was_sent_can_be_sent_again_and_what_was_still_in_the_broker_then_is_handled_once_and_the_rest_is_not_handled_again()
    {
        var petition = Guid.CreateVersion7();
        for (var round = 1; round <= 3; round++) await _one.PublishAsync(petition, round);
        await Eventually.Holds(async () => await _one.Db(db => db.Set<SentMessage>().CountAsync(s => s.PetitionId == petition)) == 3
            && await _one.Db(db => db.Seen.CountAsync(s => s.PetitionId == petition)) == 3, TimeSpan.FromSeconds(15), Ct);

        // As a restored system finds it: the second and the third were on their way, and the broker is empty. The rows go back as a restore puts them.
        await _one.Db(async db =>
        {
            await db.Database.ExecuteSqlAsync($"""
                delete from inbox where message_id in (select message_id from sent where petition_id = {petition} and position > (select min(position) from sent where petition_id = {petition}))
                """, Ct);
            await db.Seen.Where(s => s.PetitionId == petition && s.Round > 1).ExecuteDeleteAsync(Ct);
            return await db.Database.ExecuteSqlAsync($"""
                with back as (delete from sent where petition_id = {petition} returning position, message_id, petition_id, type, body, trace_parent, created_at)
                insert into outbox (position, message_id, petition_id, type, body, trace_parent, created_at) overriding system value select * from back
                """, Ct);
        });

        await Eventually.Holds(async () => await _one.Db(db => db.Seen.CountAsync(s => s.PetitionId == petition)) >= 3, TimeSpan.FromSeconds(15), Ct);
        Assert.Equal([1, 2, 3], await _one.Db(db => db.Seen.Where(s => s.PetitionId == petition).OrderBy(s => s.Position).Select(s => s.Round).ToListAsync()));
    }

    [Fact]
    public async Task A_consumer_that_fails_at_first_is_tried_again_and_handles_once()
    {
        var petition = Guid.CreateVersion7();
        _one.Services.GetRequiredService<Mishap>().Plan(petition, 2);
        _two.Services.GetRequiredService<Mishap>().Plan(petition, 2);
        await _one.PublishAsync(petition, 1);
        await Eventually.Holds(async () => await _one.Db(db => db.Seen.AnyAsync(s => s.PetitionId == petition)), TimeSpan.FromSeconds(20), Ct);
        Assert.Equal(1, await _one.Db(db => db.Seen.CountAsync(s => s.PetitionId == petition)));
    }

    [Fact]
    public async Task What_was_not_saved_is_not_sent()
    {
        var (unsaved, saved) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _one.Db(db =>
        {
            db.Publish(unsaved, SampleService.Contested(unsaved, 1));
            return Task.FromResult(0);
        });
        await _one.PublishAsync(saved, 1);
        await Eventually.Holds(async () => await _one.Db(db => db.Seen.AnyAsync(s => s.PetitionId == saved)), TimeSpan.FromSeconds(15), Ct);
        Assert.False(await _one.Db(db => db.Seen.AnyAsync(s => s.PetitionId == unsaved)));
    }
}
