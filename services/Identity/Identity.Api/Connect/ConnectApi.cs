namespace Xinfang.Identity.Api.Connect;

/// <summary>The endpoints of OpenID Connect that OpenIddict passes on after checking the request.</summary>
internal static class ConnectApi
{
    public static void MapConnect(this IEndpointRouteBuilder routes)
    {
        var connect = routes.MapGroup("/connect").AllowAnonymous().ExcludeFromDescription();
        connect.MapGet("/authorize", Authorize.Handle);
        connect.MapPost("/token", IssueToken.Handle);
        connect.MapGet("/logout", EndSession.Handle);
    }
}
