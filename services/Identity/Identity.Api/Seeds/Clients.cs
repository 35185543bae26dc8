using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using Xinfang.Identity.Api.Connect;
using Xinfang.ServiceDefaults.Organs;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Client = OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreApplication<System.Guid>;

namespace Xinfang.Identity.Api.Seeds;

/// <summary>Programs that may ask for tokens.</summary>
internal static class Clients
{
    /// <summary>The portal, in every environment.</summary>
    public static Task SavePortalAsync(IOpenIddictApplicationManager clients, Uri issuer, string secret, CancellationToken ct)
    {
        var portal = ForPeople("portal", "信访网页");
        portal.ClientType = ClientTypes.Confidential;
        portal.ClientSecret = secret;
        portal.RedirectUris.Add(new Uri(issuer, "sign-in/callback"));
        portal.PostLogoutRedirectUris.Add(new Uri(issuer, "sign-out/callback"));
        portal.Permissions.UnionWith([Permissions.Endpoints.EndSession, Permissions.GrantTypes.RefreshToken]);
        return SaveAsync(clients, portal, ct);
    }

    /// <summary>Tools of developers: public, Development only.</summary>
    public static Task SaveToolsAsync(IOpenIddictApplicationManager clients, CancellationToken ct)
    {
        var tools = ForPeople("tools", "开发工具");
        tools.ClientType = ClientTypes.Public;
        tools.RedirectUris.Add(new Uri("http://localhost/callback"));
        return SaveAsync(clients, tools, ct);
    }

    /// <summary>One client per organ for its own systems, and one per source that hands petitions over.</summary>
    public static async Task SaveFeedsAsync(IOpenIddictApplicationManager clients, IdentityDb db, string secret, CancellationToken ct)
    {
        var names = Organs.OfDistrict.Concat(Organs.Reviewing).Select(o => IssueToken.FeedClient + o.Code).Concat(IssueToken.TransferClients.Keys).ToList();
        var first = new OpenIddictApplicationDescriptor
        {
            ClientId = names[0],
            ClientSecret = secret,
            ClientType = ClientTypes.Confidential,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials, Permissions.Prefixes.Scope + Principals.Scope },
        };
        await SaveAsync(clients, first, ct);

        // Each hash takes a tenth of a second: the others share the first one's.
        var stored = await db.Set<Client>().AsNoTracking().SingleAsync(c => c.ClientId == first.ClientId, ct);
        var known = await db.Set<Client>().Where(c => names.Contains(c.ClientId!)).ToDictionaryAsync(c => c.ClientId!, ct);
        foreach (var name in names.Skip(1))
        {
            var client = known.GetValueOrDefault(name) ?? db.Add(new Client { Id = Guid.CreateVersion7(), ClientId = name, ConcurrencyToken = Guid.CreateVersion7().ToString() }).Entity;
            (client.ClientSecret, client.ClientType, client.Permissions, client.ConsentType, client.ApplicationType)
                = (stored.ClientSecret, stored.ClientType, stored.Permissions, stored.ConsentType, stored.ApplicationType);
        }
        await db.SaveChangesAsync(ct);
    }

    private static OpenIddictApplicationDescriptor ForPeople(string id, string name) => new()
    {
        ClientId = id,
        DisplayName = name,
        ConsentType = ConsentTypes.Implicit,
        Permissions =
        {
            Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode,
            Permissions.ResponseTypes.Code, Permissions.Scopes.Profile, Permissions.Prefixes.Scope + Principals.Scope,
        },
        Requirements = { Requirements.Features.ProofKeyForCodeExchange },
    };

    private static async Task SaveAsync(IOpenIddictApplicationManager clients, OpenIddictApplicationDescriptor wanted, CancellationToken ct)
    {
        if (await clients.FindByClientIdAsync(wanted.ClientId!, ct) is { } known) await clients.UpdateAsync(known, wanted, ct);
        else await clients.CreateAsync(wanted, ct);
    }
}
