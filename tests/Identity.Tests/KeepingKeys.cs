using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Xinfang.Identity.Api.Keys;
using Xinfang.Testing;

namespace Xinfang.Identity.Tests;

public sealed class KeepingKeys : IAsyncLifetime
{
    private IdentityHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IdentityHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_restart_keeps_tokens_and_sessions_valid()
    {
        var browser = _host.NewBrowser();
        var token = await browser.AccessTokenAsync("security-admin");

        await using var again = _host.Again();
        Assert.Equal(await KeyIdsAsync(_host), await KeyIdsAsync(again));
        using var answer = await again.CreateClient().With(token).PostAsync(new Uri("/account/unlocks", UriKind.Relative), Unlock(), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);

        Assert.NotNull(await browser.Elsewhere(again.CreateClient()).CodeAsync());
    }

    [Fact]
    public async Task Two_replicas_that_start_together_make_one_key_of_each_use()
    {
        await using var other = _host.Again();
        await using var third = _host.Again();
        await Task.WhenAll(KeyIdsAsync(_host), KeyIdsAsync(other), KeyIdsAsync(third));
        Assert.Equal([KeyUse.Sign, KeyUse.Encrypt], (await _host.ReadAsync(db => db.Keys.Select(k => k.Use).ToListAsync())).Order());
    }

    [Fact]
    public async Task Keys_lie_encrypted_and_open_only_with_the_secret()
    {
        var material = await _host.ReadAsync(db => db.Keys.Where(k => k.Use == KeyUse.Sign).Select(k => k.Material).SingleAsync());
        using var rsa = RSA.Create();
        Assert.Throws<CryptographicException>(() => rsa.ImportPkcs8PrivateKey(material, out _));
        Assert.DoesNotContain(await _host.ReadAsync(db => db.CookieKeys.Select(k => k.Xml).ToListAsync()), xml => xml.Contains("<masterKey", StringComparison.Ordinal));

        await using var stranger = _host.Again("another-secret");
        Assert.ThrowsAny<CryptographicException>(() => stranger.CreateClient());
    }

    [Fact]
    public async Task A_new_key_is_published_a_day_before_it_signs_and_the_old_one_until_its_tokens_are_gone()
    {
        var old = Assert.Single(await KeyIdsAsync(_host));
        _host.Time.Advance(StoredKey.Term - TimeSpan.FromHours(23));
        await AfterARefreshAsync(async () => (await KeyIdsAsync(_host)).Count == 2);
        var both = await KeyIdsAsync(_host);
        Assert.Equal(old, await SigningKeyAsync());

        _host.Time.Advance(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(1));
        await AfterARefreshAsync(async () => await SigningKeyAsync() != old);
        Assert.Equal(both.Order(), (await KeyIdsAsync(_host)).Order());

        _host.Time.Advance(StoredKey.Grace);
        await AfterARefreshAsync(async () => !(await KeyIdsAsync(_host)).Contains(old));
    }

    /// <summary>The service refreshes by its own clock too, and of two refreshes at once one does nothing.</summary>
    private Task AfterARefreshAsync(Func<Task<bool>> holds) => Eventually.Holds(async () =>
    {
        await RefreshAsync();
        return await holds();
    }, ct: TestContext.Current.CancellationToken);

    private Task RefreshAsync() => _host.Services.GetRequiredService<KeyRing>().RefreshAsync(TestContext.Current.CancellationToken);

    private async Task<string> SigningKeyAsync()
    {
        var (_, json) = await _host.NewBrowser().TokenAsync(new()
        {
            ["grant_type"] = "client_credentials", ["client_id"] = "feed-120104-zjw", ["client_secret"] = IdentityHost.Password, ["scope"] = "xinfang",
        });
        return new JsonWebToken(json.GetProperty("access_token").GetString()).Kid;
    }

    private static async Task<List<string>> KeyIdsAsync(IdentityHost host)
    {
        using var json = JsonDocument.Parse(await host.CreateClient().GetStringAsync(new Uri("/.well-known/jwks", UriKind.Relative)));
        return [.. json.RootElement.GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("kid").GetString()!)];
    }

    private static System.Net.Http.Json.JsonContent Unlock() => System.Net.Http.Json.JsonContent.Create(new { account = "nobody" });
}
