using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Xinfang.Testing;

/// <summary>
/// Signs development accounts in as a browser would, through the gateway: authorization code with PKCE for the public client "tools".
/// Tokens are kept per account until shortly before they run out, for each one costs a password hash and three rows.
/// </summary>
/// <param name="http">Client of the gateway (or of the identity service alone) that follows no redirects and keeps no cookies: <see cref="ClientOf"/>.</param>
/// <param name="password">The demo password.</param>
public sealed partial class SignIn(HttpClient http, string password)
{
    private const string Callback = "http://localhost/callback";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Lazy<Task<Token>>> _tokens = new(StringComparer.Ordinal);

    /// <summary>A client as this class needs it.</summary>
    public static HttpClient ClientOf(Uri gateway)
        => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, disposeHandler: true) { BaseAddress = gateway };

    /// <summary>Access token of an account, or of an organ's system for names like feed-120104-zjw.</summary>
    /// <exception cref="InvalidOperationException">The sign-in was refused; the message says in what words.</exception>
    public async Task<string> TokenOf(string account, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        while (true)
        {
            var pending = _tokens.GetOrAdd(account, a => new Lazy<Task<Token>>(() => FetchAsync(a, ct)));
            try
            {
                var token = await pending.Value;
                if (token.ExpiresAt - Margin > TimeProvider.System.GetUtcNow()) return token.Text;
            }
            catch
            {
                _tokens.TryRemove(new(account, pending));
                throw;
            }
            _tokens.TryRemove(new(account, pending));
        }
    }

    /// <summary>A request's headers signed in as that account.</summary>
    public async Task<AuthenticationHeaderValue> HeaderOf(string account, CancellationToken ct = default)
        => new("Bearer", await TokenOf(account, ct));

    private Task<Token> FetchAsync(string account, CancellationToken ct) => account.StartsWith("feed-", StringComparison.Ordinal)
        ? RedeemAsync(new() { ["grant_type"] = "client_credentials", ["client_id"] = account, ["client_secret"] = password, ["scope"] = "xinfang" }, ct)
        : CodeFlowAsync(account, ct);

    private async Task<Token> CodeFlowAsync(string account, CancellationToken ct)
    {
        var cookies = new Dictionary<string, string>(StringComparer.Ordinal);
        var verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(verifier)));
        var authorize = QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = "tools", ["response_type"] = "code", ["redirect_uri"] = Callback, ["scope"] = "openid profile xinfang",
            ["code_challenge"] = challenge, ["code_challenge_method"] = "S256",
        });

        var form = await SendAsync(HttpMethod.Get, await LocationOf(SendAsync(HttpMethod.Get, authorize, cookies, null, ct), "the sign-in page", ct), cookies, null, ct);
        var fields = FieldsOf(await form.Content.ReadAsStringAsync(ct));
        fields["account"] = account;
        fields["password"] = password;
        var back = await LocationOf(SendAsync(HttpMethod.Post, "/account/sign-in", cookies, new FormUrlEncodedContent(fields), ct), "a session", ct);
        var callback = await LocationOf(SendAsync(HttpMethod.Get, back, cookies, null, ct), "a code", ct);
        var code = QueryHelpers.ParseQuery(new Uri(new Uri(Callback), callback).Query)["code"].ToString();
        return await RedeemAsync(new()
        {
            ["grant_type"] = "authorization_code", ["client_id"] = "tools", ["code"] = code, ["redirect_uri"] = Callback, ["code_verifier"] = verifier,
        }, ct);
    }

    private async Task<Token> RedeemAsync(Dictionary<string, string> request, CancellationToken ct)
    {
        using var content = new FormUrlEncodedContent(request);
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), content, ct);
        var body = await answer.Content.ReadAsStringAsync(ct);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"No token: {(int)answer.StatusCode} {body}");
        using var json = JsonDocument.Parse(body);
        var lifetime = TimeSpan.FromSeconds(json.RootElement.GetProperty("expires_in").GetInt64());
        return new Token(json.RootElement.GetProperty("access_token").GetString()!, TimeProvider.System.GetUtcNow() + lifetime);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, Dictionary<string, string> cookies, HttpContent? content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await http.SendAsync(request, ct);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var pair in set.Select(c => c.Split(';', 2)[0].Split('=', 2))) cookies[pair[0]] = pair[1];
        return answer;
    }

    private static async Task<string> LocationOf(Task<HttpResponseMessage> answer, string wanted, CancellationToken ct)
    {
        using var got = await answer;
        if (got.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && got.Headers.Location is { } location)
            return location.IsAbsoluteUri && !location.OriginalString.StartsWith(Callback, StringComparison.Ordinal) ? location.PathAndQuery : location.OriginalString;
        var body = await got.Content.ReadAsStringAsync(ct);
        var said = Error().Match(body) is { Success: true } error ? error.Groups[1].Value : body;
        throw new InvalidOperationException($"Instead of {wanted}: {(int)got.StatusCode} {WebUtility.HtmlDecode(said)}");
    }

    private static Dictionary<string, string> FieldsOf(string page)
        => Field().Matches(page).ToDictionary(f => f.Groups[1].Value, f => WebUtility.HtmlDecode(f.Groups[2].Value), StringComparer.Ordinal);

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();

    [GeneratedRegex("<a href=\"#u\">([^<]+)</a>")]
    private static partial Regex Error();

    private sealed record Token(string Text, DateTimeOffset ExpiresAt);
}
