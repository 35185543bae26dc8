using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Xinfang.Identity.Api.SignIn;

/// <summary>The cookie that says who signed in at this browser: gone after 20 idle minutes, and after 10 hours in any case.</summary>
internal static class Session
{
    public const string Scheme = "session";

    /// <summary>Longest session, however busy.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);
    private const string SignedInAt = "at";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "xinfang.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = RefuseTooLong;
    }

    public static Task BeginAsync(HttpContext http, string account, DateTimeOffset now)
    {
        var who = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", account)], Scheme));
        var properties = new AuthenticationProperties();
        properties.SetString(SignedInAt, now.ToString("O", CultureInfo.InvariantCulture));
        return http.SignInAsync(Scheme, who, properties);
    }

    /// <summary>When the person typed the password.</summary>
    public static DateTimeOffset BegunAt(AuthenticationProperties? properties)
        => DateTimeOffset.TryParse(properties?.GetString(SignedInAt), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? at
            : DateTimeOffset.MinValue;

    private static Task RefuseTooLong(CookieValidatePrincipalContext context)
    {
        var time = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        if (BegunAt(context.Properties) + Longest > time.GetUtcNow()) return Task.CompletedTask;
        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(Scheme);
    }
}
