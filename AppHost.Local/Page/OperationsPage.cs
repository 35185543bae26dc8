using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Page;

/// <summary>
/// The operations page: loopback only, for whoever may log in to this machine. It needs no script; commands are forms with a token.
/// </summary>
internal sealed class OperationsPage : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly int _port;
    private readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly Orchestrator _system;
    private readonly ResourceCommandService _commands;
    private readonly Pages _pages;

    private OperationsPage(WebApplication web, int port, Orchestrator system, ResourceCommandService commands)
    {
        (_web, _port, _system, _commands) = (web, port, system, commands);
        _pages = new(system, _token);
        Address = new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/"));
    }

    public Uri Address { get; }

    /// <param name="port">0 takes any free port.</param>
    public static async Task<OperationsPage> StartAsync(int port, Orchestrator system, ResourceCommandService commands, CancellationToken ct)
    {
        port = port == 0 ? new Ports(null).Next() : new Ports(null).Exactly(port, "the operations page");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
            if (Ports.HasIPv6) kestrel.Listen(IPAddress.IPv6Loopback, port);
        });
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(1));
        var page = new OperationsPage(builder.Build(), port, system, commands);
        page.Map();
        await page._web.StartAsync(ct);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
    }

    private void Map()
    {
        _web.Use(GuardAsync);
        _web.MapGet("/", (bool? live) => Show(_pages.Overview(live == true)));
        _web.MapGet("/logs", (string? q, string? resource, bool? live) => Show(_pages.Logs(resource, q, live == true)));
        _web.MapGet("/logs.txt", (string? q, string? resource) => Results.File(Encoding.UTF8.GetBytes(_pages.Download(resource, q)), "text/plain; charset=utf-8", (resource ?? "all") + ".log"));
        _web.MapGet("/resources/{id}", (string id) => Known(id, _pages.Detail));
        _web.MapGet("/resources/{id}/commands/{name}", (string id, string name) => Known(id, now => _pages.Confirm(now, name)));
        _web.MapPost("/resources/{id}/commands/{name}", CommandAsync);
        foreach (var file in new[] { "xinfang.css", "operations.css" })
            _web.MapGet("/" + file, () => Results.Stream(typeof(OperationsPage).Assembly.GetManifestResourceStream(file)!, "text/css; charset=utf-8"));
    }

    private async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        // A page elsewhere could make a browser resolve its own name to this machine; then the name is not ours.
        string[] ours = [$"localhost:{_port}", $"127.0.0.1:{_port}", $"[::1]:{_port}"];
        if (!ours.Contains(context.Request.Host.Value, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !await IsOwnFormAsync(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await next(context);
    }

    private async Task<bool> IsOwnFormAsync(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin")) return false;
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"http://{request.Host.Value}") return false;
        return request.HasFormContentType && (await request.ReadFormAsync())["token"] is [{ } token]
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(_token));
    }

    private IResult Known(string id, Func<ResourceEvent, Html> page)
        => _system.Notifications.All.FirstOrDefault(now => now.ResourceId == id) is { } found ? Show(page(found)) : Results.NotFound();

    private async Task<IResult> CommandAsync(string id, string name, CancellationToken ct)
    {
        if (_system.Notifications.All.FirstOrDefault(now => now.ResourceId == id) is not { } found) return Results.NotFound();
        // A browser that goes away must not leave a restart half done.
        var result = await _commands.ExecuteCommandAsync(id, name, CancellationToken.None);
        ct.ThrowIfCancellationRequested();
        return result.Success ? Results.Redirect($"/resources/{Uri.EscapeDataString(id)}", permanent: false, preserveMethod: false) : Show(_pages.Refused(found, result.Message));
    }

    private static IResult Show(Html page) => Results.Content(page.Text, "text/html; charset=utf-8");
}
