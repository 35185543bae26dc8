using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;

namespace Xinfang.Portal.Api;

/// <summary>Asks in the caller's name: the token of a staff session on desk pages, and always the address the limits are counted by.</summary>
internal sealed class Outgoing(IHttpContextAccessor context, IConfiguration configuration) : DelegatingHandler
{
    private readonly string? _secret = configuration["Identity:PortalSecret"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (context.HttpContext is { } http)
        {
            if (http.Request.Path.StartsWithSegments("/desk") && await http.GetTokenAsync("access_token") is { } token)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            // Whose request this is, as the gateway said when it passed it on; the secret makes it believe the answer.
            var from = http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
            if (from.Length == 0) from = http.Connection.RemoteIpAddress?.ToString() ?? "";
            if (configuration["Identity:PortalSecret"] is { Length: > 0 } secret && from.Length > 0)
            {
                request.Headers.TryAddWithoutValidation("X-Forwarded-For", from);
                request.Headers.TryAddWithoutValidation("X-Portal-Secret", secret);
            }
        }
        return await base.SendAsync(request, cancellationToken);
    }
}
