using System.Text.Json;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>What happens at the counter and in the cases reaches the services that teach, over the broker.</summary>
[Collection(nameof(WholeSystem))]
public sealed class TheCounterTeaches(WholeSystem system)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Rule("S-63")]
    public async Task What_a_visitor_was_told_is_counted_by_outreach_and_who_it_was_is_not_known_there()
    {
        const string leaflet = "端到端资料";
        var turn = Guid.CreateVersion7();
        Assert.Equal(201, (await system.People.SendAsync(await system.People.AsAsync("clerk", HttpMethod.Put, $"/api/intake/reception/turns/{turn}", new { kind = "Advice", people = 2, priority = true }), Ct)).Code);
        await system.People.ActAsync("clerk", "/api/intake/reception/windows/33/open", null, Ct);
        var called = await system.People.ActAsync("clerk", "/api/intake/reception/windows/33/next", null, Ct);
        await system.People.ActAsync("clerk", $"/api/intake/reception/turns/{called.GetProperty("id").GetGuid()}/start", null, Ct);
        await system.People.ActAsync("clerk", $"/api/intake/reception/turns/{called.GetProperty("id").GetGuid()}/end",
            new { outcome = "Counselled", counselTopic = "030000", leaflet, street = "120104001", note = "讲了物业服务合同归谁管。", readBack = true }, Ct);

        await Eventually.Holds(async () => LeafletsOf((await system.People.GetAsync("outreach", "/api/outreach/counselling", Ct)).Json, leaflet) == 1, ct: Ct);
    }

    [Fact]
    public async Task A_petition_warms_its_street_in_the_map_of_outreach()
    {
        var filed = await system.People.FileAsync(8801, Ct);
        await system.People.ClassifyAsync(filed.Id, Ct);
        await Eventually.Holds(async () => (await Rows.ReadAsync(system, "outreach", $"select category from petition_fact where petition_id = '{filed.Id}' and category is not null", reader => reader.GetString(0), Ct)).Count == 1, ct: Ct);
    }

    private static int LeafletsOf(JsonElement counted, string leaflet) => counted.GetProperty("leaflets").EnumerateArray()
        .Where(line => line.GetProperty("code").GetString() == leaflet).Select(line => line.GetProperty("count").GetInt32()).FirstOrDefault();
}
