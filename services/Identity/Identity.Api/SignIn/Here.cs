using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;

namespace Xinfang.Identity.Api.SignIn;

/// <summary>Who is at this browser, and what they sent.</summary>
internal static class Here
{
    public const string Stale = "这一页放得太久了，请重新填一次";

    /// <summary>The account whose session this browser has, tracked; null without one.</summary>
    /// <param name="http">The request.</param>
    /// <param name="db">The accounts.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="since">The session must not be older, for acts that a forgotten browser must not do.</param>
    public static async Task<Account?> SignedInAsync(HttpContext http, IdentityDb db, CancellationToken ct, DateTimeOffset? since = null)
    {
        var session = await http.AuthenticateAsync(Session.Scheme);
        if (since is { } earliest && Session.BegunAt(session.Properties) < earliest) return null;
        return session.Principal?.FindFirst("sub")?.Value is { } name
            && await db.Accounts.SingleOrDefaultAsync(a => a.Name == name, ct) is { } account && account.Admits(Session.BegunAt(session.Properties)) ? account : null;
    }

    /// <summary>The account that is half way in and at that step, tracked.</summary>
    public static async Task<(HalfWay HalfWay, Account Account)?> HalfWayAsync(HttpContext http, IdentityDb db, Step step, CancellationToken ct)
        => await HalfWay.ReadAsync(http) is { } halfWay && halfWay.Step == step && await db.Accounts.SingleOrDefaultAsync(a => a.Name == halfWay.Account && !a.Disabled, ct) is { } account
            ? (halfWay, account)
            : null;

    /// <summary>The form that came from one of our own pages; null for any other.</summary>
    public static async Task<IFormCollection?> FormAsync(HttpContext http, IAntiforgery antiforgery, CancellationToken ct)
        => http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http) ? await http.Request.ReadFormAsync(ct) : null;
}
