using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Xinfang.Portal.Shell;

/// <summary>A failure is a page in plain words with the status of the failure; a bug is logged once and told with a code to say on the telephone.</summary>
internal sealed partial class ErrorPages(RequestDelegate next, ILogger<ErrorPages> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // The pages write their own 404; with that feature on the renderer leaves it to somebody else.
        if (http.Features.Get<IStatusCodePagesFeature>() is { } defaults)
        {
            defaults.Enabled = false;
            http.Features.Set<IStatusCodePagesFeature>(null);
        }
        try
        {
            await next(http);
        }
        catch (Exception e) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            LogFailure(e, http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-");
            Activity.Current?.AddException(e).SetStatus(ActivityStatusCode.Error);
            await Show(http, e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError);
            return;
        }
        if (http.Response is { HasStarted: false, StatusCode: >= 400 and < 600, ContentLength: null or 0, ContentType: null }) await Show(http, http.Response.StatusCode);
    }

    /// <summary>A form that was open too long, or comes from elsewhere.</summary>
    public static Task RefuseForged(HttpContext http, RequestDelegate next) =>
        http.GetEndpoint() is not null && http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } ? Show(http, StatusCodes.Status400BadRequest) : next(http);

    /// <summary>Writes the page of a status.</summary>
    public static async Task Show(HttpContext http, int status)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        // A renderer of its own: the one of the request may have begun another page.
        await using var scope = http.RequestServices.CreateAsyncScope();
        var before = http.RequestServices;
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<ErrorDocument>(new Dictionary<string, object?>
            {
                [nameof(ErrorDocument.Status)] = status,
                [nameof(ErrorDocument.TraceId)] = Activity.Current?.TraceId.ToString(),
            })
            { StatusCode = status }.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = before;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed")]
    private partial void LogFailure(Exception exception, string method, string route);
}
