using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Xinfang.Portal.Sessions;

/// <summary>A citizen's visit to one petition: Intake's ticket in a protected cookie, for half an hour (rulings 15).</summary>
internal sealed class Visit(IDataProtectionProvider protection)
{
    /// <summary>So long a visit lasts.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("xinfang.portal.visit").ToTimeLimitedDataProtector();

    /// <summary>Begins.</summary>
    public void Begin(HttpContext http, string ticket) => Cookies.Put(http, Cookies.Visit, _protector.Protect(ticket, Life), Life);

    /// <summary>The ticket, or null when there is no visit or it is over.</summary>
    public string? Ticket(HttpContext http)
    {
        if (http.Request.Cookies[Cookies.Visit] is not { Length: > 0 } cookie) return null;
        try
        {
            return _protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            // Over, tampered with, or protected with keys that are gone: the person types the three fields again.
            return null;
        }
    }

    /// <summary>Ends.</summary>
    public static void End(HttpContext http) => Cookies.Drop(http, Cookies.Visit);
}
