using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using Xinfang.Identity.Api.Accounts;
using Xinfang.Testing;

namespace Xinfang.Identity.Tests;

/// <summary>From an empty system to people at work: three administrators, invitations, passwords, second factors, duties.</summary>
public sealed partial class StartingAnOffice : IAsyncLifetime
{
    private const string Password = "Shuiguan-7-xiu";
    private IdentityHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IdentityHost.StartEmptyAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Whoever_has_the_setup_code_names_three_administrators_once()
    {
        using var wrong = await SetUpAsync("guessed");
        Assert.Equal("启用码不对", await Browser.ErrorOf(wrong));
        Assert.Equal(0, await _host.ReadAsync(db => db.Accounts.CountAsync()));

        using var same = await SetUpAsync(IdentityHost.SetupCode, audit: "guan.1");
        Assert.Contains("三员分立", await Browser.ErrorOf(same), StringComparison.Ordinal);

        using var done = await SetUpAsync(IdentityHost.SetupCode);
        Assert.Equal(3, Codes(await done.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Count);
        Assert.Equal(["guan.1 Administer", "guan.2 Secure", "guan.3 Audit"], await _host.ReadAsync(db => db.Accounts.OrderBy(a => a.Name).Select(a => a.Name + " " + a.Duties[0]).ToListAsync()));

        using var again = await _host.NewBrowser().GetAsync("/account/setup");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task An_invited_person_sets_a_password_and_a_second_factor_and_is_in()
    {
        var code = (await AdministratorsAsync())[0];
        var browser = _host.NewBrowser();
        using var wrong = await InviteeAsync(browser, "guan.1", OneTimeCode.New());
        using var nobody = await InviteeAsync(_host.NewBrowser(), "nobody", code);
        Assert.Equal(await Browser.ErrorOf(nobody), await Browser.ErrorOf(wrong));
        using var plain = await InviteeAsync(browser, "guan.1", code, "passwordword");
        Assert.Equal(AccountRefusals.PasswordTooPlain.Message, await Browser.ErrorOf(plain));

        var (secret, papers) = await EnterAsync(browser, "guan.1", code);
        Assert.NotNull(await CodeAsync(browser));
        Assert.Equal(10, papers.Count);
        using var used = await InviteeAsync(_host.NewBrowser(), "guan.1", code);
        Assert.NotNull(await Browser.ErrorOf(used));
        Assert.Equal([AccountEventKind.Registered, AccountEventKind.DutiesSet, AccountEventKind.Invited, AccountEventKind.PasswordSet, AccountEventKind.FactorSet, AccountEventKind.SignedIn],
            await _host.ReadAsync(db => db.AccountEvents.Where(e => e.Account == "guan.1").OrderBy(e => e.Position).Select(e => e.What).ToListAsync()));
        Assert.DoesNotContain(Convert.ToHexString(secret), Convert.ToHexString((await _host.ReadAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Name == "guan.1"))).Factor!.Secret), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_alone_lets_nobody_in_and_no_code_is_taken_twice()
    {
        var (secret, papers) = await EnterAsync(_host.NewBrowser(), "guan.1", (await AdministratorsAsync())[0]);

        var thief = _host.NewBrowser();
        using var half = await thief.SignInAsync("guan.1", Password);
        Assert.Equal("/account/second-factor", half.Headers.Location!.OriginalString);
        Assert.Null(await CodeAsync(thief));
        using var password = await thief.GetAsync("/account/password");
        Assert.Contains("/account/sign-in", password.Headers.Location!.OriginalString, StringComparison.Ordinal);

        using var old = await thief.FillAsync("/account/second-factor", new() { ["code"] = Digits(secret) });
        Assert.Contains("刚才用过了", await Browser.ErrorOf(old), StringComparison.Ordinal); // it had set the factor up
        _host.Time.Advance(TimeSpan.FromSeconds(30));
        var person = _host.NewBrowser();
        (await person.SignInAsync("guan.1", Password)).Dispose();
        using var right = await person.FillAsync("/account/second-factor", new() { ["code"] = Digits(secret) });
        Assert.Equal("/desk", right.Headers.Location!.OriginalString);
        Assert.NotNull(await CodeAsync(person));

        for (var uses = 0; uses < 2; uses++)
        {
            var other = _host.NewBrowser();
            (await other.SignInAsync("guan.1", Password)).Dispose();
            using var paper = await other.FillAsync("/account/second-factor", new() { ["code"] = papers[0].ToLowerInvariant() });
            Assert.Equal(uses == 0 ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest, paper.StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_was_half_way_in_when_the_owner_set_up_the_factor_cannot_put_another_in_its_place()
    {
        var code = (await AdministratorsAsync())[0];
        var (owner, thief) = (_host.NewBrowser(), _host.NewBrowser());
        (await InviteeAsync(owner, "guan.1", code)).Dispose();
        (await thief.SignInAsync("guan.1", Password)).Dispose();
        using var theirs = await thief.GetAsync("/account/second-factor/new");
        var html = await theirs.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await SetUpFactorAsync(owner);
        var form = Browser.Hidden(html);
        form["code"] = Digits(Base32Encoding.ToBytes(Key().Match(html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal)));
        using var late = await thief.PostAsync("/account/second-factor/new", form);
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        Assert.Null(await CodeAsync(thief));
        Assert.NotNull(await CodeAsync(owner));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_second_step()
    {
        var (secret, _) = await EnterAsync(_host.NewBrowser(), "guan.1", (await AdministratorsAsync())[0]);
        var browser = _host.NewBrowser();
        (await browser.SignInAsync("guan.1", Password)).Dispose();
        _host.Time.Advance(TimeSpan.FromSeconds(30));
        for (var tries = 0; tries < 5; tries++) (await browser.FillAsync("/account/second-factor", new() { ["code"] = "12345" })).Dispose();
        using var right = await browser.FillAsync("/account/second-factor", new() { ["code"] = Digits(secret) });
        Assert.Contains("15分钟以后再试", await Browser.ErrorOf(right), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_of_ninety_days_is_changed_before_the_session_begins_and_other_sessions_end()
    {
        var (secret, _) = await EnterAsync(_host.NewBrowser(), "guan.1", (await AdministratorsAsync())[0]);
        _host.Time.Advance(Account.PasswordGood);
        var browser = _host.NewBrowser();
        (await browser.SignInAsync("guan.1", Password)).Dispose();
        using var factor = await browser.FillAsync("/account/second-factor", new() { ["code"] = Digits(secret) });
        Assert.Equal("/account/password", factor.Headers.Location!.OriginalString);
        Assert.Null(await CodeAsync(browser));
        using var same = await browser.FillAsync("/account/password", new() { ["present"] = Password, ["password"] = Password, ["again"] = Password });
        Assert.Equal(AccountRefusals.PasswordUsedBefore.Message, await Browser.ErrorOf(same));
        using var changed = await browser.FillAsync("/account/password", new() { ["present"] = Password, ["password"] = "Shuiguan-8-xiu", ["again"] = "Shuiguan-8-xiu" });
        Assert.Equal("/desk", changed.Headers.Location!.OriginalString);
        Assert.NotNull(await CodeAsync(browser));
    }

    [Fact]
    public async Task A_changed_password_ends_the_sessions_elsewhere()
    {
        var (here, elsewhere) = (_host.NewBrowser(), _host.NewBrowser());
        var (secret, _) = await EnterAsync(elsewhere, "guan.1", (await AdministratorsAsync())[0]);
        _host.Time.Advance(TimeSpan.FromSeconds(30));
        (await here.SignInAsync("guan.1", Password)).Dispose();
        (await here.FillAsync("/account/second-factor", new() { ["code"] = Digits(secret) })).Dispose();
        Assert.NotNull(await CodeAsync(elsewhere));
        using var changed = await here.FillAsync("/account/password", new() { ["present"] = Password, ["password"] = "Shuiguan-8-xiu", ["again"] = "Shuiguan-8-xiu" });
        Assert.Equal("/account", changed.Headers.Location!.OriginalString);
        Assert.NotNull(await CodeAsync(here));
        Assert.Null(await CodeAsync(elsewhere));
    }

    [Fact]
    public async Task A_person_is_registered_by_one_given_duties_by_another_and_watched_by_a_third()
    {
        var (system, security, audit) = await ThreeAsync();
        using var made = await system.PutAsJsonAsync("/account/people/jing.ban", new { displayName = "示例经办", organ = "120104-zjw" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        foreach (var wrong in new object[] { new { }, new { displayName = new string('水', 41), organ = "120104-zjw" }, new { displayName = (string?)null, organ = "120104-zjw" } })
            using (var refused = await system.PutAsJsonAsync("/account/people/jing.ban", wrong, TestContext.Current.CancellationToken))
                Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("request.invalid", await CodeOf(await PostAsync(security, "jing.ban/duties", new { })));
        Assert.Equal("duty.missing", await CodeOf(await PostAsync(system, "jing.ban/duties", new { duties = new[] { "Handle" } })));
        Assert.Equal("duties.of-another-organ", await CodeOf(await PostAsync(security, "jing.ban/duties", new { duties = new[] { "Audit" } })));
        Assert.Equal("account.oneself", await CodeOf(await PostAsync(security, "guan.2/duties", new { duties = new[] { "Secure", "Audit" } })));
        Assert.Equal("duties.administrators-apart", await CodeOf(await PostAsync(security, "guan.3/duties", new { duties = new[] { "Audit", "Register" } })));
        Assert.Equal("duties.last-of-kind", await CodeOf(await PostAsync(security, "guan.3/duties", new { duties = Array.Empty<string>() })));
        Assert.Equal("duties.last-of-kind", await CodeOf(await PostAsync(system, "guan.2/departure", null)));
        Assert.Null(await CodeOf(await PostAsync(security, "jing.ban/duties", new { duties = new[] { "Handle", "Check" } })));
        Assert.Equal("duty.missing", await CodeOf(await PostAsync(audit, "jing.ban/departure", null)));
        Assert.Null(await CodeOf(await PostAsync(system, "jing.ban/departure", null)));
        Assert.Empty((await _host.ReadAsync(db => db.Accounts.SingleAsync(a => a.Name == "jing.ban"))).Duties);

        var events = await audit.GetFromJsonAsync<JsonElement>("/account/events?account=jing.ban", TestContext.Current.CancellationToken);
        Assert.Equal(["Left guan.1 ", "DutiesSet guan.2 Handle,Check", "Registered guan.1 120104-zjw"], events.GetProperty("items").EnumerateArray()
            .Select(e => $"{e.GetProperty("what").GetString()} {e.GetProperty("by").GetString()} {(e.TryGetProperty("detail", out var detail) ? detail.GetString() : "")}"));
        using var forbidden = await security.GetAsync("/account/events", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task Ended_sessions_give_no_code_and_a_removed_factor_is_set_up_anew()
    {
        var codes = await AdministratorsAsync();
        var browser = _host.NewBrowser();
        await EnterAsync(browser, "guan.1", codes[0]);
        var security = await ClientAsync("guan.2", codes[1]);
        Assert.NotNull(await CodeAsync(browser));
        _host.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await CodeOf(await PostAsync(security, "guan.1/sessions/end", null)));
        Assert.Null(await CodeAsync(browser));
        Assert.Null(await CodeOf(await PostAsync(security, "guan.1/second-factor/removal", null)));
        using var again = await browser.SignInAsync("guan.1", Password);
        Assert.Equal("/account/second-factor/new", again.Headers.Location!.OriginalString);
    }

    private async Task<IReadOnlyList<string>> AdministratorsAsync()
    {
        using var done = await SetUpAsync(IdentityHost.SetupCode);
        return Codes(await done.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private Task<HttpResponseMessage> SetUpAsync(string code, string audit = "guan.3") => _host.NewBrowser().FillAsync("/account/setup", new()
    {
        ["setup"] = code, ["admin-account"] = "guan.1", ["admin-name"] = "示例甲", ["security-account"] = "guan.2", ["security-name"] = "示例乙", ["audit-account"] = audit, ["audit-name"] = "示例丙",
    });

    private static Task<HttpResponseMessage> InviteeAsync(Browser browser, string account, string code, string password = Password) =>
        browser.FillAsync("/account/invitation", new() { ["account"] = account, ["code"] = code, ["password"] = password, ["again"] = password });

    /// <summary>Sets the password and the second factor; its secret and the codes on paper.</summary>
    private async Task<(byte[] Secret, IReadOnlyList<string> Papers)> EnterAsync(Browser browser, string account, string code)
    {
        using var set = await InviteeAsync(browser, account, code);
        Assert.Equal("/account/second-factor/new", set.Headers.Location?.OriginalString);
        return await SetUpFactorAsync(browser);
    }

    private async Task<(byte[] Secret, IReadOnlyList<string> Papers)> SetUpFactorAsync(Browser browser)
    {
        using var page = await browser.GetAsync("/account/second-factor/new");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var secret = Base32Encoding.ToBytes(Key().Match(html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
        var form = Browser.Hidden(html);
        form["code"] = Digits(secret);
        using var done = await browser.PostAsync("/account/second-factor/new", form);
        return (secret, Codes(await done.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private async Task<(HttpClient System, HttpClient Security, HttpClient Audit)> ThreeAsync()
    {
        var codes = await AdministratorsAsync();
        return (await ClientAsync("guan.1", codes[0]), await ClientAsync("guan.2", codes[1]), await ClientAsync("guan.3", codes[2]));
    }

    private async Task<HttpClient> ClientAsync(string account, string code)
    {
        var browser = _host.NewBrowser();
        await EnterAsync(browser, account, code);
        var (status, json) = await browser.TokenAsync(new()
        {
            ["grant_type"] = "authorization_code", ["client_id"] = "portal", ["client_secret"] = IdentityHost.PortalSecret, ["code"] = (await CodeAsync(browser))!,
            ["redirect_uri"] = "http://localhost:8080/sign-in/callback", ["code_verifier"] = browser.Verifier,
        });
        Assert.Equal(HttpStatusCode.OK, status);
        return _host.CreateClient().With(json.GetProperty("access_token").GetString()!);
    }

    // The tools' client exists in Development alone; the portal's is everywhere.
    private static Task<string?> CodeAsync(Browser browser) => browser.CodeAsync(browser.PortalRequest());

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object? body) =>
        client.PostAsJsonAsync(new Uri($"/account/people/{path}", UriKind.Relative), body ?? new { }, TestContext.Current.CancellationToken);

    private static async Task<string?> CodeOf(HttpResponseMessage answer)
    {
        using (answer)
            return answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("type").GetString()!.Replace("urn:xinfang:", "", StringComparison.Ordinal);
    }

    private string Digits(byte[] secret) => new Totp(secret).ComputeTotp(_host.Time.GetUtcNow().UtcDateTime);

    private static List<string> Codes(string html) => [.. Code().Matches(html).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<code>([2-9A-Z]{4}(?:-[2-9A-Z]{4}){3})</code>")]
    private static partial Regex Code();

    [GeneratedRegex("密钥：<code>([A-Z2-7 ]+)</code>")]
    private static partial Regex Key();
}
