using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinfang.Portal.Sessions;
using Xinfang.Testing;

namespace Xinfang.Portal.Tests;

/// <summary>The Portal on a port of its own before a stub gateway, and a browser. No Redis, no Identity: staff sessions begin at an address only this host has.</summary>
public sealed class PortalHost : IAsyncLifetime
{
    private readonly WebApplicationFactory<Program> _factory;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal StubGateway Gateway { get; } = new();

    /// <summary>Ends with a slash.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    public PortalHost()
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseUrls("http://127.0.0.1:0");
            web.UseSetting("services:gateway:http:0", Gateway.Address);
            web.UseSetting("Identity:Issuer", "http://localhost:8080/");
            web.ConfigureServices(services => services.AddTransient<IStartupFilter, SignInForTests>());
        });
        _factory.UseKestrel(); // with a port, the factory changes the addresses of a server that may have started already
    }

    public async ValueTask InitializeAsync()
    {
        await Gateway.Start();
        _factory.StartServer();
        Address = _factory.ClientOptions.BaseAddress;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.File, Args = Chromium.Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _factory.DisposeAsync();
        await Gateway.DisposeAsync();
    }

    /// <summary>A browser of its own, cookies and all.</summary>
    public async Task<IPage> Browse(int width = 1280, bool script = false, int height = 900)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = height },
            Locale = "zh-CN",
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(10_000);
        return page;
    }

    /// <summary>The organ of whoever the Portal asks for.</summary>
    public static string OrganOf(HttpRequest request) => request.Headers.Authorization.ToString().Split('/')[^1];

    /// <summary>Begins a staff session and goes on to a page.</summary>
    public static Task SignIn(IPage page, string organ, string duty, string to = "/desk") => page.GotoAsync($"/test/sign-in?organ={organ}&duty={duty}&to={Uri.EscapeDataString(to)}");

    private sealed class SignInForTests : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/test/sign-in", branch => branch.Run(http => Begin(http)));
            next(app);
        };

        private static async Task Begin(HttpContext http)
        {
            http.Request.PathBase = "";
            var identity = new ClaimsIdentity(
                [new("sub", http.Request.Query["account"] is [{ Length: > 0 } account] ? account : "test"), new("name", "王某"), new("organ", http.Request.Query["organ"].ToString()), .. http.Request.Query["duty"].ToString().Split('+', ' ').Select(duty => new Claim("duty", duty))], "test", "name", "duty");
            var properties = new AuthenticationProperties();
            properties.StoreTokens([new() { Name = "access_token", Value = $"token-of-the-test/{http.Request.Query["organ"]}" }, new() { Name = "expires_at", Value = "2099-01-01T00:00:00Z" }]);
            await http.SignInAsync(Sessions.SignIn.Session, new ClaimsPrincipal(identity), properties);
            http.Response.Redirect(http.Request.Query["to"] is [{ Length: > 0 } to] ? to : "/desk");
        }
    }
}

[CollectionDefinition(Name)]
public sealed class InABrowser : ICollectionFixture<PortalHost>
{
    public const string Name = "in a browser";
}
