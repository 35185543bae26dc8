using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Xinfang.Portal.Sessions;

/// <summary>An access token lives half an hour, a working morning longer: it is renewed with the refresh token, and the session ends when Identity says no.</summary>
internal static class Refresh
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("refresh_token")] string? RefreshToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);

    /// <summary>Runs on every request of a staff session.</summary>
    public static async Task Keep(CookieValidatePrincipalContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!DateTimeOffset.TryParse(context.Properties.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            || until - now > Ahead) return;

        if (context.Properties.GetTokenValue("refresh_token") is not { Length: > 0 } token || await Ask(context.HttpContext, token) is not { } fresh)
        {
            if (until > now) return;
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SignIn.Session);
            return;
        }
        context.Properties.UpdateTokenValue("access_token", fresh.AccessToken);
        if (fresh.RefreshToken is { } next) context.Properties.UpdateTokenValue("refresh_token", next);
        context.Properties.UpdateTokenValue("expires_at", (now + TimeSpan.FromSeconds(fresh.ExpiresIn)).ToString("O", CultureInfo.InvariantCulture));
        context.ShouldRenew = true;
    }

    private static async Task<Answer?> Ask(HttpContext http, string token)
    {
        var secret = http.RequestServices.GetRequiredService<IConfiguration>()["Identity:PortalSecret"] ?? "";
        using var identity = http.RequestServices.GetRequiredService<IHttpClientFactory>().CreateClient("identity");
        using var form = new FormUrlEncodedContent([new("grant_type", "refresh_token"), new("refresh_token", token), new("client_id", "portal"), new("client_secret", secret)]);
        try
        {
            using var response = await identity.PostAsync(new Uri("/connect/token", UriKind.Relative), form, http.RequestAborted);
            return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<Answer>(http.RequestAborted) : null;
        }
        catch (HttpRequestException)
        {
            // Identity is away: the token serves until it runs out.
            return null;
        }
    }
}
