using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>An act needs no If-Match; whoever sends one is told when the petition has changed since (412).</summary>
internal sealed class IfMatch(CaseHandlingDb db) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers.IfMatch.Count == 0 || !Guid.TryParse(http.GetRouteValue("id") as string, out var id)) return await next(context);

        var petition = new PetitionId(id);
        var version = await db.Petitions.VisibleTo(CurrentCaller.Of(http.User)).Where(p => p.Id == petition)
            .Select(p => (uint?)EF.Property<uint>(p, PetitionMapping.Version)).SingleOrDefaultAsync(http.RequestAborted);
        return version is { } current && ETags.Refuses(http.Request, current) is { } stale ? stale : await next(context);
    }
}
