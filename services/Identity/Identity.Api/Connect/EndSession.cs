using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Xinfang.Identity.Api.SignIn;

namespace Xinfang.Identity.Api.Connect;

/// <summary>
/// GET /connect/logout: ends the session and takes back its refresh tokens. A request without the identity token of the
/// session may come from anywhere and is asked about first.
/// </summary>
internal static class EndSession
{
    public static async Task<IResult> Handle(
        HttpContext http, IAntiforgery antiforgery, IdentityDb db, TimeProvider time,
        IOpenIddictTokenManager tokens, IOpenIddictAuthorizationManager authorizations, CancellationToken ct)
    {
        var hint = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        if (hint?.GetClaim(OpenIddictConstants.Claims.Subject) is null) return Pages.AskSignOut(antiforgery.GetAndStoreTokens(http));

        await SignInApi.EndAsync(http, db, time, ct);
        if (hint.GetAuthorizationId() is { } authorization)
        {
            await tokens.RevokeByAuthorizationIdAsync(authorization, ct);
            if (await authorizations.FindByIdAsync(authorization, ct) is { } found) await authorizations.TryRevokeAsync(found, ct);
        }
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/account/signed-out" },
            [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
