using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>Row versions (PostgreSQL xmin) as entity tags (RFC 9110 §8.8.3).</summary>
public static class ETags
{
    public static void SetETag(this HttpResponse response, uint version) => response.Headers.ETag = Of(version);

    /// <summary>Null when the edit may go on; else 428 (no If-Match) or 412 (a stale one).</summary>
    public static ProblemHttpResult? Refuses(HttpRequest request, uint version) => request.Headers.IfMatch.ToString() switch
    {
        "" => Problems.Of("request.if-match", "修改时要带上读到的版本（If-Match）。", StatusCodes.Status428PreconditionRequired),
        var tag when tag == Of(version) || tag == "*" => null,
        _ => Problems.Of("petition.stale", "您看到的已经不是最新内容，请刷新后再改。", StatusCodes.Status412PreconditionFailed),
    };

    private static string Of(uint version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
