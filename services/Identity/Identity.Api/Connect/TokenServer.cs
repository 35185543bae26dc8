using Microsoft.Extensions.Options;
using OpenIddict.Server;
using Xinfang.Identity.Api.Keys;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Xinfang.Identity.Api.Connect;

/// <summary>OpenIddict as this system uses it: code with PKCE for people, client credentials for organs' systems (RFC 6749, 7636, 9068).</summary>
internal static class TokenServer
{
    /// <summary>A person's access token is short: duties taken away are gone within half an hour.</summary>
    private static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(30);

    public static void AddTokenServer(this IServiceCollection services, Uri issuer)
    {
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(p => p.GetRequiredService<KeyRing>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(p => p.GetRequiredService<KeyRing>());
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                server.SetIssuer(issuer);
                server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/logout");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
                server.RegisterScopes(Principals.Scope, Scopes.OpenId, Scopes.Profile, Scopes.OfflineAccess);
                server.RegisterClaims(Claims.Name, "organ", Principals.Duties);
                server.Configure(options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));
                server.DisableAccessTokenEncryption();
                server.DisableSlidingRefreshTokenExpiration();
                server.SetAccessTokenLifetime(AccessTokenLifetime).SetIdentityTokenLifetime(AccessTokenLifetime);
                server.SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(2));
                server.AddEventHandler<GenerateTokenContext>(handler => handler
                    .UseInlineHandler(KeepNoAccessTokens).SetOrder(OpenIddictServerHandlers.Protection.CreateTokenEntry.Descriptor.Order - 1));
                server.AddEventHandler<GenerateTokenContext>(handler => handler
                    .UseInlineHandler(WriteDutiesAsArray).SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1));
                server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler
                    .UseInlineHandler(context => SendBrowsersOutside(context, issuer)).SetOrder(int.MaxValue - 1));
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableEndSessionEndpointPassthrough()
                    .DisableTransportSecurityRequirement().SuppressJsonResponseIndentation();
            });
    }

    // Services validate access tokens by signature alone, so a row for each would be read by nobody and cost a write per token.
    private static ValueTask KeepNoAccessTokens(GenerateTokenContext context)
    {
        if (context.TokenType == TokenTypeIdentifiers.AccessToken || context.TokenType == TokenTypeIdentifiers.IdentityToken) context.CreateTokenEntry = false;
        return ValueTask.CompletedTask;
    }

    // A claim with one value would be written as a text, and readers would meet two shapes.
    private static ValueTask WriteDutiesAsArray(GenerateTokenContext context)
    {
        var duties = context.SecurityTokenDescriptor.Subject?.FindAll(Principals.Duties).Select(c => c.Value).ToArray() ?? [];
        if (duties.Length == 0) return ValueTask.CompletedTask;
        context.SecurityTokenDescriptor.Claims ??= new Dictionary<string, object>(StringComparer.Ordinal);
        context.SecurityTokenDescriptor.Claims[Principals.Duties] = duties;
        return ValueTask.CompletedTask;
    }

    // Services read this document from inside, browsers come from outside: the addresses browsers are sent to are always the outer ones.
    private static ValueTask SendBrowsersOutside(HandleConfigurationRequestContext context, Uri issuer)
    {
        context.AuthorizationEndpoint = new Uri(issuer, "connect/authorize");
        context.EndSessionEndpoint = new Uri(issuer, "connect/logout");
        return ValueTask.CompletedTask;
    }
}
