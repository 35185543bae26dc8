using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Xinfang.Gateway.Limits;
using Xinfang.Gateway.Proxy;
using Xinfang.Gateway.Security;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Gateway;

/// <summary>Everything the gateway asks before it passes a request on, in one place because each step of a pipeline costs every request.</summary>
internal sealed class Guard(RequestDelegate next, Limiter limiter, TokenCheck tokens, ClientAddress addresses, BodyLimits bodies, IOptions<KestrelServerOptions> kestrel)
{
    private const string Bearer = "Bearer ";
    private readonly long _largest = kestrel.Value.Limits.MaxRequestBodySize ?? long.MaxValue;

    public async Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(SecurityHeaders.Write, http);
        var form = LargeFiles.LargestOf(http.Request);
        if (http.Request.ContentLength > (form ?? bodies.Of(http, _largest)))
        {
            await TooLarge().ExecuteAsync(http);
            return;
        }
        if (form is not null && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = form;
        if (await RefusesAsync(http) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        await next(http);
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest && !http.Response.HasStarted) await Failures.ExplainAsync(http);
    }

    private async ValueTask<ProblemHttpResult?> RefusesAsync(HttpContext http)
    {
        var address = addresses.Of(http);
        if (LimitOf.Request(http.Request) is not { } limit) return null;

        var authorization = TokenOf(http.Request);
        var known = authorization is null ? null : tokens.Known(authorization);
        var bucket = known is not null && limit == Limit.Api ? known : limiter.Of(limit, address);
        if (await limiter.TakeAsync(bucket) is > 0 and var wait) return TooMany(http, wait);
        if (authorization is null || known is not null) return null;
        if (await tokens.CheckAsync(http, authorization) is not null) return null;
        return await tokens.HasKeysAsync(http.RequestAborted) ? Unauthorized(http) : CannotTell(http);
    }

    // Only interfaces take bearer tokens; /connect has clients that send their secret in the same header.
    private static string? TokenOf(HttpRequest request)
    {
        if (!request.Path.StartsWithSegments("/api")) return null;
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization : null;
    }

    private static ProblemHttpResult TooMany(HttpContext http, int seconds)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.Of("rate.limited", $"提交得太快了，请过{seconds}秒再试。", StatusCodes.Status429TooManyRequests);
    }

    private static ProblemHttpResult Unauthorized(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Problems.Unauthorized();
    }

    private static ProblemHttpResult CannotTell(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return Problems.Of("sign-in.unreachable", "登录服务暂时连不上，请过一会儿再试。", StatusCodes.Status503ServiceUnavailable);
    }

    private static ProblemHttpResult TooLarge() => Problems.Of("request.too-large", "内容太大，请删减后再提交。", StatusCodes.Status413PayloadTooLarge);
}
