using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Xinfang.Gateway.Tests;

/// <summary>A service behind the gateway, on a real socket: remembers what reached it and answers what the test wants.</summary>
internal sealed class Upstream : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Upstream(WebApplication app) => _app = app;

    public sealed record Seen(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers);

    public ConcurrentQueue<Seen> Requests { get; } = [];

    /// <summary>Answers 200 and its name unless the test sets something else.</summary>
    public Func<HttpContext, Task>? Answer { get; set; }

    public string Address { get; private set; } = "";

    public static async Task<Upstream> StartAsync(string name)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var upstream = new Upstream(builder.Build());
        upstream._app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            upstream.Requests.Enqueue(new Seen(http.Request.Method, http.Request.Path, await reader.ReadToEndAsync(),
                http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            if (upstream.Answer is { } answer) await answer(http);
            else await http.Response.WriteAsync(name);
        });
        await upstream._app.StartAsync();
        upstream.Address = upstream._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return upstream;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
