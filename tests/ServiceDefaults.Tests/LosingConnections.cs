using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.Testing;

namespace Xinfang.ServiceDefaults.Tests;

/// <summary>The connections of a service to the broker break again and again while petitions move.</summary>
public sealed class LosingConnections : IAsyncLifetime
{
    private const int Petitions = 20;
    private const int Rounds = 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BreakableWire _wire = null!;
    private SampleService _service = null!;

    public async ValueTask InitializeAsync()
    {
        var servers = await Servers.StartAsync();
        _wire = new(new Uri(servers.Messaging));
        _service = await SampleService.StartAsync(await servers.CreateDatabaseAsync("cut"), _wire.Address.OriginalString, "sample-cut");
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _wire.DisposeAsync();
    }

    [Fact]
    public async Task The_events_of_a_petition_stay_in_order_and_none_is_lost_when_connections_break()
    {
        Guid[] petitions = [.. Enumerable.Range(0, Petitions).Select(_ => Guid.CreateVersion7())];
        var publishing = Parallel.ForEachAsync(petitions, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Ct }, async (petition, _) =>
        {
            for (var round = 1; round <= Rounds; round++) await _service.PublishInTurnAsync(petition, round);
        });
        var handled = 0;
        for (var cut = 0; cut < 3; cut++)
        {
            var more = handled + 100;
            await Eventually.Holds(async () => (handled = await CountAsync(petitions)) >= Math.Min(more, Petitions * Rounds), TimeSpan.FromSeconds(240), Ct);
            _wire.Cut();
        }
        await publishing;

        await Eventually.Holds(async () => await CountAsync(petitions) >= Petitions * Rounds, TimeSpan.FromSeconds(240), Ct);
        var seen = await _service.Db(db => db.Seen.Where(s => petitions.Contains(s.PetitionId)).OrderBy(s => s.Position).ToListAsync(Ct));
        Assert.All(seen.GroupBy(s => s.PetitionId), petition => Assert.Equal(Enumerable.Range(1, Rounds), petition.Select(s => s.Round)));
        await Eventually.Holds(async () => await _service.Db(db => db.Set<OutboxMessage>().CountAsync(Ct)) == 0, TimeSpan.FromSeconds(30), Ct);
    }

    private Task<int> CountAsync(Guid[] petitions) => _service.Db(db => db.Seen.CountAsync(s => petitions.Contains(s.PetitionId), Ct));
}
