using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Xinfang.Identity.Tests;

/// <summary>Cookies, forms and one PKCE secret: what a browser and its client hold while somebody signs in.</summary>
internal sealed partial class Browser(HttpClient http)
{
    public const string Callback = "http://localhost/callback";

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly string _verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    /// <summary>The same browser, its requests answered by another replica.</summary>
    public Browser Elsewhere(HttpClient replica)
    {
        var browser = new Browser(replica);
        foreach (var (name, value) in _cookies) browser._cookies[name] = value;
        return browser;
    }

    public string Verifier => _verifier;

    public string Challenge => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier)));

    public Dictionary<string, string?> Request(string scope = "openid xinfang") => new()
    {
        ["client_id"] = "tools", ["response_type"] = "code", ["redirect_uri"] = Callback, ["scope"] = scope,
        ["code_challenge"] = Challenge, ["code_challenge_method"] = "S256",
    };

    public Dictionary<string, string?> PortalRequest() => new(Request("openid xinfang offline_access"))
    {
        ["client_id"] = "portal", ["redirect_uri"] = "http://localhost:8080/sign-in/callback",
    };

    public static string Authorize(Dictionary<string, string?> request) => QueryHelpers.AddQueryString("/connect/authorize", request);

    public async Task<HttpResponseMessage> GetAsync(string address) => await SendAsync(HttpMethod.Get, address, null);

    public async Task<HttpResponseMessage> PostAsync(string address, Dictionary<string, string> form)
        => await SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(form));

    /// <summary>Opens the sign-in page and sends name and password.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string account, string password, string returnUrl = "/desk")
    {
        using var page = await GetAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        var form = Hidden(await page.Content.ReadAsStringAsync());
        form["account"] = account;
        form["password"] = password;
        return await PostAsync("/account/sign-in", form);
    }

    /// <summary>Opens a page of this service and sends its form with these fields.</summary>
    public async Task<HttpResponseMessage> FillAsync(string address, Dictionary<string, string> fields)
    {
        using var page = await GetAsync(address);
        var form = Hidden(await page.Content.ReadAsStringAsync());
        foreach (var (name, value) in fields) form[name] = value;
        return await PostAsync(address, form);
    }

    /// <summary>Asks for a code with the session that there is; null if the sign-in page is shown instead.</summary>
    public async Task<string?> CodeAsync(Dictionary<string, string?>? request = null)
    {
        using var answer = await GetAsync(Authorize(request ?? Request()));
        return CodeOf(answer);
    }

    public static string? CodeOf(HttpResponseMessage answer)
        => answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location is { IsAbsoluteUri: true } location
            && QueryHelpers.ParseQuery(location.Query).TryGetValue("code", out var code) ? code.ToString() : null;

    public Task<(HttpStatusCode Status, JsonElement Json)> RedeemAsync(string code, string? verifier = null) => TokenAsync(new()
    {
        ["grant_type"] = "authorization_code", ["client_id"] = "tools", ["code"] = code, ["redirect_uri"] = Callback, ["code_verifier"] = verifier ?? _verifier,
    });

    public async Task<(HttpStatusCode Status, JsonElement Json)> TokenAsync(Dictionary<string, string> request)
    {
        using var content = new FormUrlEncodedContent(request);
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), content);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, json.RootElement.Clone());
    }

    /// <summary>Signs in and redeems the code.</summary>
    public async Task<string> AccessTokenAsync(string account, string password = IdentityHost.Password)
    {
        using var signedIn = await SignInAsync(account, password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        var (status, json) = await RedeemAsync((await CodeAsync())!);
        Assert.Equal(HttpStatusCode.OK, status);
        return json.GetProperty("access_token").GetString()!;
    }

    public static Dictionary<string, string> Hidden(string page)
        => Field().Matches(page).ToDictionary(f => f.Groups[1].Value, f => WebUtility.HtmlDecode(f.Groups[2].Value), StringComparer.Ordinal);

    /// <summary>What the page says went wrong.</summary>
    public static async Task<string?> ErrorOf(HttpResponseMessage answer)
        => Error().Match(await answer.Content.ReadAsStringAsync()) is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : null;

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await http.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var pair in set.Select(c => c.Split(';', 2)[0].Split('=', 2)))
                if (pair[1].Length == 0) _cookies.Remove(pair[0]);
                else _cookies[pair[0]] = pair[1];
        return answer;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();

    [GeneratedRegex("<li><a href=\"#[^\"]+\">([^<]+)</a>")]
    private static partial Regex Error();
}
