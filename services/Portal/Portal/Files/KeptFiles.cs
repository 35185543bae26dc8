using System.Security.Cryptography;
using Xinfang.Portal.Sessions;

namespace Xinfang.Portal.Files;

/// <summary>A form with files that is not handed in yet: the key they are uploaded under, what was typed, and why a file was not taken.</summary>
internal sealed record KeptFile(string Key, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Problems);

/// <summary>Between sending a file and handing in the form: encrypted with the secret in the cookie, as a draft is.</summary>
internal sealed class KeptFiles(Vault vault)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(4);

    /// <summary>A key that nobody guesses.</summary>
    public static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The form of this browser below this page; a new one when there is none.</summary>
    public async Task<KeptFile> Of(HttpContext http, string cookie, CancellationToken ct) =>
        await vault.Get<KeptFile>(cookie, http.Request.Cookies[cookie], ct) ?? new(NewKey(), new Dictionary<string, string>(), []);

    /// <summary>Keeps it.</summary>
    public async Task Keep(HttpContext http, string cookie, KeptFile form, CancellationToken ct)
    {
        var secret = http.Request.Cookies[cookie] is { Length: 16 } known ? known : Vault.NewSecret();
        await vault.Put(cookie, secret, form, Life, ct);
        Cookies.Put(http, cookie, secret, Life);
    }

    /// <summary>Forgets it: it is handed in.</summary>
    public async Task Drop(HttpContext http, string cookie, CancellationToken ct)
    {
        if (http.Request.Cookies[cookie] is { Length: > 0 } secret) await vault.Remove(cookie, secret, ct);
        Cookies.Drop(http, cookie);
    }
}
