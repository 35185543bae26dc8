using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;
using Xinfang.Identity.Api.People;
using Xinfang.Identity.Api.SignIn;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Api.FirstStart;

/// <summary>
/// 首次启用: GET, POST /account/setup. Whoever has the setup code names the three administrators, and hands each the code with which they set
/// their own password: nobody knows the password of another. The page does not exist once there is an administrator.
/// </summary>
internal static class NameAdministrators
{
    private static readonly (string Field, string Duty, string Title, string Does)[] Three =
    [
        ("admin", Duty.Administer, "系统管理员", "登记人员，发邀请码，停用账号，看运行情况"),
        ("security", Duty.Secure, "安全管理员", "授予和收回职责，解锁，解除动态验证码，强制退出"),
        ("audit", Duty.Audit, "审计员", "查谁做过什么，自己什么也不能改"),
    ];

    public static async Task<IResult> Show(HttpContext http, IAntiforgery antiforgery, IdentityDb db, IdentitySettings settings, CancellationToken ct)
        => await IsOpenAsync(db, settings, ct) ? Page(http, antiforgery, null) : Results.NotFound();

    public static async Task<IResult> Handle(HttpContext http, IAntiforgery antiforgery, IdentityDb db, IdentitySettings settings, Tries tries, CancellationToken ct)
    {
        if (!await IsOpenAsync(db, settings, ct)) return Results.NotFound();
        if (await Here.FormAsync(http, antiforgery, ct) is not { } form) return Page(http, antiforgery, null, Here.Stale);
        if (Wrong(form) is var (error, at)) return Page(http, antiforgery, form, error, at);

        var made = new List<(string Title, string Account, string Code)>();
        var tried = await tries.RunAsync("setup", async now =>
        {
            if (!Same(form["setup"], settings.SetupCode!) || !await IsOpenAsync(db, settings, ct)) return false;
            foreach (var (field, duty, title, _) in Three)
            {
                var account = new Account { Name = Account.Normalise(form[$"{field}-account"]), DisplayName = form[$"{field}-name"].ToString().Trim(), Organ = Organs.Office, Duties = [duty] };
                made.Add((title, account.Name, account.Invite(now)));
                db.Add(account);
                db.Note(account, AccountEventKind.Registered, now, by: "setup");
                db.Note(account, AccountEventKind.DutiesSet, now, by: "setup", detail: duty);
                db.Note(account, AccountEventKind.Invited, now, by: "setup");
            }
            return true;
        }, static (_, _) => { }, ct);
        return tried switch
        {
            Tried.Right => Handed(made),
            Tried.Locked => Page(http, antiforgery, form, $"连续输错{Attempt.Allowed}次，15分钟以后再试", "setup"),
            _ => Page(http, antiforgery, form, "启用码不对", "setup"),
        };
    }

    private static async Task<bool> IsOpenAsync(IdentityDb db, IdentitySettings settings, CancellationToken ct)
        => settings.SetupCode is not null && !await db.Accounts.AnyAsync(a => a.Duties.Contains(Duty.Administer) || a.Duties.Contains(Duty.Secure) || a.Duties.Contains(Duty.Audit), ct);

    private static (string Error, string At)? Wrong(IFormCollection form)
    {
        foreach (var (field, _, title, _) in Three)
        {
            if (!SavePerson.IsName(Account.Normalise(form[$"{field}-account"]))) return ($"{title}：{AccountRefusals.NameMalformed.Message}", $"{field}-account");
            if (string.IsNullOrWhiteSpace(form[$"{field}-name"])) return ($"请写{title}的姓名", $"{field}-name");
        }
        return Three.Select(each => Account.Normalise(form[$"{each.Field}-account"])).Distinct(StringComparer.Ordinal).Count() < Three.Length
            ? (AccountRefusals.AdministratorsApart.Message, "security-account")
            : null;
    }

    private static bool Same(string? typed, string code) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes((typed ?? "").Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static IResult Page(HttpContext http, IAntiforgery antiforgery, IFormCollection? form, string? error = null, string? at = null) => Form.Page(
        antiforgery.GetAndStoreTokens(http), "首次启用", "/account/setup", "登记三名管理员",
        [
            new("setup", "启用码", "password", Hint: "安装系统的人在启动时看到的那一串。"),
            .. Three.SelectMany(each => new Field[]
            {
                new($"{each.Field}-account", $"{each.Title}的工号", Hint: $"{each.Does}。工号用小写字母和数字。", Value: form?[$"{each.Field}-account"], Longest: Account.LongestName),
                new($"{each.Field}-name", $"{each.Title}的姓名", Value: form?[$"{each.Field}-name"], Longest: 40),
            }),
        ],
        "<p>系统管理、安全管理、审计由三个人担任，谁也不能替谁（三员分立）。登记以后，他们各用一个邀请码自己设密码；其他人由他们登记。</p>", error, at);

    private static IResult Handed(IEnumerable<(string Title, string Account, string Code)> made) => Pages.Page("已登记", StatusCodes.Status200OK, $"""
        <div class="cols"><div class="box"><h1>已登记三名管理员</h1>
        <p>把邀请码分别交给本人，装在信封里或者当面念。<b>这一页只出现一次</b>，邀请码72小时内有效。</p>
        <dl>{string.Concat(made.Select(each => $"<dt>{each.Title}　工号 {Form.Encode(each.Account)}</dt><dd><code>{each.Code}</code></dd>"))}</dl>
        <p>本人打开<a href="/account/invitation">设密码</a>，输工号和邀请码。</p></div></div>
        """);
}
