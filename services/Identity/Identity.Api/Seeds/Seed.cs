using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using Xinfang.Identity.Api.Accounts;

namespace Xinfang.Identity.Api.Seeds;

/// <summary>What the migrate verb writes after the schema.</summary>
internal static class Seed
{
    /// <summary>A development password must never open a system that serves people.</summary>
    /// <exception cref="InvalidOperationException">It is set in another environment than Development.</exception>
    public static void RefuseDemoPassword(IHostEnvironment environment, IdentitySettings settings)
    {
        if (settings.DemoPassword is not null && !environment.IsDevelopment())
            throw new InvalidOperationException("Identity:DemoPassword is set outside Development. Remove it: accounts with a known password must not exist here.");
    }

    public static async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var settings = services.GetRequiredService<IdentitySettings>();
        var clients = services.GetRequiredService<IOpenIddictApplicationManager>();
        if (settings.PortalSecret is { } portalSecret) await Clients.SavePortalAsync(clients, settings.Issuer, portalSecret, ct);

        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment() || settings.DemoPassword is not { } password) return;
        var db = services.GetRequiredService<IdentityDb>();
        await DemoAccounts.SeedAsync(db, services.GetRequiredService<IPasswordHasher<Account>>(), password, services.GetRequiredService<TimeProvider>().GetUtcNow(), ct);
        await Clients.SaveToolsAsync(clients, ct);
        await Clients.SaveFeedsAsync(clients, db, password, ct);
    }
}
