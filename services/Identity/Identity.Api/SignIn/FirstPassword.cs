using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;

namespace Xinfang.Identity.Api.SignIn;

/// <summary>设密码: GET, POST /account/invitation, with the code that the administrator has handed over. A wrong name and a wrong code are answered alike.</summary>
internal static class FirstPassword
{
    private const string Wrong = "工号或邀请码不对，或者邀请码过期了";

    /// <summary>Under which the tries are counted.</summary>
    public static string NameFor(string account) => $"invitation of {account}";

    public static IResult Show(HttpContext http, IAntiforgery antiforgery) => Page(http, antiforgery);

    public static async Task<IResult> Handle(
        HttpContext http, IAntiforgery antiforgery, IdentityDb db, Tries tries, IPasswordHasher<Account> hasher, Entrance entrance, CancellationToken ct)
    {
        if (await Here.FormAsync(http, antiforgery, ct) is not { } form) return Page(http, antiforgery, null, Here.Stale);
        var name = Account.Normalise(form["account"]);
        if (form["password"] != form["again"]) return Page(http, antiforgery, name, AccountRefusals.PasswordsDiffer.Message, "again");

        Account? account = null;
        string? refused = null;
        var tried = await tries.RunAsync(NameFor(name), async now =>
        {
            account = await db.Accounts.SingleOrDefaultAsync(a => a.Name == name, ct);
            if (account?.Opens(form["code"], now) is not true) return false;
            refused = PasswordPolicy.Refuses(account, form["password"], hasher)?.Message;
            if (refused is null) account.SetPassword(hasher.HashPassword(account, form["password"]!), now);
            return true;
        }, (outcome, now) =>
        {
            if (outcome is Tried.Right && refused is null) db.Note(account!, AccountEventKind.PasswordSet, now);
        }, ct);
        if (refused is not null) return Page(http, antiforgery, name, refused, "password");
        return tried switch
        {
            Tried.Right => Results.Redirect(await entrance.PasswordRightAsync(http, account!, "/desk", ct)),
            Tried.Locked => Page(http, antiforgery, name, $"连续输错{Attempt.Allowed}次，15分钟以后再试", "code"),
            _ => Page(http, antiforgery, name, Wrong, "code"),
        };
    }

    private static IResult Page(HttpContext http, IAntiforgery antiforgery, string? account = null, string? error = null, string? at = null) => Form.Page(
        antiforgery.GetAndStoreTokens(http), "设密码", "/account/invitation", "设密码并登录",
        [
            new("account", "工号", Complete: "username", Value: account, Longest: Account.LongestName),
            new("code", "邀请码", Complete: "one-time-code", Hint: "十六个字母和数字，不分大小写，横线可以不写。"),
            new("password", "新密码", "password", "new-password", PasswordPolicy.Rule),
            new("again", "再写一遍新密码", "password", "new-password"),
        ],
        "<p>邀请码由单位的系统管理员当面或者装在信封里交给您，72小时内有效，只能用一次。没有的，请向系统管理员要。</p>", error, at);
}
