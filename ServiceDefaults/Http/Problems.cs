using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>Refusals and failures as application/problem+json: type urn:xinfang:code, title in Chinese, basis the article.</summary>
public static class Problems
{
    public static ProblemHttpResult ToProblem(this Refusal refusal) => Of(refusal.Code, refusal.Message, refusal.Kind switch
    {
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status404NotFound,
    }, refusal.Basis);

    /// <summary>The same words for what does not exist and what is not the caller's to see.</summary>
    public static ProblemHttpResult NotFound() =>
        Of("petition.not-found", "没有这个事项。可能编号不对，也可能不归您办。", StatusCodes.Status404NotFound);

    public static ProblemHttpResult Unauthorized() =>
        Of("sign-in.required", "请先登录。登录可能已经过期。", StatusCodes.Status401Unauthorized);

    public static ProblemHttpResult TicketRequired() =>
        Of("ticket.required", "请先用信访编号和查询码查进度。查过以后30分钟内有效。", StatusCodes.Status401Unauthorized);

    /// <summary>A malformed request: one message per field, in the words that say the repair.</summary>
    public static ProblemHttpResult Invalid(IReadOnlyDictionary<string, string[]> errors, Article? basis = null)
    {
        var problem = Of("request.invalid", $"有{errors.Count}处要改。", StatusCodes.Status400BadRequest, basis);
        problem.ProblemDetails.Extensions["errors"] = errors;
        return problem;
    }

    public static ProblemHttpResult Of(string code, string title, int status, Article? basis = null)
    {
        var extensions = new Dictionary<string, object?>();
        if (basis is not null) extensions["basis"] = basis.ToString();
        // Here, too: where the caller's Accept names no JSON, the framework writes the problem without completing it.
        if (Activity.Current is { } activity) extensions["traceId"] = activity.Id;
        return TypedResults.Problem(type: $"urn:xinfang:{code}", title: title, statusCode: status, extensions: extensions);
    }
}
