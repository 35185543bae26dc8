using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.ServiceDefaults.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Xinfang.Gateway.Proxy;

/// <summary>Words for answers that came without any, because a service could not be reached or an address leads nowhere.</summary>
internal static class Failures
{
    public static async Task ExplainAsync(HttpContext http)
    {
        if (http.RequestAborted.IsCancellationRequested || http.Response.ContentType is not null || http.Response.ContentLength > 0) return;
        var failed = http.GetForwarderErrorFeature() is not null;
        var status = http.Response.StatusCode;
        if (failed && status >= StatusCodes.Status500InternalServerError) http.Response.Headers.RetryAfter = "5";
        var problem = (failed, status) switch
        {
            (true, StatusCodes.Status504GatewayTimeout) => Problems.Of("service.slow", "等了太久没有回音，请过一会儿再试。要提交的内容，先查一下是不是已经收到。", status),
            (true, StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable) => Problems.Of("service.unreachable", "这项业务暂时连不上，请过一会儿再试。", status),
            (_, StatusCodes.Status413PayloadTooLarge) => Problems.Of("request.too-large", "内容太大，请删减后再提交。", status),
            _ => TypedProblem(status),
        };
        if (http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)) await Page(problem).ExecuteAsync(http);
        else await problem.ExecuteAsync(http);
    }

    // Somebody sits in front of this one, and the portal that draws pages is what could not be reached.
    private static IResult Page(ProblemHttpResult problem) => Results.Content($"""
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Title(problem)} - 南开信访</title></head>
        <body><h1>{Title(problem)}</h1><p>您也可以打电话：022-0000 0000。</p><p><a href="/">回首页</a></p></body>
        </html>
        """, "text/html; charset=utf-8", statusCode: problem.StatusCode);

    private static string Title(ProblemHttpResult problem) => problem.ProblemDetails.Title ?? "没有办成";

    // Title and type come from the table that all services share.
    private static ProblemHttpResult TypedProblem(int status) => TypedResults.Problem(statusCode: status);
}
