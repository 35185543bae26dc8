using System.Collections.Concurrent;
using System.Diagnostics;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.EndToEnd.Tests.Outages;

/// <summary>The broker is away while people file and the office routes.</summary>
[Collection(nameof(BreakableSystem))]
public sealed class BrokerOff(BreakableSystem system)
{
    /// <summary>How long the broker is away; people keep filing all the while.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Without_the_broker_everything_is_accepted_and_everything_arrives_in_order_once_it_is_back()
    {
        var ct = TestContext.Current.CancellationToken;
        var filed = new ConcurrentBag<Filed>();
        await system.StopAsync("messaging", ct);
        var since = Stopwatch.GetTimestamp();
        using var pace = new PeriodicTimer(Pace);
        for (var n = 2000; Stopwatch.GetElapsedTime(since) < Away; n++)
        {
            var petition = await system.People.FileAsync(n, ct); // throws for anything but a success
            await system.People.ClassifyAsync(petition.Id, ct);
            await system.People.ForwardAsync(petition.Id, People.Holder, ct);
            filed.Add(petition);
            await pace.WaitForNextTickAsync(ct);
        }

        await system.StartAsync("messaging", ct);
        await system.HealthyAsync("messaging", ct);
        await using var departments = await DepartmentQueues.ListenAsync(system.Broker, ct);
        await Expected.ArriveAsync(departments, [.. filed.Select(f => f.Id)], Expected.UntilReceived.Length + 2, TimeSpan.FromSeconds(60), ct);

        var wrong = filed.SelectMany(f => Expected.Differences(departments, f.Id, People.Holder, Expected.UntilReceived, Expected.ForHolder[..2])).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(filed.Count > 10, $"Only {filed.Count} petitions were filed while the broker was away.");
        Assert.All(departments.Distinct.Where(t => t.Organ is not (Organs.Office or People.Holder)), t => Assert.DoesNotContain(t.Petition, filed.Select(f => f.Id)));
    }
}
