using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.ServiceDiscovery;
using Microsoft.IdentityModel.Tokens;

namespace Xinfang.ServiceDefaults.Security;

public static class TokenValidation
{
    public const string Audience = "xinfang";

    /// <summary>
    /// Validates access tokens (RFC 9068, "at+jwt") of the issuer in Identity:Issuer. Keys are fetched from the identity
    /// service directly, whatever address the issuer has outside; another OpenID issuer is one setting (Identity:Address).
    /// </summary>
    internal static void AddTokenValidation(this IHostApplicationBuilder builder)
    {
        var issuer = builder.Configuration["Identity:Issuer"] ?? "http://localhost:8080/";
        var address = builder.Configuration["Identity:Address"] ?? "http://identity";

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<ServiceEndpointResolver>((options, resolver) =>
            {
                options.MapInboundClaims = false;
                options.RequireHttpsMetadata = false;
                options.MetadataAddress = $"{address}/.well-known/openid-configuration";
                options.BackchannelHttpHandler = new IdentityBackchannel(resolver, new Uri(address));
                options.RefreshInterval = TimeSpan.FromSeconds(30);
                options.TokenValidationParameters = new()
                {
                    ValidIssuer = issuer,
                    ValidAudience = Audience,
                    ValidTypes = ["at+jwt"],
                    ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                    ClockSkew = TimeSpan.FromSeconds(30),
                    NameClaimType = "name",
                    RoleClaimType = "duty",
                };
            });
        builder.Services.AddSingleton<IAuthorizationPolicyProvider, DutyPolicies>();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, DutyAnswers>();
        builder.Services.AddAuthorization();
    }

    /// <summary>Sends every back-channel request to the identity service, also those whose address is the outside one.</summary>
    private sealed class IdentityBackchannel(ServiceEndpointResolver resolver, Uri identity) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var endpoints = await resolver.GetEndpointsAsync($"{identity.Scheme}://{identity.Authority}", cancellationToken);
            var target = endpoints.Endpoints.Count > 0 && endpoints.Endpoints[0].ToString() is { Length: > 0 } found
                ? new Uri(found.Contains("://", StringComparison.Ordinal) ? found : $"{identity.Scheme}://{found}")
                : identity;
            request.RequestUri = new Uri(target, request.RequestUri!.PathAndQuery);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
