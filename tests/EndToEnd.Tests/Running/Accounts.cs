using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.EndToEnd.Tests.Running;

/// <summary>What a sign-in gives: the access token and the identity token beside it.</summary>
internal sealed record Signed(string AccessToken, string? IdToken);

/// <summary>The seeded accounts, signed in as a person does: the form, a code with PKCE, the token. Each once; tokens are kept.</summary>
internal sealed partial class Accounts(Uri gateway, string password) : IDisposable
{
    public static readonly string[] OfOffice = ["admin", "security-admin", "auditor", "clerk", "office-head", "supervisor", "outreach", "trainer", "leader"];

    private readonly ConcurrentDictionary<string, Lazy<Task<Signed>>> _signed = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(4);

    /// <summary>Every person who can sign in: nine of the office, three of each organ.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfOffice, .. Organs.OfDistrict.Concat(Organs.Reviewing).SelectMany(organ => new[] { $"{organ.Code}.officer", $"{organ.Code}.checker", $"{organ.Code}.head" })];

    /// <summary>Access token of an account (clerk, 120104-zjw.officer) or of an organ's system (feed-120104-zjw).</summary>
    public async Task<string> TokenAsync(string account) => (await SignedAsync(account)).AccessToken;

    public Task<Signed> SignedAsync(string account) => _signed.GetOrAdd(account, a => new(() => SignInInTurnAsync(a))).Value;

    public void Dispose() => _turn.Dispose();

    private async Task<Signed> SignInInTurnAsync(string account)
    {
        await _turn.WaitAsync();
        try
        {
            return account.StartsWith("feed-", StringComparison.Ordinal) || account.StartsWith("transfer-", StringComparison.Ordinal) ? await OfSystemAsync(account) : await OfPersonAsync(account);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Signed> OfSystemAsync(string client)
    {
        using var http = new HttpClient { BaseAddress = gateway };
        return await ExchangeAsync(http, new() { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = password, ["scope"] = "xinfang" });
    }

    private async Task<Signed> OfPersonAsync(string account)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var http = new HttpClient(handler) { BaseAddress = gateway };
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var authorize = "/connect/authorize?client_id=tools&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%2Fcallback"
            + $"&scope=openid%20profile%20xinfang&code_challenge={challenge}&code_challenge_method=S256";

        var form = await http.GetStringAsync(await FollowAsync(http, authorize));
        using var filled = new FormUrlEncodedContent(Hidden().Matches(form).Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)))
            .Append(new("account", account)).Append(new("password", password)));
        using var entered = await http.PostAsync("/account/sign-in", filled);
        if (entered.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{account} could not sign in: {(int)entered.StatusCode} {await entered.Content.ReadAsStringAsync()}");

        var callback = await FollowAsync(http, entered.Headers.Location!.ToString());
        var code = Code().Match(callback) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException($"{account} got no code: {callback}");
        return await ExchangeAsync(http, new()
        {
            ["grant_type"] = "authorization_code", ["client_id"] = "tools", ["code"] = Uri.UnescapeDataString(code),
            ["redirect_uri"] = "http://localhost/callback", ["code_verifier"] = verifier,
        });
    }

    /// <summary>Where an address leads next, as a path of the gateway or the callback's whole address.</summary>
    private async Task<string> FollowAsync(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(address);
        var next = answer.Headers.Location ?? throw new InvalidOperationException($"{address} leads nowhere: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return next.IsAbsoluteUri && next.Authority == gateway.Authority ? next.PathAndQuery : next.ToString();
    }

    private static async Task<Signed> ExchangeAsync(HttpClient http, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync("/connect/token", form);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"No token: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new(json.GetProperty("access_token").GetString()!, json.TryGetProperty("id_token", out var id) ? id.GetString() : null);
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)">""")]
    private static partial Regex Hidden();

    [GeneratedRegex("[?&]code=([^&]+)")]
    private static partial Regex Code();
}
