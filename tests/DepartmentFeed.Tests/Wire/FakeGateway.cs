using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xinfang.Testing;

namespace Xinfang.DepartmentFeed.Tests.Wire;

/// <summary>What a department sees of the gateway: the token endpoint, and the feed behind its prefix.</summary>
internal sealed class FakeGateway : IAsyncDisposable
{
    private readonly WebApplication _web;
    private int _tokens;

    private FakeGateway(WebApplication web) => _web = web;

    public Uri Address { get; private set; } = null!;

    /// <summary>How many tokens were asked for.</summary>
    public int Tokens => _tokens;

    public static async Task<FakeGateway> StartAsync(WebApplicationFactory<Program> feed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = new FakeGateway(builder.Build());
        gateway._web.MapPost("/connect/token", gateway.Token);
        gateway._web.Map("/api/feed/{**path}", context => ForwardAsync(feed, context));
        await gateway._web.StartAsync();
        gateway.Address = new Uri(gateway._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return gateway;
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials" || form["client_secret"] != FeedSystem.Password) return Results.Unauthorized();
        Interlocked.Increment(ref _tokens);
        return Results.Json(new { access_token = Testing.Tokens.For(form["client_id"].ToString()), token_type = "Bearer", expires_in = 900 });
    }

    private static async Task ForwardAsync(WebApplicationFactory<Program> feed, HttpContext context)
    {
        using var client = feed.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"/{context.Request.RouteValues["path"]}{context.Request.QueryString}");
        request.Content = new StreamContent(context.Request.Body);
        foreach (var name in (string[])["Authorization", "traceparent"]) request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].ToArray());
        request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        using var answer = await client.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body);
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
