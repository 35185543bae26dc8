using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Xinfang.Outreach.Api.Screens;

/// <summary>What a display loads: its page and three files. No inline script, no inline style, nothing from elsewhere.</summary>
internal static class PlayerFiles
{
    private const string Html = """
        <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>电子屏 - 南开信访</title>
        <link rel="stylesheet" href="screen.css"><link rel="icon" href="data:,"></head><body class="player"><main aria-live="off"><article class="slide idle"><p class="site"><span class="mark">信</span><b>南开信访</b></p><h1>天津市南开区信访办公室</h1></article></main>
        <p class="state" role="status"></p><noscript>电子屏要打开JavaScript才能播放。</noscript><script src="player.js"></script></body></html>
        """;

    private static readonly Dictionary<string, (string Type, byte[] Content)> Files = new(StringComparer.Ordinal)
    {
        ["player.js"] = ("text/javascript; charset=utf-8", Read("player.player.js")), ["worker.js"] = ("text/javascript; charset=utf-8", Read("player.worker.js")), ["screen.css"] = ("text/css; charset=utf-8", Read("player.screen.css")),
    };

    /// <summary>GET /screen/{player.js, worker.js, screen.css}</summary>
    public static FileContentHttpResult Handle(string file, HttpResponse response)
    {
        Promise(response);
        return TypedResults.File(Files[file].Content, Files[file].Type);
    }

    /// <summary>GET /screen/{key}: the one address a display opens.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Page(string key, OutreachDb db, HttpResponse response, CancellationToken ct)
    {
        if (await db.ByKeyAsync(key, ct) is null) return ScreenProblems.NotFound();
        Promise(response);
        return TypedResults.Content(Html, "text/html", Encoding.UTF8);
    }

    private static void Promise(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";
        response.Headers.CacheControl = "no-cache";
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(PlayerFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
