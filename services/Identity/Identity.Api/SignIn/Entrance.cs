using Microsoft.AspNetCore.Authentication;
using Xinfang.Identity.Api.Accounts;

namespace Xinfang.Identity.Api.SignIn;

/// <summary>From the right password to the session: the second factor, then a new password where the old one has run out.</summary>
internal sealed class Entrance(IdentityDb db, IdentitySettings settings, TimeProvider time)
{
    public const string Code = "/account/second-factor", SetUp = "/account/second-factor/new", Password = "/account/password";

    /// <summary>After the password was right.</summary>
    /// <returns>Where the browser goes next.</returns>
    public Task<string> PasswordRightAsync(HttpContext http, Account account, string returnUrl, CancellationToken ct) =>
        account.Factor is not null ? StopAsync(http, account, Step.TypeCode, returnUrl)
        : settings.NeedsSecondFactor ? StopAsync(http, account, Step.SetUpFactor, returnUrl)
        : FactorRightAsync(http, account, returnUrl, ct);

    /// <summary>After the second factor was right, or where none is needed.</summary>
    /// <inheritdoc cref="PasswordRightAsync"/>
    public Task<string> FactorRightAsync(HttpContext http, Account account, string returnUrl, CancellationToken ct) =>
        account.HasOldPassword(time.GetUtcNow()) ? StopAsync(http, account, Step.ChangePassword, returnUrl) : BeginAsync(http, account, returnUrl, ct);

    /// <summary>The session begins.</summary>
    /// <inheritdoc cref="PasswordRightAsync"/>
    public async Task<string> BeginAsync(HttpContext http, Account account, string returnUrl, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        db.Note(account, AccountEventKind.SignedIn, now);
        await db.SaveChangesAsync(ct);
        await http.SignOutAsync(HalfWay.Scheme);
        await Session.BeginAsync(http, account.Name, now);
        return returnUrl;
    }

    private static async Task<string> StopAsync(HttpContext http, Account account, Step step, string returnUrl)
    {
        await new HalfWay(account.Name, step, returnUrl).KeepAsync(http);
        return step switch { Step.TypeCode => Code, Step.SetUpFactor => SetUp, _ => Password };
    }
}
