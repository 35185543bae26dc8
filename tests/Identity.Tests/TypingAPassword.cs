using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;
using Xinfang.Testing;

namespace Xinfang.Identity.Tests;

public sealed class TypingAPassword : IAsyncLifetime
{
    private const string Wrong = "not-the-password";
    private IdentityHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IdentityHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_are_answered_alike()
    {
        for (var left = 4; left > 0; left--)
        {
            using var wrongPassword = await _host.NewBrowser().SignInAsync("clerk", Wrong);
            using var nobody = await _host.NewBrowser().SignInAsync("nobody", Wrong);
            Assert.Equal($"工号或密码不对。还可以再试{left}次，之后锁定15分钟", await Browser.ErrorOf(wrongPassword));
            Assert.Equal(await Browser.ErrorOf(wrongPassword), await Browser.ErrorOf(nobody));
            Assert.Equal(HttpStatusCode.BadRequest, wrongPassword.StatusCode);
        }
        using var locked = await _host.NewBrowser().SignInAsync("clerk", Wrong);
        using var lockedNobody = await _host.NewBrowser().SignInAsync("nobody", Wrong);
        Assert.Equal(await Browser.ErrorOf(locked), await Browser.ErrorOf(lockedNobody));
    }

    [Fact]
    public async Task Five_wrong_ones_lock_for_fifteen_minutes_also_for_the_right_one()
    {
        for (var tries = 0; tries < 5; tries++) (await _host.NewBrowser().SignInAsync("clerk", Wrong)).Dispose();
        using var right = await _host.NewBrowser().SignInAsync(" Clerk ", IdentityHost.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.Contains("锁定到", await Browser.ErrorOf(right), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(15), right.Headers.RetryAfter!.Delta);

        _host.Time.Advance(TimeSpan.FromMinutes(15));
        using var later = await _host.NewBrowser().SignInAsync("clerk", IdentityHost.Password);
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
        Assert.Equal([AccountEventKind.Locked, AccountEventKind.Unlocked, AccountEventKind.SignedIn], await EventsOf("clerk"));
    }

    [Fact]
    public async Task The_right_one_in_between_forgets_the_wrong_ones()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var tries = 0; tries < 4; tries++) (await _host.NewBrowser().SignInAsync("clerk", Wrong)).Dispose();
            using var right = await _host.NewBrowser().SignInAsync("clerk", IdentityHost.Password);
            Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        }
    }

    [Fact]
    public async Task Twenty_guesses_at_once_are_five_guesses()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _host.NewBrowser().SignInAsync("clerk", Wrong)));
        Assert.Equal(4, answers.Count(a => a.StatusCode == HttpStatusCode.BadRequest));
        Assert.Equal(16, answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests));
        Assert.Single(await EventsOf("clerk"), AccountEventKind.Locked);
    }

    [Fact]
    public async Task Twenty_right_ones_at_once_all_get_in()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _host.NewBrowser().SignInAsync("clerk", IdentityHost.Password)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
    }

    [Fact]
    public async Task The_security_administrator_unlocks_and_is_named_in_the_record()
    {
        for (var tries = 0; tries < 5; tries++) (await _host.NewBrowser().SignInAsync("clerk", Wrong)).Dispose();
        var administrator = _host.CreateClient().With(await _host.NewBrowser().AccessTokenAsync("security-admin"));
        using var unlocked = await UnlockAsync(administrator, "clerk");
        Assert.Equal(HttpStatusCode.NoContent, unlocked.StatusCode);
        Assert.Equal("security-admin", await _host.ReadAsync(db => db.AccountEvents.Where(e => e.What == AccountEventKind.Unlocked).Select(e => e.By).SingleAsync()));
        using var again = await UnlockAsync(administrator, "clerk");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var nobody = await UnlockAsync(administrator, "nobody");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        using var right = await _host.NewBrowser().SignInAsync("clerk", IdentityHost.Password);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    [Fact]
    public async Task Nobody_else_unlocks()
    {
        using var clerk = await UnlockAsync(_host.CreateClient().With(await _host.NewBrowser().AccessTokenAsync("clerk")), "clerk");
        Assert.Equal(HttpStatusCode.Forbidden, clerk.StatusCode);
        using var stranger = await UnlockAsync(_host.CreateClient().With(Tokens.For("security-admin")), "clerk");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        using var unsigned = await UnlockAsync(_host.CreateClient(), "clerk");
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
        Assert.Equal("application/problem+json", unsigned.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in()
    {
        var browser = _host.NewBrowser();
        using var answer = await browser.PostAsync("/account/sign-in", new() { ["account"] = "clerk", ["password"] = IdentityHost.Password });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(await browser.CodeAsync());
    }

    [Theory]
    [InlineData("//elsewhere.invalid/")]
    [InlineData("/\\elsewhere.invalid/")]
    [InlineData("http://elsewhere.invalid/")]
    public async Task The_way_back_never_leads_elsewhere(string returnUrl)
    {
        using var answer = await _host.NewBrowser().SignInAsync("clerk", IdentityHost.Password, returnUrl);
        Assert.Equal("/desk", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task What_is_typed_comes_back_as_text()
    {
        using var answer = await _host.NewBrowser().SignInAsync("\"><script>", Wrong);
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> UnlockAsync(HttpClient client, string account)
        => client.PostAsJsonAsync(new Uri("/account/unlocks", UriKind.Relative), new { account });

    private Task<List<AccountEventKind>> EventsOf(string account)
        => _host.ReadAsync(db => db.AccountEvents.Where(e => e.Account == account).OrderBy(e => e.Position).Select(e => e.What).ToListAsync());
}
