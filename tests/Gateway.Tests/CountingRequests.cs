using System.Net;
using StackExchange.Redis;
using Xinfang.Testing;

namespace Xinfang.Gateway.Tests;

public sealed class CountingRequests : IAsyncLifetime
{
    private Upstream _service = null!;
    private string _cache = "";

    public async ValueTask InitializeAsync()
    {
        _service = await Upstream.StartAsync("service");
        _cache = (await Servers.StartAsync()).Cache;
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_cache);
        // Other tests come from the same address.
        foreach (var key in redis.GetServers()[0].Keys(pattern: "rate:*")) await redis.GetDatabase().KeyDeleteAsync(key);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Filing_too_fast_is_refused_with_the_time_to_wait()
    {
        await using var gateway = Gateway("SubmitPerMinute", "6");
        var client = gateway.Open();
        for (var i = 0; i < 6; i++) Assert.Equal(HttpStatusCode.OK, await SubmitAsync(client));

        using var answer = await client.PostAsync(new Uri("/api/intake/petitions", UriKind.Relative), null, Ct);
        await PassingRequestsOn.Is(answer, HttpStatusCode.TooManyRequests, "urn:xinfang:rate.limited");
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        Assert.Equal(6, _service.Requests.Count);

        // Neither a capital letter nor a slash is a way round.
        using var other = await client.PostAsync(new Uri("/API/intake/Petitions/", UriKind.Relative), null, Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, other.StatusCode);
        // Reading is counted apart.
        using var reading = await client.GetAsync(new Uri("/api/intake/petitions", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, reading.StatusCode);
    }

    [Theory]
    [InlineData("QueryPerMinute", "/api/intake/progress/tickets")]
    [InlineData("SignInPerMinute", "/account/sign-in")]
    public async Task Guessing_is_limited(string limit, string path)
    {
        await using var gateway = Gateway(limit, "3");
        var client = gateway.Open();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), null, Ct);
            answers.Add(answer.StatusCode);
        }
        Assert.Equal(3, answers.Count(s => s == HttpStatusCode.OK));
    }

    [Fact]
    public async Task With_a_token_the_account_is_counted_and_not_the_address()
    {
        await using var gateway = Gateway("ApiPerMinute", "20");
        var client = gateway.Open().As("120104-zjw.officer");
        var refused = 0;
        for (var i = 0; i < 24; i++)
        {
            using var answer = await client.GetAsync(new Uri("/api/intake/petitions", UriKind.Relative), Ct);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) refused++;
        }
        Assert.InRange(refused, 2, 4);
        using var colleague = await gateway.CreateClient().As("120104-zjw.head").GetAsync(new Uri("/api/intake/petitions", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, colleague.StatusCode);
    }

    [Fact]
    public async Task Two_replicas_count_together()
    {
        await using var one = Gateway("SubmitPerMinute", "20");
        await using var other = Gateway("SubmitPerMinute", "20");
        var (first, second) = (one.Open(), other.Open());
        var through = 0;
        for (var i = 0; i < 30; i++)
        {
            if (await SubmitAsync(first) == HttpStatusCode.OK) through++;
            if (await SubmitAsync(second) == HttpStatusCode.OK) through++;
        }
        // 20, and what a slow machine's seconds add at a third of one per second.
        Assert.InRange(through, 20, 30);
    }

    [Fact]
    public async Task Many_at_once_are_counted_once_each()
    {
        await using var gateway = Gateway("SubmitPerMinute", "40");
        var client = gateway.Open();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SubmitAsync(client)));
        Assert.InRange(answers.Count(s => s == HttpStatusCode.OK), 40, 50);
    }

    [Fact]
    public async Task The_portals_visitors_are_counted_one_by_one()
    {
        await using var gateway = Gateway("SubmitPerMinute", "2");
        var client = gateway.Open();
        foreach (var visitor in new[] { "203.0.113.1", "203.0.113.2", "203.0.113.3" })
            for (var i = 0; i < 3; i++)
                Assert.Equal(i < 2 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, await SubmitAsync(client, visitor));
    }

    [Fact]
    public async Task Without_Redis_it_serves_and_each_replica_counts_alone()
    {
        await using var gateway = new GatewayHost().With("intake", _service.Address).Set("RateLimits:SubmitPerMinute", "5")
            .Set("ConnectionStrings:cache", "127.0.0.1:1,connectTimeout=200");
        var client = gateway.Open();
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, await SubmitAsync(client));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SubmitAsync(client));
        Assert.Contains("Degraded", await client.GetStringAsync(new Uri("/health", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redis_going_away_while_it_serves_stops_nothing()
    {
        await using var redis = await PrivateRedis.StartAsync();
        await using var gateway = new GatewayHost().With("intake", _service.Address).Set("RateLimits:ApiPerMinute", "100000").Set("ConnectionStrings:cache", redis.Connection);
        var client = gateway.Open();
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(client));
        redis.Kill();
        for (var i = 0; i < 2000; i++) Assert.Equal(HttpStatusCode.OK, await ReadAsync(client));
    }

    private static async Task<HttpStatusCode> ReadAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/api/intake/petitions", UriKind.Relative), Ct);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> SubmitAsync(HttpClient client, string? visitor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/petitions");
        if (visitor is not null)
        {
            request.Headers.Add("X-Forwarded-For", visitor);
            request.Headers.Add("X-Portal-Secret", GatewayHost.PortalSecret);
        }
        using var answer = await client.SendAsync(request, Ct);
        return answer.StatusCode;
    }

    private GatewayHost Gateway(string limit, string perMinute) => new GatewayHost()
        .With("intake", _service.Address).With("identity", _service.Address).Set("ConnectionStrings:cache", _cache).Set("RateLimits:" + limit, perMinute);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
