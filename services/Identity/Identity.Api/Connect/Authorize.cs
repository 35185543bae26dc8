using System.Globalization;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Xinfang.Identity.Api.SignIn;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Xinfang.Identity.Api.Connect;

/// <summary>GET /connect/authorize: gives a code to a browser that has a session, else sends it to the sign-in page and back here.</summary>
internal static class Authorize
{
    public static async Task<IResult> Handle(HttpContext http, IdentityDb db, TimeProvider time, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not read the request.");
        var now = time.GetUtcNow();
        var session = await http.AuthenticateAsync(Session.Scheme);
        var begunAt = Session.BegunAt(session.Properties);

        var name = session.Principal?.FindFirst("sub")?.Value;
        var account = name is null ? null : await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == name, ct);
        if (account?.Admits(begunAt) is false) account = null;
        var tooOld = request.MaxAge is { } age && begunAt.AddSeconds(age) < now;
        if (account is null || tooOld || request.HasPromptValue(PromptValues.Login))
            return request.HasPromptValue(PromptValues.None) ? LoginRequired() : Results.Redirect(SignInApi.AddressFor(Again(http.Request), Idle(http.Request)));

        var principal = Principals.Of(account, request.GetScopes());
        // The last token of a session ends with it, however often it is refreshed.
        principal.SetRefreshTokenLifetime(begunAt + Session.Longest - now);
        principal.SetClaim(Claims.AuthenticationTime, begunAt.ToUnixTimeSeconds());
        foreach (var claim in principal.FindAll(Claims.AuthenticationTime)) claim.SetDestinations(Destinations.IdentityToken);
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    // Without prompt, or the page would come up again after the password was right.
    private static string Again(HttpRequest request)
        => request.Path + QueryString.Create(request.Query.Where(p => p.Key is not (Parameters.Prompt or "reason")));

    private static bool Idle(HttpRequest request) => request.Query["reason"] == "idle";

    private static IResult LoginRequired() => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "请先登录。",
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
