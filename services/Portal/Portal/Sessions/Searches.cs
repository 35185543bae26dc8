using System.Security.Cryptography;

namespace Xinfang.Portal.Sessions;

/// <summary>What a person searches for. Names, numbers and words stay on the server, under a secret of the browser's cookie; the address has a label that tells nothing.</summary>
internal sealed class Searches(Vault vault)
{
    private const string Purpose = "search";
    private static readonly TimeSpan Life = TimeSpan.FromHours(8);

    /// <summary>The words of a search; what the petition itself knows is in the address.</summary>
    public sealed record Sought(string Account, string Text, string Name, string Phone, string IdNumber, string Place, string Purpose = "");

    /// <summary>Keeps it; the label is for the address.</summary>
    public async Task<string> Keep(HttpContext http, Sought sought, CancellationToken ct)
    {
        var secret = http.Request.Cookies[Cookies.Search] is { Length: 16 } known ? known : Vault.NewSecret();
        var label = RandomNumberGenerator.GetHexString(8, lowercase: true);
        await vault.Put(Purpose, secret + label, sought, Life, ct);
        Cookies.Put(http, Cookies.Search, secret);
        return label;
    }

    /// <summary>Null when it is gone, or was another browser's or account's.</summary>
    public async Task<Sought?> Of(HttpContext http, string label, string? account, CancellationToken ct) =>
        http.Request.Cookies[Cookies.Search] is { Length: 16 } secret && await vault.Get<Sought>(Purpose, secret + label, ct) is { } sought && sought.Account == account ? sought : null;
}
