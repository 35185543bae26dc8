namespace Xinfang.Portal.Shell;

/// <summary>What every page of the Portal promises the browser. No exception is made anywhere: no inline style, no inline script.</summary>
internal sealed class Headers(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // Pages without anything of a person, the same for everybody with the same look.
    private static readonly HashSet<string> Shared = ["/path", "/path/result", "/info", "/privacy", "/accessibility", "/sitemap"];

    public Task InvokeAsync(HttpContext http)
    {
        // The gateway says how the browser came; cookies are Secure when it came by https.
        if (http.Request.Headers["X-Forwarded-Proto"] == "https") http.Request.Scheme = "https";
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["X-Frame-Options"] = "DENY";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        http.Response.OnStarting(() =>
        {
            // The gateway's address is not this process's: redirects within the site carry none.
            var here = $"{http.Request.Scheme}://{http.Request.Host}/";
            if (headers.Location.ToString() is { Length: > 0 } location && location.StartsWith(here, StringComparison.OrdinalIgnoreCase)) headers.Location = location[(here.Length - 1)..];
            var html = http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true;
            if (html || http.Response.StatusCode is 302 or 303)
            {
                headers.CacheControl = http.Response.StatusCode == 200 && Shared.Contains(http.Request.Path) && HttpMethods.IsGet(http.Request.Method)
                    ? "private, max-age=60"
                    : "private, no-store";
                headers.Vary = "Cookie, Accept-Encoding";
                headers.Remove("Pragma");
                headers.Remove("Expires");
            }
            return Task.CompletedTask;
        });
        return next(http);
    }
}
