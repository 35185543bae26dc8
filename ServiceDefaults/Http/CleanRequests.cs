using Microsoft.AspNetCore.Http;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>
/// Refuses paths and query values that carry characters no row can keep, and JSON in another encoding than UTF-8 (RFC 8259 §8.1),
/// before a route binds them.
/// </summary>
internal sealed class CleanRequests(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.HasJsonContentType() && !IsUtf8(context.Request.GetTypedHeaders().ContentType?.Charset.Value))
            return Problems.Of("request.media-type", "只接受UTF-8编码的JSON格式（application/json）。", StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(context);
        var clean = CleanText.IsClean(context.Request.Path.Value ?? "")
            && context.Request.Query.All(pair => CleanText.IsClean(pair.Key) && pair.Value.All(value => CleanText.IsClean(value ?? "")));
        return clean
            ? next(context)
            : Problems.Of("request.malformed", "地址里有不能用的字符。", StatusCodes.Status400BadRequest).ExecuteAsync(context);
    }

    private static bool IsUtf8(string? charset) => string.IsNullOrEmpty(charset) || charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
