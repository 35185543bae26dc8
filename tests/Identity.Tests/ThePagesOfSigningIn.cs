using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;

namespace Xinfang.Identity.Tests;

/// <summary>What the browser and the database get to keep (OWASP ASVS 2.1.11, 2.4, 2.6, 3.4).</summary>
public sealed class ThePagesOfSigningIn : IAsyncLifetime
{
    private IdentityHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IdentityHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Passwords_can_be_pasted_and_filled_in_by_the_browser()
    {
        foreach (var (address, complete) in new[] { ("/account/sign-in", "current-password"), ("/account/invitation", "new-password") })
        {
            using var page = await _host.NewBrowser().GetAsync(address);
            var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains($"type=\"password\" autocomplete=\"{complete}\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("onpaste", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_password_is_kept_as_a_slow_salted_hash()
    {
        var hash = Convert.FromBase64String((await _host.ReadAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Name == "clerk"))).PasswordHash!);
        Assert.Equal(1, hash[0]); // format 3: PBKDF2, HMAC-SHA-512
        Assert.Equal(2, hash[4]);
        Assert.True(Number(hash, 5) >= 100_000, "rounds");
        Assert.Equal(16, Number(hash, 9)); // bytes of salt
        var hasher = new PasswordHasher<Account>();
        Assert.NotEqual(hasher.HashPassword(null!, IdentityHost.Password), hasher.HashPassword(null!, IdentityHost.Password));
    }

    [Fact]
    public void A_code_on_paper_is_kept_salted_and_opens_nothing_else()
    {
        var code = OneTimeCode.New();
        var (one, other) = (OneTimeCode.HashOf(code), OneTimeCode.HashOf(code));
        Assert.NotEqual(one, other);
        Assert.True(OneTimeCode.Is(code, one) && OneTimeCode.Is(code, other));
        Assert.False(OneTimeCode.Is(OneTimeCode.New(), one) || OneTimeCode.Is("", one) || OneTimeCode.Is(null, one));
    }

    [Theory]
    [InlineData("http", false)]
    [InlineData("https", true)]
    public async Task Cookies_are_for_the_server_alone_and_over_TLS_for_TLS_alone(string scheme, bool secure)
    {
        using var client = _host.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        var browser = new Browser(client);
        using var answer = await browser.SignInAsync("clerk", IdentityHost.Password);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), each => each.StartsWith("xinfang.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    private static int Number(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
