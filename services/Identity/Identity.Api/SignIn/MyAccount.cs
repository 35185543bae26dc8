using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Identity.Api.SignIn;

/// <summary>我的账号: GET /account. Password, second factor, and when the account was used last, so that people notice a stranger.</summary>
internal static class MyAccount
{
    private const int Shown = 10;

    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static async Task<IResult> Show(HttpContext http, IdentityDb db, CancellationToken ct)
    {
        if (await Here.SignedInAsync(http, db, ct) is not { } account) return Results.Redirect(SignInApi.AddressFor("/account", idle: false));
        var events = await db.AccountEvents.AsNoTracking().Where(e => e.Account == account.Name).OrderByDescending(e => e.Position).Take(Shown).ToListAsync(ct);
        var lines = new StringBuilder();
        foreach (var each in events)
            lines.Append(CultureInfo.InvariantCulture, $"<li>{TimeZoneInfo.ConvertTime(each.At, Beijing):yyyy年M月d日 H:mm}　{AccountWords.Of(each.What)}</li>");
        var password = account.PasswordSetAt is { } at ? $"{TimeZoneInfo.ConvertTime(at + Account.PasswordGood, Beijing).ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}以前要换一次。" : "";
        return Pages.Page("我的账号", StatusCodes.Status200OK, $"""
            <div class="cols"><div class="box"><h1>我的账号</h1>
            <p>{Form.Encode(account.DisplayName)}，{Form.Encode(Organs.Find(account.Organ)?.Name ?? account.Organ)}，工号 {Form.Encode(account.Name)}</p>
            <h2>密码</h2><p>{password}<a href="{Entrance.Password}">换密码</a></p>
            <h2>动态验证码</h2><p>{(account.Factor is { } factor ? $"已设，还剩{factor.RecoveryCodes.Length}个备用码。<a href=\"{Entrance.SetUp}\">换一部手机或者重发备用码</a>" : $"没有设。<a href=\"{Entrance.SetUp}\">现在设</a>")}</p>
            <h2>最近的使用</h2><p>有不是您做的，请马上换密码，并告诉安全管理员。</p><ul>{lines}</ul>
            <p><a class="btn" href="/desk">回到工作台</a></p></div></div>
            """);
    }
}
