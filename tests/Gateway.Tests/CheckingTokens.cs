using System.Net;
using Microsoft.AspNetCore.Http;
using Xinfang.Testing;

namespace Xinfang.Gateway.Tests;

public sealed class CheckingTokens : IAsyncLifetime
{
    private readonly GatewayHost _gateway = new();
    private Upstream _intake = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _intake = await Upstream.StartAsync("intake");
        _client = _gateway.With("intake", _intake.Address).With("identity", _intake.Address).Open();
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _intake.DisposeAsync();
    }

    public static TheoryData<string, Func<string, string>> False => new()
    {
        { "expired", Tokens.Expired },
        { "tampered", Tokens.Tampered },
        { "for somebody else", Tokens.WrongAudience },
        { "of another issuer", Tokens.WrongIssuer },
        { "an identity token", Tokens.WrongType },
        { "of an unknown key", Tokens.WrongKey },
        { "no token at all", _ => "nonsense" },
        { "unsigned", Unsigned },
    };

    [Fact]
    public async Task A_valid_one_goes_through_again_and_again()
    {
        _client.As("120104-zjw.officer");
        for (var i = 0; i < 3; i++) Assert.Equal("intake", await _client.GetStringAsync(new Uri("/api/intake/petitions", UriKind.Relative), Ct));
        Assert.All(_intake.Requests, r => Assert.StartsWith("Bearer ", r.Headers["Authorization"], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(False), DisableDiscoveryEnumeration = true)]
    public async Task A_false_one_stays_outside(string which, Func<string, string> make)
    {
        Assert.NotEmpty(which);
        using var answer = await _client.With(make("120104-zjw.officer")).GetAsync(new Uri("/api/intake/petitions", UriKind.Relative), Ct);
        await PassingRequestsOn.Is(answer, HttpStatusCode.Unauthorized, "urn:xinfang:sign-in.required");
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Empty(_intake.Requests);
    }

    [Fact]
    public async Task Without_one_the_service_decides()
        => Assert.Equal("intake", await _client.GetStringAsync(new Uri("/api/intake/catalogue", UriKind.Relative), Ct));

    [Fact]
    public async Task Outside_the_interfaces_the_header_belongs_to_somebody_else()
        => Assert.Equal("intake", await _client.With("nonsense").GetStringAsync(new Uri("/connect/authorize", UriKind.Relative), Ct));

    [Fact]
    public async Task Without_the_issuers_keys_nothing_is_called_false()
    {
        await using var gateway = new GatewayHost().WithRealKeys().With("intake", _intake.Address).With("identity", _intake.Address);
        _intake.Answer = http =>
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };
        using var answer = await gateway.Open().As("clerk").GetAsync(new Uri("/api/intake/petitions", UriKind.Relative), Ct);
        await PassingRequestsOn.Is(answer, HttpStatusCode.ServiceUnavailable, "urn:xinfang:sign-in.unreachable");
    }

    private static string Unsigned(string account)
    {
        var parts = Tokens.For(account).Split('.');
        var header = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""");
        return $"{header}.{parts[1]}.";
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
