using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Xinfang.Identity.Api.Accounts;

namespace Xinfang.Identity.Api.SignIn;

/// <summary>换密码: GET, POST /account/password, by whoever is signed in, or whose password has run out. Every other session of the account ends.</summary>
internal static class ChangePassword
{
    public static async Task<IResult> Show(HttpContext http, IAntiforgery antiforgery, IdentityDb db, CancellationToken ct)
        => await WhoAsync(http, db, ct) is var (_, _, forced) ? Page(http, antiforgery, forced) : Results.Redirect(SignInApi.AddressFor(Entrance.Password, idle: false));

    public static async Task<IResult> Handle(HttpContext http, IAntiforgery antiforgery, IdentityDb db, CheckPassword check, IPasswordHasher<Account> hasher,
        Entrance entrance, TimeProvider time, CancellationToken ct)
    {
        if (await WhoAsync(http, db, ct) is not var (account, returnUrl, forced)) return Results.Redirect(SignInApi.AddressFor(Entrance.Password, idle: false));
        if (await Here.FormAsync(http, antiforgery, ct) is not { } form) return Page(http, antiforgery, forced, Here.Stale);
        if (form["password"] != form["again"]) return Page(http, antiforgery, forced, AccountRefusals.PasswordsDiffer.Message, "again");
        switch (await check.RunAsync(account.Name, form["present"], ct))
        {
            case PasswordChecked.Wrong wrong: return Page(http, antiforgery, forced, $"现在的密码不对。还可以再试{wrong.Left}次", "present");
            case PasswordChecked.Locked: return Page(http, antiforgery, forced, $"连续输错{Attempt.Allowed}次，15分钟以后再试", "present");
        }
        if (PasswordPolicy.Refuses(account, form["password"], hasher) is { } refusal) return Page(http, antiforgery, forced, refusal.Message, "password");

        var now = time.GetUtcNow();
        account.SetPassword(hasher.HashPassword(account, form["password"]!), now);
        db.Note(account, AccountEventKind.PasswordSet, now);
        return Results.Redirect(await entrance.BeginAsync(http, account, returnUrl, ct));
    }

    private static async Task<(Account Account, string ReturnUrl, bool Forced)?> WhoAsync(HttpContext http, IdentityDb db, CancellationToken ct)
        => await Here.HalfWayAsync(http, db, Step.ChangePassword, ct) is var (halfWay, forced) ? (forced, halfWay.ReturnUrl, true)
            : await Here.SignedInAsync(http, db, ct) is { } account ? (account, "/account", false) : null;

    private static IResult Page(HttpContext http, IAntiforgery antiforgery, bool forced, string? error = null, string? at = null) => Form.Page(
        antiforgery.GetAndStoreTokens(http), "换密码", Entrance.Password, "换密码",
        [
            new("present", "现在的密码", "password", "current-password"),
            new("password", "新密码", "password", "new-password", PasswordPolicy.Rule),
            new("again", "再写一遍新密码", "password", "new-password"),
        ],
        forced ? $"<p>密码用满{Account.PasswordGood.TotalDays:0}天了，换一个再进。</p>" : "<p>换了以后，在别处登录的都要重新登录。</p>", error, at);
}
