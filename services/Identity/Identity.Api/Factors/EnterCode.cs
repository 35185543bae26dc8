using Microsoft.AspNetCore.Antiforgery;
using Xinfang.Identity.Api.Accounts;
using Xinfang.Identity.Api.SignIn;

namespace Xinfang.Identity.Api.Factors;

/// <summary>输入动态验证码: GET, POST /account/second-factor, after the password was right.</summary>
internal static class EnterCode
{
    public static async Task<IResult> Show(HttpContext http, IAntiforgery antiforgery, IdentityDb db, CancellationToken ct)
        => await Here.HalfWayAsync(http, db, Step.TypeCode, ct) is null ? Again() : Page(http, antiforgery);

    public static async Task<IResult> Handle(HttpContext http, IAntiforgery antiforgery, IdentityDb db, CheckFactor check, Entrance entrance, CancellationToken ct)
    {
        if (await Here.HalfWayAsync(http, db, Step.TypeCode, ct) is not var (halfWay, account)) return Again();
        if (await Here.FormAsync(http, antiforgery, ct) is not { } form) return Page(http, antiforgery, Here.Stale);
        return await check.RunAsync(account.Name, form["code"], ct) switch
        {
            Tried.Right => Results.Redirect(await entrance.FactorRightAsync(http, account, halfWay.ReturnUrl, ct)),
            Tried.Locked => Page(http, antiforgery, $"连续输错{Attempt.Allowed}次，15分钟以后再试"),
            Tried.Wrong wrong => Page(http, antiforgery, $"验证码不对，或者刚才用过了，等手机上换一个再输。还可以再试{wrong.Left}次"),
            _ => throw new InvalidOperationException("Unknown outcome of a try."),
        };
    }

    private static IResult Again() => Results.Redirect(SignInApi.AddressFor("/desk", idle: false));

    private static IResult Page(HttpContext http, IAntiforgery antiforgery, string? error = null) => Form.Page(
        antiforgery.GetAndStoreTokens(http), "输入动态验证码", Entrance.Code, "登录",
        [new("code", "验证码", Complete: "one-time-code", Hint: "手机验证器上现在显示的六位数字；手机不在身边的，输一个备用码。", Longest: 32)],
        error: error, after: """<p><a href="/account/sign-in">换一个工号登录</a></p><p>手机和备用码都没有了，请找安全管理员解除，再重新设。</p>""");
}
