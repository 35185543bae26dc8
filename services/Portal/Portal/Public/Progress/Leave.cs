using Microsoft.AspNetCore.Mvc;
using Xinfang.Portal.Sessions;

namespace Xinfang.Portal.Public.Progress;

/// <summary>Ends a citizen's visit: POST /progress/leave.</summary>
internal static class Leave
{
    // The bound form value makes the endpoint ask for the antiforgery token.
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/progress/leave", (HttpContext http, [FromForm] string? from) =>
        {
            Visit.End(http);
            return Results.LocalRedirect("/progress?left=1");
        }).AllowAnonymous().ExcludeFromDescription();
}
