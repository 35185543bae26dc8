using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>The one place where exceptions become answers. A bug is logged once and told without detail.</summary>
internal sealed partial class Failures(ILogger<Failures> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                Problems.Of("request.too-large", "内容太大，请删减后再提交。", StatusCodes.Status413PayloadTooLarge),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
                Problems.Of("request.media-type", "只接受JSON格式（application/json）。", StatusCodes.Status415UnsupportedMediaType),
            BadHttpRequestException or JsonException =>
                Problems.Of("request.malformed", "请求的格式不对，请按接口文档检查。", StatusCodes.Status400BadRequest),
            DbUpdateConcurrencyException =>
                Problems.Of("petition.changed-meanwhile", "刚才有别人改了这个事项，请刷新后再办。", StatusCodes.Status409Conflict),
            DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } =>
                Problems.Of("petition.changed-meanwhile", "刚才有别人改了这个事项，请刷新后再办。", StatusCodes.Status409Conflict),
            CryptographicException =>
                Problems.Of("record.broken", "这件事存下的内容打不开：可能被改过，或者密钥不在。现在办不了，请告诉系统管理员和审计员。", StatusCodes.Status409Conflict),
            _ when IsOutage(exception) =>
                Problems.Of("service.unavailable", "暂时办不了，请过一会儿再试。您填的内容没有提交成功。", StatusCodes.Status503ServiceUnavailable),
            _ => Problems.Of("service.failed", "系统出了问题，没有办成。请打电话022-0000 0000，报上这次的追踪号。", StatusCodes.Status500InternalServerError),
        };
        // What does not open is an answer for the caller and an alarm for whoever runs the system.
        if (problem.StatusCode >= StatusCodes.Status500InternalServerError || exception is CryptographicException) LogFailure(exception, httpContext.Request.Method, RouteOf(httpContext));
        if (httpContext.Response.HasStarted) return false;
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable) httpContext.Response.Headers.RetryAfter = "5";
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private static bool IsOutage(Exception e) => e is NpgsqlException { IsTransient: true } or SocketException or TimeoutException or AuthenticationException
        || e is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections }
        || (e.InnerException is { } inner && IsOutage(inner));

    /// <summary>The pattern, never the path: a path may hold a number that leads to a person.</summary>
    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText ?? "-";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed")]
    private partial void LogFailure(Exception exception, string method, string route);
}
