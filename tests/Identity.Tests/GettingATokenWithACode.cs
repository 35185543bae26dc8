using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.EntityFrameworkCore.Models;

namespace Xinfang.Identity.Tests;

public sealed class GettingATokenWithACode : IAsyncLifetime
{
    private IdentityHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IdentityHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_token_says_who_for_which_organ_with_which_duty()
    {
        var token = new JsonWebToken(await _host.NewBrowser().AccessTokenAsync("120104-zjw.officer"));
        Assert.Equal(("at+jwt", "RS256", IdentityHost.Issuer), (token.Typ, token.Alg, token.Issuer));
        Assert.Equal(["xinfang"], token.Audiences);
        Assert.Equal("120104-zjw.officer", token.Subject);
        Assert.Equal("120104-zjw", token.GetPayloadValue<string>("organ"));
        Assert.Equal(["Handle"], token.GetPayloadValue<string[]>("duty"));
        Assert.Contains("xinfang", token.GetPayloadValue<string>("scope").Split(' '));
        Assert.Equal(3, token.GetPayloadValue<string>("name").Length);
        Assert.Equal(TimeSpan.FromMinutes(30), token.ValidTo - token.IssuedAt);
    }

    [Fact]
    public async Task The_helper_of_the_other_tests_gets_and_keeps_one()
    {
        var signIn = new Testing.SignIn(_host.CreateClient(), IdentityHost.Password);
        var first = await signIn.TokenOf("clerk", TestContext.Current.CancellationToken);
        Assert.Same(first, await signIn.TokenOf("clerk", TestContext.Current.CancellationToken));
        Assert.Equal("feed-120104-zjw", new JsonWebToken(await signIn.TokenOf("feed-120104-zjw", TestContext.Current.CancellationToken)).Subject);
    }

    [Fact]
    public async Task A_code_works_once_and_only_with_its_secret()
    {
        var browser = _host.NewBrowser();
        using var signedIn = await browser.SignInAsync("clerk", IdentityHost.Password);
        var stolen = (await browser.CodeAsync())!;
        var (status, json) = await browser.RedeemAsync(stolen, _host.NewBrowser().Verifier);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (status, json.GetProperty("error").GetString()));

        var code = (await browser.CodeAsync())!;
        Assert.Equal(HttpStatusCode.OK, (await browser.RedeemAsync(code)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.RedeemAsync(code)).Status);
    }

    [Fact]
    public async Task No_code_is_given_without_a_challenge_or_with_a_plain_one()
    {
        var browser = _host.NewBrowser();
        using var signedIn = await browser.SignInAsync("clerk", IdentityHost.Password);
        Assert.Null(await browser.CodeAsync(new(browser.Request().Where(p => !p.Key.StartsWith("code_", StringComparison.Ordinal)))));
        Assert.Null(await browser.CodeAsync(new(browser.Request()) { ["code_challenge_method"] = "plain" }));
        Assert.Null(await browser.CodeAsync(new(browser.Request()) { ["redirect_uri"] = "http://elsewhere.invalid/callback" }));
    }

    [Fact]
    public async Task A_session_stands_for_the_password_until_a_client_asks_for_it_again()
    {
        var browser = _host.NewBrowser();
        Assert.Null(await browser.CodeAsync());
        using var signedIn = await browser.SignInAsync("clerk", IdentityHost.Password);
        Assert.NotNull(await browser.CodeAsync());

        using var again = await browser.GetAsync(Browser.Authorize(new(browser.Request()) { ["prompt"] = "login" }));
        Assert.StartsWith("/account/sign-in", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("prompt", again.Headers.Location.OriginalString, StringComparison.Ordinal);

        using var silent = await _host.NewBrowser().GetAsync(Browser.Authorize(new(browser.Request()) { ["prompt"] = "none" }));
        Assert.Contains("error=login_required", silent.Headers.Location!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_twenty_idle_minutes_and_after_ten_hours_however_busy()
    {
        var browser = _host.NewBrowser();
        using (await browser.SignInAsync("clerk", IdentityHost.Password)) Assert.NotNull(await browser.CodeAsync());
        _host.Time.Advance(TimeSpan.FromMinutes(21));
        Assert.Null(await browser.CodeAsync());

        using (await browser.SignInAsync("clerk", IdentityHost.Password)) Assert.NotNull(await browser.CodeAsync());
        for (var quarters = 0; quarters < 39; quarters++)
        {
            _host.Time.Advance(TimeSpan.FromMinutes(15));
            Assert.NotNull(await browser.CodeAsync());
        }
        _host.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Null(await browser.CodeAsync());
    }

    [Fact]
    public async Task The_portal_refreshes_until_it_signs_out()
    {
        var browser = _host.NewBrowser();
        using var signedIn = await browser.SignInAsync("120104-zjw.head", IdentityHost.Password);
        var code = (await browser.CodeAsync(browser.PortalRequest()))!;
        var (status, tokens) = await browser.TokenAsync(Portal(new()
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = "http://localhost:8080/sign-in/callback", ["code_verifier"] = browser.Verifier,
        }));
        Assert.Equal(HttpStatusCode.OK, status);

        (status, var refreshed) = await browser.TokenAsync(Refresh(tokens.GetProperty("refresh_token").GetString()!));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["Head"], new JsonWebToken(refreshed.GetProperty("access_token").GetString()).GetPayloadValue<string[]>("duty"));

        using var left = await browser.GetAsync("/connect/logout?id_token_hint=" + tokens.GetProperty("id_token").GetString()
            + "&post_logout_redirect_uri=" + Uri.EscapeDataString("http://localhost:8080/sign-out/callback"));
        Assert.StartsWith("http://localhost:8080/sign-out/callback", left.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.TokenAsync(Refresh(refreshed.GetProperty("refresh_token").GetString()!))).Status);
        Assert.Null(await browser.CodeAsync());
    }

    [Fact]
    public async Task A_refresh_token_ends_with_the_session_and_with_the_account()
    {
        var browser = _host.NewBrowser();
        using var signedIn = await browser.SignInAsync("120104-zjw.checker", IdentityHost.Password);
        var first = await RefreshTokenAsync(browser);
        await _host.ReadAsync(db => db.Accounts.Where(a => a.Name == "120104-zjw.checker").ExecuteUpdateAsync(s => s.SetProperty(a => a.Disabled, true)));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.TokenAsync(Refresh(first))).Status);

        await _host.ReadAsync(db => db.Accounts.Where(a => a.Name == "120104-zjw.checker").ExecuteUpdateAsync(s => s.SetProperty(a => a.Disabled, false)));
        var second = await RefreshTokenAsync(browser);
        _host.Time.Advance(TimeSpan.FromHours(10) + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.TokenAsync(Refresh(second))).Status);
    }

    [Fact]
    public async Task Signing_out_without_proof_asks_first()
    {
        var browser = _host.NewBrowser();
        using var signedIn = await browser.SignInAsync("clerk", IdentityHost.Password);
        using var asked = await browser.GetAsync("/connect/logout");
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.NotNull(await browser.CodeAsync());

        using var left = await browser.PostAsync("/account/sign-out", Browser.Hidden(await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("/account/signed-out", left.Headers.Location!.OriginalString);
        Assert.Null(await browser.CodeAsync());
    }

    [Fact]
    public async Task Access_tokens_leave_no_rows_and_used_up_ones_are_swept()
    {
        var browser = _host.NewBrowser();
        await browser.AccessTokenAsync("clerk");
        Assert.DoesNotContain(await TokenTypesAsync(), t => t!.Contains("access", StringComparison.Ordinal) || t.Contains("id_token", StringComparison.Ordinal));
        Assert.NotEmpty(await TokenTypesAsync());

        _host.Time.Advance(TimeSpan.FromHours(13));
        var housekeeping = _host.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<Api.Housekeeping>().Single();
        await housekeeping.SweepAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await TokenTypesAsync());
        Assert.Equal(0, await _host.ReadAsync(db => db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().CountAsync()));
    }

    private Task<List<string?>> TokenTypesAsync()
        => _host.ReadAsync(db => db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().Select(t => t.Type).ToListAsync());

    private static async Task<string> RefreshTokenAsync(Browser browser)
    {
        var code = (await browser.CodeAsync(browser.PortalRequest()))!;
        var (_, tokens) = await browser.TokenAsync(Portal(new()
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = "http://localhost:8080/sign-in/callback", ["code_verifier"] = browser.Verifier,
        }));
        return tokens.GetProperty("refresh_token").GetString()!;
    }

    private static Dictionary<string, string> Refresh(string token) => Portal(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token });

    private static Dictionary<string, string> Portal(Dictionary<string, string> request)
        => new(request) { ["client_id"] = "portal", ["client_secret"] = IdentityHost.PortalSecret };
}
