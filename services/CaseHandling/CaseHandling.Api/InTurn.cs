namespace Xinfang.CaseHandling.Api;

/// <summary>
/// Acts on one petition take turns, and so do the watches that tell of its dates and the events that are noted in it: the row is locked before the act looks at it. Nobody's act fails because a
/// date was told or a step recorded meanwhile; whoever comes second decides on what the first has left. Reading waits for nobody.
/// </summary>
internal sealed class InTurn(CaseHandlingDb db) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Guid.TryParse(http.GetRouteValue("id") as string, out var id)) await db.LockForActAsync(id, http.RequestAborted);
        return await next(context);
    }
}
