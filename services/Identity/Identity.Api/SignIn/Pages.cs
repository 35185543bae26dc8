using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;

namespace Xinfang.Identity.Api.SignIn;

/// <summary>The frame of this service's pages, and those of signing in and out: plain HTML, no script.</summary>
internal static class Pages
{
    private const string Warn = """<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3.500L2.5 20h19zM12 10v4.500M12 17v.4"/></svg>""";
    private const string Bad = """<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v6M12 16.300v.4"/></svg>""";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The sign-in form; <paramref name="error"/> is shown in the title, in a summary and at the field.</summary>
    public static IResult SignIn(AntiforgeryTokenSet antiforgery, string? account, string returnUrl, string? error, bool idle, int status)
    {
        var note = idle && error is null
            ? $"""<div class="note warn">{Warn}<div><p><b>您已退出。</b>20分钟没有操作，就会自动退出。登录后可以接着办。</p></div></div>"""
            : "";
        var summary = error is null
            ? ""
            : $"""<div class="errors" role="alert" aria-labelledby="eh" tabindex="-1" autofocus><h2 id="eh">没有登录成功</h2><ul><li><a href="#u">{Html.Encode(error)}</a></li></ul></div>""";
        var atField = error is null
            ? ""
            : $"""<p class="err" id="ue">{Bad}<span><span class="vh">出错：</span>{Html.Encode(error)}</span></p>""";
        return Page(error is null ? "工作人员登录" : "出错：工作人员登录", status, $"""
            <div class="cols"><div class="box">
            <h1>工作人员登录</h1>
            {note}{summary}
            <form method="post" action="/account/sign-in" autocomplete="on">
            {Hidden(antiforgery)}
            <input type="hidden" name="returnUrl" value="{Html.Encode(returnUrl)}">
            <div class="field{(error is null ? "" : " bad")}"><label for="u">工号</label>{atField}<input id="u" name="account" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required value="{Html.Encode(account ?? "")}"{(error is null ? " autofocus" : """ aria-invalid="true" aria-describedby="ue" """)}></div>
            <div class="field"><label for="p">密码</label><input id="p" name="password" type="password" autocomplete="current-password" maxlength="128" required></div>
            <div class="row"><button class="btn" type="submit">登录</button></div></form>
            <p><a href="/account/invitation">第一次登录，或者忘了密码</a></p></div>
            <aside aria-labelledby="ah"><h2 id="ah">登录即表示</h2><ul><li>只看办事需要的信息，每次查看身份信息都要写明理由并留痕。</li><li>和信访人、信访事项有利害关系的，先申请回避。</li><li>举报材料不外传、不截屏、不转发。</li></ul><p class="law">依据：《信访工作条例》第二十八条、第三十条、第四十六条</p>
            <p><a href="/">群众入口在这里</a></p></aside></div>
            """);
    }

    /// <summary>Asks before signing out, when the request does not prove that it comes from our own pages.</summary>
    public static IResult AskSignOut(AntiforgeryTokenSet antiforgery) => Page("退出登录", StatusCodes.Status200OK, $"""
        <div class="box"><h1>退出登录</h1><p>退出后，这台电脑上要重新登录才能办理。</p>
        <form method="post" action="/account/sign-out">{Hidden(antiforgery)}<div class="row"><button class="btn" type="submit">退出</button></div></form></div>
        """);

    public static IResult SignedOut() => Page("您已退出", StatusCodes.Status200OK, """
        <div class="box"><h1>您已退出</h1><p>离开时请关上浏览器。</p><p><a class="btn" href="/desk">重新登录</a></p></div>
        """);

    public static string Hidden(AntiforgeryTokenSet antiforgery)
        => $"""<input type="hidden" name="{antiforgery.FormFieldName}" value="{Html.Encode(antiforgery.RequestToken!)}">""";

    public static IResult Page(string title, int status, string main) => Results.Content($"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{title} - 南开信访</title>
        <link rel="stylesheet" href="/account/sign-in.css">
        <link rel="icon" href="/icon.svg">
        </head>
        <body class="staff">
        <a class="skip" href="#main">跳到正文</a>
        <header class="bar"><a class="id" href="/"><span class="sealmark" aria-hidden="true">信</span><span><b>信访工作台</b><small>南开区</small></span></a></header>
        <main id="main" class="wrap body">{main}</main>
        </body>
        </html>
        """, "text/html; charset=utf-8", Encoding.UTF8, status);
}
