using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Xinfang.Testing;

namespace Xinfang.Identity.Tests;

public sealed class SeedingAccountsAndClients : IAsyncLifetime
{
    private IdentityHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IdentityHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task There_are_ten_accounts_of_the_office_and_three_of_each_organ_as_the_tests_expect_them()
    {
        var accounts = await _host.ReadAsync(db => db.Accounts.AsNoTracking().ToListAsync());
        Assert.Equal(11 + (36 + Xinfang.ServiceDefaults.Organs.Organs.Reviewing.Count) * 3, accounts.Count);
        Assert.All(accounts, a => Assert.Equal(Tokens.WhoIs(a.Name), (a.Organ, Assert.Single(a.Duties))));
        Assert.Equal(accounts.Count, accounts.DistinctBy(a => a.DisplayName).Count());
    }

    [Fact]
    public async Task Seeding_again_changes_nothing()
    {
        var before = await _host.ReadAsync(db => db.Accounts.AsNoTracking().OrderBy(a => a.Name).Select(a => a.Name + a.DisplayName + a.PasswordHash).ToListAsync());
        await _host.SeedAsync();
        Assert.Equal(before, await _host.ReadAsync(db => db.Accounts.AsNoTracking().OrderBy(a => a.Name).Select(a => a.Name + a.DisplayName + a.PasswordHash).ToListAsync()));
    }

    [Theory]
    [InlineData("120104-zjw")]
    [InlineData("120104012")]
    [InlineData("120104-xfb")]
    public async Task An_organs_system_gets_a_token_with_its_secret(string organ)
    {
        var (status, json) = await FeedAsync("feed-" + organ, IdentityHost.Password);
        Assert.Equal(HttpStatusCode.OK, status);
        var token = new JsonWebToken(json.GetProperty("access_token").GetString());
        Assert.Equal(("feed-" + organ, organ, "at+jwt"), (token.Subject, token.GetPayloadValue<string>("organ"), token.Typ));
        Assert.Equal(["Feed"], token.GetPayloadValue<string[]>("duty"));
    }

    [Fact]
    public async Task With_another_secret_or_name_it_gets_none()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await FeedAsync("feed-120104-zjw", "wrong")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await FeedAsync("feed-120104-none", IdentityHost.Password)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await FeedAsync("tools", IdentityHost.Password)).Status);
    }

    [Fact]
    public void Another_environment_with_the_demo_password_does_not_start()
    {
        using var production = _host.WithWebHostBuilder(host => host.UseEnvironment("Production"));
        var refusal = Assert.ThrowsAny<InvalidOperationException>(() => production.CreateClient());
        Assert.Contains("DemoPassword", refusal.Message, StringComparison.Ordinal);
    }

    private Task<(HttpStatusCode Status, JsonElement Json)> FeedAsync(string client, string secret) => _host.NewBrowser().TokenAsync(new()
    {
        ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret, ["scope"] = "xinfang",
    });
}
