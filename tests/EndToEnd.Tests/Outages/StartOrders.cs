using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Xinfang.Contracts;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.EndToEnd.Tests.Outages;

/// <summary>An empty broker, and the services that publish and consume started in every order: no event may fall into a queue that is not there yet.</summary>
[Collection(nameof(BreakableSystem))]
public sealed class StartOrders(BreakableSystem system)
{
    private static readonly string[] Services = ["intake", "case-handling", "department-feed"];

    /// <summary>They publish, too, and would declare what has just been deleted; they listen last.</summary>
    private static readonly string[] Learning = ["outreach", "training", "insight"];

    public static TheoryData<string, string, string> Orders() =>
        [.. from a in Services from b in Services from c in Services where a != b && b != c && a != c select (a, b, c)];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task On_an_empty_broker_no_event_is_lost(string first, string second, string third)
    {
        var ct = TestContext.Current.CancellationToken;
        await Task.WhenAll(Services.Concat(Learning).Select(service => system.StopAsync(service, ct)));
        await EmptyAsync(ct);

        Filed? filed = null;
        foreach (var service in new[] { first, second, third })
        {
            await system.StartAsync(service, ct);
            // In the very moment it answers, whoever else is there or not.
            if (service == "intake") filed = await RouteAsync(ct);
            else await AnswersAsync(service, ct);
        }
        foreach (var service in Learning) await system.StartAsync(service, ct);
        await Task.WhenAll(Services.Concat(Learning).Select(service => system.HealthyAsync(service, ct)));

        await system.People.ReachedAsync($"{People.Holder}.officer", "case-handling", filed!.Id, "Received", ct);
        await using var departments = await DepartmentQueues.ListenAsync(system.Broker, ct);
        await Expected.ArriveAsync(departments, [filed.Id], Expected.UntilReceived.Length + 2, TimeSpan.FromSeconds(30), ct);
        await Testing.Eventually.Holds(async () => (await Rows.ReadAsync(system, "outreach", $"select organ from petition_fact where petition_id = '{filed.Id}' and organ is not null", reader => reader.GetString(0), ct)).Count == 1, TimeSpan.FromSeconds(30), ct);
        var wrong = Expected.Differences(departments, filed.Id, People.Holder, Expected.UntilReceived, Expected.ForHolder[..2]);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<Filed> RouteAsync(CancellationToken ct)
    {
        var filed = await system.People.FileAsync(3000, ct);
        await system.People.ClassifyAsync(filed.Id, ct);
        await system.People.ForwardAsync(filed.Id, People.Holder, ct);
        return filed;
    }

    private async Task AnswersAsync(string service, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = system.Endpoint(service) };
        await Testing.Eventually.Holds(async () =>
        {
            try
            {
                using var answer = await client.GetAsync("/alive", ct);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, TimeSpan.FromSeconds(60), ct);
    }

    /// <summary>Deletes every exchange and queue of the system.</summary>
    private async Task EmptyAsync(CancellationToken ct)
    {
        await using var connection = await new ConnectionFactory { Uri = system.Broker }.CreateConnectionAsync(ct);
        string[] queues = [.. Subscriptions.ByQueue.Keys, .. Organs.OfDistrict.Select(organ => $"feed.{organ.Code}")];
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: ct))
        {
            foreach (var queue in queues) await channel.QueueDeleteAsync(queue, cancellationToken: ct);
            foreach (var exchange in Subscriptions.ByQueue.Values.SelectMany(types => types).Distinct().Select(type => $"{type.Namespace}:{type.Name}").Concat(Subscriptions.ByQueue.Keys).Append("xinfang.feed"))
                await channel.ExchangeDeleteAsync(exchange, cancellationToken: ct);
        }
        foreach (var queue in queues)
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
            await Assert.ThrowsAsync<OperationInterruptedException>(() => channel.QueueDeclarePassiveAsync(queue, ct));
        }
    }
}
