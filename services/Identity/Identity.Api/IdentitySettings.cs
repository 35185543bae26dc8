namespace Xinfang.Identity.Api;

/// <summary>Settings of this service; what is missing or malformed ends the start.</summary>
/// <param name="Issuer">Address of the gateway as browsers see it, with a trailing slash.</param>
/// <param name="KeySecret">Encrypts the keys in the database.</param>
/// <param name="PortalSecret">Of the client "portal"; needed by the migrate verb.</param>
/// <param name="DemoPassword">Development only.</param>
internal sealed record IdentitySettings(Uri Issuer, string KeySecret, string? PortalSecret, string? DemoPassword)
{
    public static IdentitySettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Identity");
        return new(
            Uri.TryCreate(Text(section, "Issuer"), UriKind.Absolute, out var issuer) && issuer.AbsolutePath.EndsWith('/')
                ? issuer
                : throw new InvalidOperationException("Identity:Issuer must be an absolute address with a trailing slash."),
            Text(section, "KeySecret") ?? throw new InvalidOperationException("Identity:KeySecret is not set; keys cannot be kept."),
            Text(section, "PortalSecret"),
            Text(section, "DemoPassword"));
    }

    private static string? Text(IConfigurationSection section, string key) => section[key] is { Length: > 0 } text ? text : null;
}
