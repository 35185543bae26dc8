using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Xinfang.Portal.Sessions;

/// <summary>What staff had typed when their session ended: kept for an hour, given back to the same account on the same page, once.</summary>
internal sealed class KeptForms(Vault vault, IDataProtectionProvider protection)
{
    private const string Purpose = "kept";
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly IDataProtector _who = protection.CreateProtector("xinfang.portal.who");

    private sealed record Kept(string Path, string Who, Dictionary<string, string> Fields);

    /// <summary>Remembers in this browser whose session it is, so that nobody else is given what they typed.</summary>
    public void Remember(HttpContext http, string account) => Cookies.Put(http, Cookies.Who, _who.Protect(account));

    /// <summary>Keeps a form that came after the session had ended.</summary>
    public async Task<bool> Keep(HttpContext http)
    {
        // One with files is not read here: the framework would put them on the disk in the clear.
        if (!http.Request.HasFormContentType || http.Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || Who(http) is not { } who) return false;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = form.Where(field => !field.Key.StartsWith('_')).ToDictionary(field => field.Key, field => field.Value.ToString());
        if (fields.Count == 0) return false;
        var secret = Vault.NewSecret();
        await vault.Put(Purpose, secret, new Kept(http.Request.Path, who, fields), Life, http.RequestAborted);
        Cookies.Put(http, Cookies.Kept, secret, Life);
        return true;
    }

    /// <summary>Gives it back; null when nothing was kept here for this account.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> Take(HttpContext http, string? account)
    {
        if (http.Request.Cookies[Cookies.Kept] is not { Length: > 0 } secret) return null;
        if (await vault.Get<Kept>(Purpose, secret, http.RequestAborted) is not { } kept || kept.Who != account || kept.Path != http.Request.Path) return null;
        await vault.Remove(Purpose, secret, http.RequestAborted);
        Cookies.Drop(http, Cookies.Kept);
        return kept.Fields;
    }

    private string? Who(HttpContext http)
    {
        if (http.Request.Cookies[Cookies.Who] is not { Length: > 0 } cookie) return null;
        try
        {
            return _who.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            // Another key or another hand: nobody is known here.
            return null;
        }
    }
}
