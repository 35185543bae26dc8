namespace Xinfang.Identity.Api;

/// <summary>Settings of this service; what is missing or malformed ends the start.</summary>
/// <param name="Issuer">Address of the gateway as browsers see it, with a trailing slash.</param>
/// <param name="KeySecret">Encrypts the keys in the database.</param>
/// <param name="PortalSecret">Of the client "portal"; needed by the migrate verb.</param>
/// <param name="DemoPassword">Development only.</param>
/// <param name="SetupCode">Lets whoever starts the system name its first three administrators; good only while there are none.</param>
/// <param name="NeedsSecondFactor">Nobody signs in without one; else whoever has set one does.</param>
internal sealed record IdentitySettings(Uri Issuer, string KeySecret, string? PortalSecret, string? DemoPassword, string? SetupCode, bool NeedsSecondFactor)
{
    public static IdentitySettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection("Identity");
        return new(
            Uri.TryCreate(Text(section, "Issuer"), UriKind.Absolute, out var issuer) && issuer.AbsolutePath.EndsWith('/')
                ? issuer
                : throw new InvalidOperationException("Identity:Issuer must be an absolute address with a trailing slash."),
            Text(section, "KeySecret") ?? throw new InvalidOperationException("Identity:KeySecret is not set; keys cannot be kept."),
            Text(section, "PortalSecret"),
            Text(section, "DemoPassword"),
            Text(section, "SetupCode"),
            section.GetValue("NeedsSecondFactor", !environment.IsDevelopment()));
    }

    private static string? Text(IConfigurationSection section, string key) => section[key] is { Length: > 0 } text ? text : null;
}
