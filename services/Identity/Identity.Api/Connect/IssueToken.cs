using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Xinfang.ServiceDefaults.Organs;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Xinfang.Identity.Api.Connect;

/// <summary>POST /connect/token: code, refresh token or the secret of an organ's system for an access token.</summary>
internal static class IssueToken
{
    public const string FeedClient = "feed-";

    /// <summary>转入来源: the systems that hand petitions over.</summary>
    public static readonly IReadOnlyDictionary<string, string> TransferClients = new Dictionary<string, string>
    {
        ["transfer-superior"] = "上级信访部门业务系统",
        ["transfer-12345"] = "12345热线业务系统",
        ["transfer-board"] = "领导留言板业务系统",
    };

    public static async Task<IResult> Handle(HttpContext http, IdentityDb db, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not read the request.");
        if (request.IsClientCredentialsGrantType())
        {
            var client = request.ClientId!;
            if (TransferClients.TryGetValue(client, out var source)) return SignIn(Principals.OfSource(client, source));
            return client.StartsWith(FeedClient, StringComparison.Ordinal) && Organs.Find(client[FeedClient.Length..]) is { } organ
                ? SignIn(Principals.OfFeed(client, organ))
                : Refuse(Errors.UnauthorizedClient, "这个系统没有登记所属的机关、单位。");
        }

        var before = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        var name = before.GetClaim(Claims.Subject);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == name, ct) is not { } account || !account.Admits(BegunAt(before)))
            return Refuse(Errors.InvalidGrant, "这个工号已经停用，或者要重新登录。");

        // Duties as they are now, not as they were when the code was given.
        var principal = Principals.Of(account, before.GetScopes());
        foreach (var claim in before.Claims.Where(c => c.Type.StartsWith(Claims.Prefixes.Private, StringComparison.Ordinal) && !principal.HasClaim(p => p.Type == c.Type)))
            ((ClaimsIdentity)principal.Identity!).AddClaim(claim.Clone());
        return SignIn(principal);
    }

    // When the person signed in; the code and the refresh token carry it on, in whole seconds.
    private static DateTimeOffset BegunAt(ClaimsPrincipal principal) =>
        DateTimeOffset.FromUnixTimeSeconds(long.TryParse(principal.GetClaim(Claims.AuthenticationTime), out var seconds) ? seconds + 1 : 0);

    private static IResult SignIn(ClaimsPrincipal principal)
        => Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

    private static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
