namespace Xinfang.Portal.Sessions;

/// <summary>The Portal's cookies: none is read by a script, none is sent along from other sites' forms.</summary>
internal static class Cookies
{
    public const string Look = "look";
    public const string Draft = "draft";
    public const string Receipt = "receipt";
    public const string Visit = "visit";
    public const string Desk = "desk";
    public const string Who = "who";
    public const string Kept = "kept";
    public const string Search = "search";
    public const string AddFiles = "add-files";
    public const string RegisterFiles = "register-files";

    /// <summary>Sets a cookie for the visit, or for so long.</summary>
    public static void Put(HttpContext http, string name, string value, TimeSpan? life = null) =>
        http.Response.Cookies.Append(name, value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/",
            MaxAge = life,
            IsEssential = true,
        });

    /// <summary>Forgets.</summary>
    public static void Drop(HttpContext http, string name) => http.Response.Cookies.Delete(name, new CookieOptions { Path = "/" });
}
