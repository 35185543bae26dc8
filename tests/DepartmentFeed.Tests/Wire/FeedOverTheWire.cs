using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;
using Xinfang.DepartmentFeed.Api.Events;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.Testing;

namespace Xinfang.DepartmentFeed.Tests.Wire;

[Collection(OnTheWire.Name)]
public class FeedOverTheWire(FeedSystem system)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_organ_gets_exactly_the_events_of_the_petitions_it_holds()
    {
        const string jiaoyu = "120104-jyj", renshe = "120104-rsj", bystander = "120104-wjw";
        var facts = new Facts();
        await system.PublishAsync(facts.Registered());
        await system.PublishAsync(facts.Classified());
        await system.PublishAsync(facts.Forwarded(jiaoyu));
        await system.PublishAsync(facts.Received(jiaoyu));
        await system.PublishAsync(facts.Agreed(jiaoyu));
        await system.PublishAsync(facts.Forwarded(renshe, round: 2));
        await system.PublishAsync(facts.Accepted(renshe));
        await system.PublishAsync(facts.Completed(renshe));

        Assert.Equal(["petition-forwarded", "petition-received", "petition-returned"], Names(await system.TakeAsync(jiaoyu, 3)));
        Assert.Equal(["petition-forwarded", "petition-accepted", "petition-completed"], Names(await system.TakeAsync(renshe, 3)));
        Assert.Empty(await system.ReplayAsync(bystander));
        Assert.Equal(8, (await system.ReplayAsync(Organs.Office)).Count(e => Subject(e) == facts.Petition));
        Assert.Equal(3, (await system.ReplayAsync(jiaoyu)).Count);
        Assert.Equal(3, (await system.ReplayAsync(renshe)).Count);
    }

    [Fact]
    public async Task Replay_over_http_is_what_was_published()
    {
        const string organ = "120104-mzj";
        for (var i = 0; i < 3; i++)
        {
            var facts = new Facts();
            await system.PublishAsync(facts.Forwarded(organ));
            await system.PublishAsync(facts.Accepted(organ));
        }
        var published = await system.TakeAsync(organ, 6);
        var replayed = await system.ReplayAsync(organ);

        Assert.Equal(replayed.Select(e => (string?)e["id"]).Order(), published.Select(e => (string?)e["id"]).Order());
        foreach (var e in published)
            Assert.True(JsonNode.DeepEquals(e, replayed.Single(r => (string?)r["id"] == (string?)e["id"])));
        Assert.Equal(Enumerable.Range(1, 6).Select(n => $"{n}"), replayed.Select(e => (string?)e["position"]));
    }

    [Fact]
    public async Task A_message_is_a_persistent_cloudevent_in_plain_amqp()
    {
        const string organ = "120104-sthj";
        var facts = new Facts();
        using var trace = new Activity("test") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        await system.PublishAsync(facts.Forwarded(organ));

        await using var connection = await system.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Ct);
        var message = await Eventually.Get(() => channel.BasicGetAsync($"feed.{organ}", autoAck: true, Ct), ct: Ct);
        var e = JsonNode.Parse(message.Body.Span)!.AsObject();

        Assert.Equal("application/cloudevents+json", message.BasicProperties.ContentType);
        Assert.Equal(DeliveryModes.Persistent, message.BasicProperties.DeliveryMode);
        Assert.Equal((string?)e["id"], message.BasicProperties.MessageId);
        Assert.Equal($"{organ}.{(string?)e["type"]}", message.RoutingKey);
        Assert.Equal(["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "sequence", "position", "traceparent", "data"],
            e.Select(property => property.Key));
        Assert.Equal(("1.0", "/xinfang/department-feed"), ((string)e["specversion"]!, (string)e["source"]!));
        Assert.Equal($"http://localhost:8080/api/feed/schemas/{(string?)e["type"]}.json", (string?)e["dataschema"]);
        Assert.EndsWith("Z", (string?)e["time"], StringComparison.Ordinal);
        Assert.Contains(trace.TraceId.ToHexString(), (string?)e["traceparent"], StringComparison.Ordinal);
        Assert.DoesNotContain("Xinfang.", e.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("massTransit", e.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_message_delivered_again_has_no_second_effect()
    {
        const string organ = "120104-scj";
        var facts = new Facts();
        var id = await system.PublishAsync(facts.Forwarded(organ));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => system.PublishAsync(facts.Forwarded(organ), id)));
        await system.PublishAsync(facts.Completed(organ));

        Assert.Equal(["petition-forwarded", "petition-completed"], Names(await system.TakeAsync(organ, 2)));
        Assert.Equal(["1", "2"], (await system.ReplayAsync(organ)).Select(e => (string?)e["sequence"]));
        Assert.Equal(0u, await system.CountAsync($"feed.{organ}"));
    }

    [Fact]
    public async Task Events_of_a_petition_come_in_order_and_a_cursor_skips_nothing_while_many_are_written()
    {
        const string organ = "120104-zrzy";
        const int petitions = 30;
        var stories = Enumerable.Range(0, petitions).Select(_ => new Facts()).ToList();
        var reader = FollowAsync(organ, petitions * 4);

        await Task.WhenAll(stories.Select(async facts =>
        {
            await system.PublishAsync(facts.Forwarded(organ));
            await system.PublishAsync(facts.Received(organ));
            await system.PublishAsync(facts.Accepted(organ));
            await system.PublishAsync(facts.Completed(organ));
        }));

        var followed = await reader;
        Assert.Equal(Enumerable.Range(1, petitions * 4).Select(n => (long)n), followed.Select(e => long.Parse((string)e["position"]!, null)));

        var queue = await system.TakeAsync(organ, petitions * 4);
        Assert.Equal(petitions * 4, queue.Select(e => (string?)e["id"]).Distinct().Count());
        foreach (var petition in queue.GroupBy(Subject))
        {
            Assert.Equal(["petition-forwarded", "petition-received", "petition-accepted", "petition-completed"], Names(petition));
            Assert.Equal(["1", "2", "3", "4"], petition.Select(e => (string?)e["sequence"]));
        }
    }

    [Fact]
    public async Task An_acknowledgement_is_a_fact_once()
    {
        const string organ = "120104-swj", stranger = "120104-wlj";
        await using var connection = await system.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Ct);
        var facts = new Facts();
        await system.PublishAsync(facts.Forwarded(organ));
        var id = (string)(await system.ReplayAsync(organ, 1))[0]["id"]!;
        var listening = (await channel.QueueDeclareAsync(cancellationToken: Ct)).QueueName; // what the other services' queues get
        await channel.QueueBindAsync(listening, "Xinfang.Contracts.DepartmentFeed.V1:PetitionAcknowledged", "", cancellationToken: Ct);

        using var client = system.Client($"feed-{organ}");
        var unknown = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AcknowledgeAsync(client, id, id, unknown.ToString())));
        Assert.All(answers, answer => Assert.Equal((1, unknown.ToString()), ((int)answer["acknowledged"]!, (string?)answer["unknown"]![0])));

        using var other = system.Client($"feed-{stranger}");
        Assert.Equal((0, id), ((await AcknowledgeAsync(other, id)) is var refused ? ((int)refused["acknowledged"]!, (string?)refused["unknown"]![0]) : default));

        var told = await Eventually.Get(() => channel.BasicGetAsync(listening, autoAck: true, Ct), ct: Ct);
        var message = JsonNode.Parse(told.Body.Span)!["message"]!;
        Assert.Equal((facts.Petition.ToString(), organ, id), ((string)message["petitionId"]!, (string)message["organ"]!, (string)message["eventId"]!));
        await Eventually.Holds(async () => await system.DbAsync(db => db.Set<OutboxMessage>().CountAsync(Ct)) == 0, ct: Ct);
        Assert.Null(await channel.BasicGetAsync(listening, autoAck: true, Ct));
    }

    [Fact]
    public async Task An_organ_cannot_read_the_events_of_another()
    {
        const string organ = "120104-yjj", stranger = "120104-ybj";
        await system.PublishAsync(new Facts().Forwarded(organ));
        await system.ReplayAsync(organ, 1);
        Assert.Empty(await system.ReplayAsync(stranger));

        await system.TakeAsync(organ, 1);
        await using var connection = await system.AccountAsync(stranger);
        await RefusedAsync(connection, channel => channel.BasicGetAsync($"feed.{organ}", autoAck: false, Ct));
        await RefusedAsync(connection, channel => channel.QueueDeclareAsync("mine", cancellationToken: Ct));
        await RefusedAsync(connection, channel => channel.QueuePurgeAsync($"feed.{organ}", Ct));
        await RefusedAsync(connection, async channel =>
        {
            await channel.BasicPublishAsync("xinfang.feed", $"{organ}.x", mandatory: false, new BasicProperties(), ReadOnlyMemory<byte>.Empty, Ct);
            await channel.BasicGetAsync($"feed.{stranger}", autoAck: false, Ct); // the refusal of the publish arrives with the next answer
        });
        await using var own = await connection.CreateChannelAsync(cancellationToken: Ct);
        Assert.Null(await own.BasicGetAsync($"feed.{stranger}", autoAck: false, Ct));
        Assert.Equal(0u, await system.CountAsync($"feed.{organ}"));
    }

    [Theory]
    [InlineData("/events")]
    [InlineData("/audience")]
    public async Task Only_the_system_of_an_organ_may_read(string path)
    {
        using var anonymous = system.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync(path, Ct)).StatusCode);
        using var officer = system.Client("120104-zjw.officer");
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(path, Ct)).StatusCode);
        using var feed = system.Client("feed-120104-zjw");
        Assert.Equal(HttpStatusCode.OK, (await feed.GetAsync(path, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("/events?after=x")]
    [InlineData("/events?after=-1")]
    [InlineData("/events?after=99999999999999999999")]
    public async Task A_cursor_that_was_never_given_out_is_refused(string path)
    {
        using var client = system.Client("feed-120104-zjw");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(path, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("""{"ids":[]}""")]
    [InlineData("""{"ids":null}""")]
    [InlineData("""{"ids":["x"]}""")]
    [InlineData("""{"ids":[],"more":1}""")]
    [InlineData("""{}""")]
    public async Task A_malformed_acknowledgement_is_refused(string body)
    {
        using var client = system.Client("feed-120104-zjw");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await client.PostAsync("/acknowledgements", content, Ct);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task At_most_500_are_acknowledged_at_once()
    {
        using var client = system.Client("feed-120104-zjw");
        var answer = await client.PostAsJsonAsync("/acknowledgements", new { ids = Enumerable.Range(0, AcknowledgeEvents.Most + 1).Select(_ => Guid.CreateVersion7()) }, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Of_an_accusation_no_payload_anywhere_says_more_than_id_and_seal()
    {
        var facts = new Facts();
        await system.PublishAsync(facts.Registered());
        await system.PublishAsync(facts.Classified(@sealed: true));
        await system.PublishAsync(facts.Forwarded(Organs.Discipline, @sealed: true));
        await system.PublishAsync(facts.Accepted(Organs.Discipline));
        await system.PublishAsync(facts.Completed(Organs.Discipline));
        var told = await system.TakeAsync(Organs.Discipline, 3);

        var silent = new JsonObject { ["petitionId"] = facts.Petition, ["sealed"] = true };
        Assert.All(told, e => Assert.True(JsonNode.DeepEquals(silent, e["data"])));
        foreach (var organ in Organs.OfDistrict)
        {
            var replayed = (await system.ReplayAsync(organ.Code)).Where(e => Subject(e) == facts.Petition).ToList();
            Assert.Equal(organ.Code == Organs.Office ? 5 : organ.Code == Organs.Discipline ? 3 : 0, replayed.Count);
            Assert.All(replayed, e => Assert.True(JsonNode.DeepEquals(silent, e["data"])));
        }
    }

    [Fact]
    public async Task A_fact_that_comes_before_its_routing_is_parked_and_not_counted_as_handled()
    {
        var facts = new Facts();
        var id = await system.PublishAsync(facts.Accepted("120104-zjw"));

        await Eventually.Holds(async () =>
        {
            try
            {
                return await system.CountAsync("department-feed_error") == 1;
            }
            catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
            {
                return false; // the queue is made with its first message
            }
        }, ct: Ct);
        Assert.False(await system.DbAsync(db => db.Set<InboxMessage>().AnyAsync(m => m.MessageId == id, Ct)));
        Assert.False(await system.DbAsync(db => db.Events.AnyAsync(e => e.PetitionId == facts.Petition, Ct)));

        await using var connection = await system.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Ct);
        await channel.QueuePurgeAsync("department-feed_error", Ct);
    }

    [Fact]
    public async Task The_contract_is_served()
    {
        using var client = system.Anonymous();
        Assert.StartsWith("asyncapi: \"3.0.0\"", await client.GetStringAsync("/asyncapi.yaml", Ct), StringComparison.Ordinal);
        Assert.Equal("受理", (string?)(await client.GetFromJsonAsync<JsonObject>("/schemas/cn.xinfang.case-handling.petition-accepted.v1.json", Ct))!["title"]);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/schemas/none.json", Ct)).StatusCode);
    }

    private async Task<List<JsonObject>> FollowAsync(string organ, int count)
    {
        var followed = new List<JsonObject>();
        await Eventually.Holds(async () =>
        {
            followed.AddRange(await system.ReplayAsync(organ, followed.Count == 0 ? null : (string)followed[^1]["position"]!));
            return followed.Count >= count;
        }, TimeSpan.FromSeconds(60), ct: Ct);
        return followed;
    }

    private static async Task<JsonObject> AcknowledgeAsync(HttpClient client, params string[] ids)
    {
        var answer = await client.PostAsJsonAsync("/acknowledgements", new { ids }, Ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!;
    }

    private static async Task RefusedAsync(IConnection connection, Func<IChannel, Task> act)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Ct);
        var refusal = await Assert.ThrowsAnyAsync<RabbitMQ.Client.Exceptions.OperationInterruptedException>(() => act(channel));
        Assert.Equal((ushort)403, refusal.ShutdownReason?.ReplyCode);
    }

    private static IEnumerable<string> Names(IEnumerable<JsonObject> events) => events.Select(e => ((string)e["type"]!).Split('.')[^2]);

    private static Guid Subject(JsonObject e) => Guid.Parse((string)e["subject"]!);
}
