using Microsoft.AspNetCore.Http;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>Refuses paths, query values and headers that carry characters no row can keep, before a route binds them.</summary>
internal sealed class CleanRequests(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var clean = CleanText.IsClean(context.Request.Path.Value ?? "")
            && context.Request.Query.All(pair => CleanText.IsClean(pair.Key) && pair.Value.All(value => CleanText.IsClean(value ?? "")));
        return clean
            ? next(context)
            : Problems.Of("request.malformed", "地址里有不能用的字符。", StatusCodes.Status400BadRequest).ExecuteAsync(context);
    }
}
