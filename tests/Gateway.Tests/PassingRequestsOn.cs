using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Xinfang.Testing;

namespace Xinfang.Gateway.Tests;

public sealed class PassingRequestsOn : IAsyncLifetime
{
    private readonly GatewayHost _gateway = new();
    private Upstream _intake = null!, _identity = null!, _portal = null!, _caseHandling = null!, _feed = null!, _outreach = null!, _training = null!, _insight = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        (_intake, _identity, _portal) = (await Upstream.StartAsync("intake"), await Upstream.StartAsync("identity"), await Upstream.StartAsync("portal"));
        (_caseHandling, _feed) = (await Upstream.StartAsync("case-handling"), await Upstream.StartAsync("department-feed"));
        (_outreach, _training, _insight) = (await Upstream.StartAsync("outreach"), await Upstream.StartAsync("training"), await Upstream.StartAsync("insight"));
        _client = _gateway.With("intake", _intake.Address).With("identity", _identity.Address).With("portal", _portal.Address)
            .With("case-handling", _caseHandling.Address).With("department-feed", _feed.Address)
            .With("outreach", _outreach.Address).With("training", _training.Address).With("insight", _insight.Address).Open();
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        foreach (var upstream in new[] { _intake, _identity, _portal, _caseHandling, _feed, _outreach, _training, _insight }) await upstream.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/intake/petitions/counts", "intake", "/petitions/counts")]
    [InlineData("/api/case-handling/petitions", "case-handling", "/petitions")]
    [InlineData("/api/feed/events", "department-feed", "/events")]
    [InlineData("/api/outreach/catalogue", "outreach", "/catalogue")]
    [InlineData("/api/training/catalogue", "training", "/catalogue")]
    [InlineData("/api/insight/measures", "insight", "/measures")]
    [InlineData("/connect/authorize", "identity", "/connect/authorize")]
    [InlineData("/.well-known/openid-configuration", "identity", "/.well-known/openid-configuration")]
    [InlineData("/account/sign-in", "identity", "/account/sign-in")]
    [InlineData("/asyncapi.yaml", "department-feed", "/asyncapi.yaml")]
    [InlineData("/", "portal", "/")]
    [InlineData("/desk/petitions/1", "portal", "/desk/petitions/1")]
    public async Task A_path_leads_to_its_service(string path, string service, string there)
    {
        Assert.Equal(service, await _client.GetStringAsync(new Uri(path, UriKind.Relative), Ct));
        var all = new[] { _intake, _identity, _portal, _caseHandling, _feed, _outreach, _training, _insight };
        Assert.Equal(there, Assert.Single(all.SelectMany(u => u.Requests)).Path);
    }

    [Fact]
    public async Task An_unknown_interface_is_no_page()
    {
        using var answer = await _client.GetAsync(new Uri("/api/nothing/at/all", UriKind.Relative), Ct);
        await Is(answer, HttpStatusCode.NotFound, "urn:xinfang:not-found");
        Assert.Empty(_portal.Requests);
    }

    [Fact]
    public async Task What_a_caller_says_about_addresses_is_dropped_and_the_truth_added()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/intake/catalogue");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Host", "elsewhere.invalid");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("Forwarded", "for=203.0.113.9");
        request.Headers.Add("X-Real-IP", "203.0.113.9");
        request.Headers.Add("X-Portal-Secret", "guessed");
        using var answer = await _client.SendAsync(request, Ct);
        var headers = Assert.Single(_intake.Requests).Headers;
        Assert.Equal(("127.0.0.1", "http"), (headers["X-Forwarded-For"].Replace("::ffff:", "", StringComparison.Ordinal).Replace("::1", "127.0.0.1", StringComparison.Ordinal), headers["X-Forwarded-Proto"]));
        Assert.Equal(_client.BaseAddress!.Authority, headers["X-Forwarded-Host"]);
        Assert.DoesNotContain(headers.Keys, k => k is "Forwarded" or "X-Real-IP" or "X-Portal-Secret");
    }

    [Fact]
    public async Task The_portal_names_whose_request_it_passes_on()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/intake/catalogue");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Portal-Secret", GatewayHost.PortalSecret);
        using var answer = await _client.SendAsync(request, Ct);
        var headers = Assert.Single(_intake.Requests).Headers;
        Assert.Equal("203.0.113.9", headers["X-Forwarded-For"]);
        Assert.DoesNotContain("X-Portal-Secret", headers.Keys);
    }

    [Fact]
    public async Task A_trace_goes_on_through_the_gateway()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/intake/catalogue");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        // This process is traced, too: the client must not put a parent of its own in.
        using var untraced = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = _client.BaseAddress };
        using var answer = await untraced.SendAsync(request, Ct);
        var parent = Assert.Single(_intake.Requests).Headers["traceparent"];
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", parent, StringComparison.Ordinal);
        Assert.DoesNotContain("b7ad6b7169203331", parent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_answer_and_headers_come_through_unchanged()
    {
        _intake.Answer = http =>
        {
            http.Response.StatusCode = 409;
            http.Response.ContentType = "application/problem+json";
            http.Response.Headers.ETag = "\"7\"";
            return http.Response.WriteAsync("""{"type":"urn:xinfang:petition.wrong-state"}""");
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/petitions") { Content = new StringContent("《信访工作条例》", Encoding.UTF8, "text/plain") };
        request.Headers.Add("Idempotency-Key", "key-0000001");
        using var answer = await _client.SendAsync(request, Ct);
        Assert.Equal((HttpStatusCode.Conflict, "\"7\""), (answer.StatusCode, answer.Headers.ETag!.Tag));
        Assert.Equal("""{"type":"urn:xinfang:petition.wrong-state"}""", await answer.Content.ReadAsStringAsync(Ct));
        var seen = Assert.Single(_intake.Requests);
        Assert.Equal(("《信访工作条例》", "key-0000001"), (seen.Body, seen.Headers["Idempotency-Key"]));
    }

    [Fact]
    public async Task Every_answer_has_the_security_headers_and_none_says_what_server_it_is()
    {
        _portal.Answer = http =>
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
            http.Response.Headers.Server = "something";
            return Task.CompletedTask;
        };
        foreach (var path in new[] { "/api/intake/catalogue", "/api/nothing", "/health", "/" })
        {
            using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), Ct);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            if (path == "/") Assert.Equal("default-src 'none'", policy);
            else Assert.All(["default-src 'self'", "frame-ancestors 'none'", "form-action 'self'"], part => Assert.Contains(part, policy, StringComparison.Ordinal));
            Assert.False(answer.Headers.Contains("Server"));
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_than_a_megabyte_is_refused(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/petitions") { Content = new ByteArrayContent(new byte[1024 * 1024 + 1]) };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await _client.SendAsync(request, Ct);
        await Is(answer, HttpStatusCode.RequestEntityTooLarge, "urn:xinfang:request.too-large");
        Assert.Empty(_intake.Requests);
    }

    [Theory]
    [InlineData("/desk/import/file", 2, HttpStatusCode.OK)]
    [InlineData("/desk/import/file", 130, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/desk/import", 2, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/api/intake/imports/1/parts/1", 2, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_form_with_a_file_may_be_large_at_its_own_address_only(string path, int megabytes, HttpStatusCode status)
    {
        using var content = new ByteArrayContent(new byte[megabytes * 1024 * 1024]);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.ExpectContinue = true; // else the refusal may cut off the sending before it can be read
        using var answer = await _client.SendAsync(request, Ct);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status is HttpStatusCode.OK ? megabytes * 1024 * 1024 : 0, _portal.Requests.Sum(request => request.Body.Length));
    }

    [Fact]
    public async Task Headers_beyond_all_measure_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Long", new string('a', 20 * 1024));
        using var answer = await _client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_service_that_is_away_is_said_to_be_away()
    {
        await _intake.DisposeAsync();
        using var answer = await _client.GetAsync(new Uri("/api/intake/catalogue", UriKind.Relative), Ct);
        await Is(answer, HttpStatusCode.BadGateway, "urn:xinfang:service.unreachable");
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_person_gets_a_page_when_the_portal_is_away()
    {
        await _portal.DisposeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept", "text/html,*/*");
        using var answer = await _client.SendAsync(request, Ct);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("暂时连不上", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_given_up()
    {
        await using var impatient = new GatewayHost().With("intake", _intake.Address).Set("ReverseProxy:Clusters:intake:HttpRequest:ActivityTimeout", "00:00:00.3");
        _intake.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        using var answer = await impatient.Open().GetAsync(new Uri("/api/intake/catalogue", UriKind.Relative), Ct);
        await Is(answer, HttpStatusCode.GatewayTimeout, "urn:xinfang:service.slow");
    }

    [Fact]
    public async Task Replicas_share_the_work_and_one_that_is_gone_is_left_alone()
    {
        await using var second = await Upstream.StartAsync("second");
        await using var gateway = new GatewayHost().With("intake", _intake.Address, second.Address);
        var client = gateway.Open();
        for (var i = 0; i < 40; i++) await client.GetStringAsync(new Uri("/api/intake/catalogue", UriKind.Relative), Ct);
        Assert.True(_intake.Requests.Count >= 5 && second.Requests.Count >= 5, $"{_intake.Requests.Count}, {second.Requests.Count}");

        await _intake.DisposeAsync();
        var failed = 0;
        for (var i = 0; i < 40; i++)
        {
            using var answer = await client.GetAsync(new Uri("/api/intake/catalogue", UriKind.Relative), Ct);
            if (!answer.IsSuccessStatusCode) failed++;
        }
        Assert.InRange(failed, 0, 2);
    }

    [Fact]
    public async Task Documents_carry_the_outside_address_and_the_page_loads_nothing_from_elsewhere()
    {
        _feed.Answer = http => http.Response.WriteAsJsonAsync(new { openapi = "3.1.1", info = new { title = "x", version = "1" }, servers = new[] { new { url = "http://inside:1/" } } });
        var document = await _client.GetFromJsonAsync<JsonElement>(new Uri("/openapi/feed.json", UriKind.Relative), Ct);
        Assert.Equal("/api/feed", document.GetProperty("servers")[0].GetProperty("url").GetString());
        using var unknown = await _client.GetAsync(new Uri("/openapi/nothing.json", UriKind.Relative), Ct);
        await Is(unknown, HttpStatusCode.NotFound, "urn:xinfang:not-found");

        using var page = await _client.GetAsync(new Uri("/docs/", UriKind.Relative), Ct);
        var html = await page.Content.ReadAsStringAsync(Ct);
        Assert.All(["intake", "case-handling", "feed", "identity"], name => Assert.Contains(name, html, StringComparison.Ordinal));
        Assert.DoesNotMatch("(src|href)=\"https?://", html);
        Assert.Contains("'nonce-", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_how_it_is()
    {
        var health = await _client.GetFromJsonAsync<JsonElement>(new Uri("/health", UriKind.Relative), Ct);
        Assert.Equal("Degraded", health.GetProperty("status").GetString());
        Assert.Equal("Healthy", (await _client.GetFromJsonAsync<JsonElement>(new Uri("/alive", UriKind.Relative), Ct)).GetProperty("status").GetString());
    }

    internal static async Task Is(HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(type, problem.GetProperty("type").GetString());
        Assert.Matches("[\u4e00-\u9fff]", problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
