using Microsoft.Net.Http.Headers;

namespace Xinfang.Gateway.Security;

/// <summary>Headers of every answer. What a service set itself stays: the portal knows best what its pages load.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>Writes them when the answer starts.</summary>
    public static readonly Func<object, Task> Write = static state =>
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = Policy;
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers.Remove(HeaderNames.Server);
        return Task.CompletedTask;
    };
}
