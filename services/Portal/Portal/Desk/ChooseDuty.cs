using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk;

/// <summary>换职责: whoever has several works in one of them at a time, with its menu. Services ask the token, not this.</summary>
internal static class ChooseDuty
{
    private const string Cookie = "xinfang.duty";

    /// <summary>GET /desk/duty?as=Check: remembers the choice in this browser and opens the duty's first page.</summary>
    public static void Map(WebApplication app) => app.MapGet("/desk/duty", (HttpContext http) =>
    {
        var chosen = http.Request.Query["as"].ToString();
        if (!Of(http).Contains(chosen)) return Results.Redirect("/desk");
        http.Response.Cookies.Append(Cookie, chosen, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/desk" });
        return Results.Redirect(Menu.Home(chosen));
    }).RequireAuthorization();

    /// <summary>All duties of the person.</summary>
    public static IReadOnlyList<string> Of(HttpContext http) => [.. http.User.FindAll("duty").Select(claim => claim.Value).OrderBy(duty => Duty.All.ToList().IndexOf(duty))];

    /// <summary>The one in use: what was chosen, or the first.</summary>
    public static string InUse(HttpContext http) => http.Request.Cookies[Cookie] is { } chosen && http.User.HasClaim("duty", chosen) ? chosen : Of(http) is [var first, ..] ? first : "";
}
