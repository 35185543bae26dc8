using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Xinfang.Identity.Api.Keys;

namespace Xinfang.Identity.Api.Connect;

/// <summary>This service validates its own tokens with the keys it has, instead of asking itself over the network.</summary>
internal sealed class OwnTokens(KeyRing keys) : IPostConfigureOptions<JwtBearerOptions>
{
    public void PostConfigure(string? name, JwtBearerOptions options)
    {
        options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(new OpenIdConnectConfiguration());
        options.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, kid, _) => keys.SigningKeys.Where(k => k.KeyId == kid);
    }
}
