using System.Collections.Immutable;
using System.Security.Claims;
using OpenIddict.Abstractions;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Xinfang.Identity.Api.Connect;

/// <summary>What a token says about its bearer: sub, name, organ, duty (always an array), audience and scope xinfang.</summary>
internal static class Principals
{
    public const string Scope = "xinfang";
    public const string Duties = "duty";

    public static ClaimsPrincipal Of(Account account, ImmutableArray<string> scopes)
        => Make(account.Name, account.DisplayName, account.Organ, account.Duties, scopes);

    /// <summary>An organ's own system.</summary>
    public static ClaimsPrincipal OfFeed(string client, Organ organ)
        => Make(client, $"{organ.ShortName}业务系统", organ.Code, [Duty.Feed], [Scope]);

    /// <summary>A body that hands petitions over: none of ours, so it acts for no organ.</summary>
    public static ClaimsPrincipal OfSource(string client, string name)
        => Make(client, name, "", [Duty.Transfer], [Scope]);

    private static ClaimsPrincipal Make(string subject, string name, string organ, string[] duties, ImmutableArray<string> scopes)
    {
        var identity = new ClaimsIdentity("xinfang", Claims.Name, Duties);
        identity.SetClaim(Claims.Subject, subject);
        identity.SetClaim(Claims.Name, name);
        identity.SetClaim("organ", organ);
        identity.SetClaims(Duties, [.. duties]);
        identity.SetScopes(scopes);
        identity.SetResources(TokenValidation.Audience);
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
