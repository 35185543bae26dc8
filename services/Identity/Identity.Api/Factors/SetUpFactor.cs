using Microsoft.AspNetCore.Antiforgery;
using OtpNet;
using QRCoder;
using Xinfang.Identity.Api.Accounts;
using Xinfang.Identity.Api.Keys;
using Xinfang.Identity.Api.SignIn;

namespace Xinfang.Identity.Api.Factors;

/// <summary>设动态验证码: GET, POST /account/second-factor/new. The secret is kept only when a first code has shown that the telephone has it; the codes on paper are shown once.</summary>
internal static class SetUpFactor
{
    // Whoever finds a browser open must not put another telephone in place of the person's.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    public static async Task<IResult> Show(HttpContext http, IAntiforgery antiforgery, IdentityDb db, TimeProvider time, CancellationToken ct)
    {
        if (await WhoAsync(http, db, time, ct) is not var (account, returnUrl)) return Results.Redirect(SignInApi.AddressFor(Entrance.SetUp, idle: false));
        var secret = Factor.NewSecret();
        await new HalfWay(account.Name, Step.SetUpFactor, returnUrl, Convert.ToBase64String(secret)).KeepAsync(http);
        return Page(http, antiforgery, account, secret);
    }

    public static async Task<IResult> Handle(HttpContext http, IAntiforgery antiforgery, IdentityDb db, Cipher cipher, Entrance entrance, TimeProvider time, CancellationToken ct)
    {
        if (await Here.HalfWayAsync(http, db, Step.SetUpFactor, ct) is not ({ Secret: { } kept } halfWay, var account) || await WhoAsync(http, db, time, ct) is null) return Results.Redirect(Entrance.SetUp);
        var secret = Convert.FromBase64String(kept);
        if (await Here.FormAsync(http, antiforgery, ct) is not { } form) return Page(http, antiforgery, account, secret, Here.Stale);
        var now = time.GetUtcNow();
        string[] codes = [.. Enumerable.Range(0, Factor.RecoveryCodeCount).Select(_ => OneTimeCode.New())];
        var factor = new Factor { Secret = cipher.Encrypt(secret), SetAt = now, RecoveryCodes = [.. codes.Select(OneTimeCode.HashOf)] };
        if (!factor.Takes(secret, form["code"], now)) return Page(http, antiforgery, account, secret, "验证码不对。看看手机的时间准不准，等换一个再输");

        account.Factor = factor;
        db.Note(account, AccountEventKind.FactorSet, now);
        var next = await entrance.FactorRightAsync(http, account, halfWay.ReturnUrl, ct);
        await db.SaveChangesAsync(ct);
        return Pages.Page("备用码", StatusCodes.Status200OK, $"""
            <div class="cols"><div class="box"><h1>设好了，请抄下备用码</h1>
            <p>手机丢了、坏了，就用备用码登录，每个只能用一次。<b>这一页只出现一次</b>：打印或者抄下来，锁好，不要和手机放在一起。</p>
            <ol class="codes">{string.Concat(codes.Select(code => $"<li><code>{code}</code></li>"))}</ol>
            <p><a class="btn" href="{Form.Encode(next)}">抄好了，继续</a></p></div></div>
            """);
    }

    // Half way in without a factor, or signed in and wanting another one. Whoever was half way in when the owner set one up comes too late.
    private static async Task<(Account Account, string ReturnUrl)?> WhoAsync(HttpContext http, IdentityDb db, TimeProvider time, CancellationToken ct)
        => await Here.HalfWayAsync(http, db, Step.SetUpFactor, ct) is ({ } halfWay, { Factor: null } account) ? (account, halfWay.ReturnUrl)
            : await Here.SignedInAsync(http, db, ct, time.GetUtcNow() - Fresh) is { } signedIn ? (signedIn, "/account") : null;

    private static IResult Page(HttpContext http, IAntiforgery antiforgery, Account account, byte[] secret, string? error = null)
    {
        var text = Base32Encoding.ToString(secret).TrimEnd('=');
        using var drawn = QRCodeGenerator.GenerateQrCode(new OtpUri(OtpType.Totp, text, account.Name, "南开信访").ToString(), QRCodeGenerator.ECCLevel.M);
        var picture = new SvgQRCode(drawn).GetGraphic(5, "#17212b", "#ffffff", drawQuietZones: true);
        return Form.Page(antiforgery.GetAndStoreTokens(http), "设动态验证码", Entrance.SetUp, "设好",
            [new("code", "手机上显示的六位数字", Complete: "one-time-code", Longest: 12)],
            $"""
            <ol><li>在手机上打开验证器（单位发的，或者任何支持“基于时间的一次性密码”的）。</li><li>扫下面的图，或者手工输入密钥。</li><li>把手机上显示的六位数字填在下面。</li></ol>
            <p role="img" aria-label="给验证器扫的二维码；看不见图的，手工输入下面的密钥">{picture}</p><p>密钥：<code>{string.Join(' ', text.Chunk(4).Select(group => new string(group)))}</code></p>
            """, error);
    }
}
