using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Xinfang.Identity.Api.SignIn;

/// <summary>What a person still has to do before the session begins.</summary>
internal enum Step { TypeCode, SetUpFactor, ChangePassword }

/// <summary>The cookie of somebody whose password was right and who is not in yet; good for ten minutes, and for nothing but the next step.</summary>
/// <param name="Account">工号.</param>
/// <param name="Step">What comes next.</param>
/// <param name="ReturnUrl">Where the person wanted to go.</param>
/// <param name="Secret">Of the second factor being set up, base64; kept nowhere else until the first code has shown that the telephone has it.</param>
internal sealed record HalfWay(string Account, Step Step, string ReturnUrl, string? Secret = null)
{
    public const string Scheme = "half-way";

    private static readonly TimeSpan Good = TimeSpan.FromMinutes(10);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "xinfang.half-way";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Good;
        options.SlidingExpiration = false;
    }

    public static async Task<HalfWay?> ReadAsync(HttpContext http)
    {
        var cookie = await http.AuthenticateAsync(Scheme);
        return cookie.Principal?.FindFirst("sub")?.Value is { } account && Enum.TryParse<Step>(cookie.Properties?.GetString("step"), out var step)
            ? new(account, step, cookie.Properties!.GetString("return") ?? "/desk", cookie.Properties.GetString("secret"))
            : null;
    }

    public Task KeepAsync(HttpContext http)
    {
        var properties = new AuthenticationProperties();
        properties.SetString("step", Step.ToString());
        properties.SetString("return", ReturnUrl);
        properties.SetString("secret", Secret);
        return http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", Account)], Scheme)), properties);
    }
}
