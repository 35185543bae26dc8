using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Gateway.Tests;

/// <summary>演练时间: one act moves the day of every process that shares the Redis, in Development and nowhere else.</summary>
public sealed class MovingTheRehearsalsClock
{
    private static readonly Uri Clock = new("/rehearsal/clock", UriKind.Relative);

    [Fact]
    public async Task Moves_every_replica_forward_and_those_that_start_later()
    {
        await using var redis = await PrivateRedis.StartAsync();
        await using var one = Gateway(redis);
        await using var two = Gateway(redis);
        var (first, _) = (one.Open(), two.Open());
        var today = Today(one);

        using var answer = await first.As("admin").PostAsJsonAsync(Clock, new { days = 15 }, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(today.AddDays(15), (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("today").Deserialize<DateOnly>());
        Assert.Equal(today.AddDays(15), Today(one));
        await Eventually.Holds(() => Task.FromResult(Today(two) == today.AddDays(15)), ct: Ct);
        Assert.Contains("演练时间：往前拨了15天", await first.GetStringAsync(new Uri("/health", UriKind.Relative), Ct), StringComparison.Ordinal);

        using var again = await first.PostAsJsonAsync(Clock, new { days = 60 }, Ct);
        await using var three = Gateway(redis);
        three.Open();
        Assert.Equal(today.AddDays(75), Today(three));
    }

    [Fact]
    public async Task Is_the_administrators_and_never_goes_back()
    {
        await using var redis = await PrivateRedis.StartAsync();
        await using var gateway = Gateway(redis);
        var client = gateway.Open();
        var today = Today(gateway);

        using var anonymous = await client.PostAsJsonAsync(Clock, new { days = 1 }, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        using var clerk = await client.As("clerk").PostAsJsonAsync(Clock, new { days = 1 }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, clerk.StatusCode);
        using var back = await client.As("admin").PostAsJsonAsync(Clock, new { days = -1 }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, back.StatusCode);
        Assert.Equal(today, Today(gateway));
    }

    [Fact]
    public async Task Outside_Development_there_is_no_such_act_and_the_number_in_Redis_moves_nothing()
    {
        await using var redis = await PrivateRedis.StartAsync();
        await using (var rehearsed = Gateway(redis))
        {
            using var moved = await rehearsed.Open().As("admin").PostAsJsonAsync(Clock, new { days = 15 }, Ct);
            Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        }
        await using var gateway = Gateway(redis).Set("environment", "Production");
        using var answer = await gateway.Open().As("admin").PostAsJsonAsync(Clock, new { days = 1 }, Ct);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(0, gateway.Services.GetRequiredService<LegalClock>().MovedDays);
    }

    private static GatewayHost Gateway(PrivateRedis redis) => new GatewayHost().Set("ConnectionStrings:cache", redis.Connection).Set("environment", "Development");

    private static DateOnly Today(GatewayHost gateway) => gateway.Services.GetRequiredService<LegalClock>().Now().Date;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
