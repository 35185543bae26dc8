using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Insight.Api.Measures;

/// <summary>
/// No figure is shown, exported or frozen before all months are counted by the formulas of this version: a part of the district would look like the whole of it.
/// That is so in the first seconds of an empty system, and for minutes after an upgrade that changed a formula. 503 with Retry-After then.
/// </summary>
internal sealed class WholeFigures(InsightDb db) : IEndpointFilter
{
    private const int Seconds = 30;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (await db.Set<CountedState>().AnyAsync(state => state.Formulas == Books.Version, context.HttpContext.RequestAborted)) return await next(context);
        context.HttpContext.Response.Headers.RetryAfter = $"{Seconds}";
        return Problems.Of("insight.counting", "各月的数字还没有数完，请过几分钟再看。", StatusCodes.Status503ServiceUnavailable);
    }
}
