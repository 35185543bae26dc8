using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OpenTelemetry.Trace;
using Xinfang.Portal.Shell;

namespace Xinfang.Portal.Sessions;

/// <summary>Staff sign in at Identity (code with PKCE); tokens stay on the server, the browser has a cookie for 20 idle minutes.</summary>
internal static class SignIn
{
    /// <summary>The cookie of a staff session.</summary>
    public const string Session = "desk";

    private const string OpenId = "identity";
    private const string CallbackPath = "/sign-in/callback";
    private const string SignedOutPath = "/sign-out/callback";

    /// <summary>So long without a click, and the session is over (domain 10.2).</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    public static void AddSessions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOpenTelemetry().WithTracing(tracing => tracing.AddRedisInstrumentation());
        services.AddSingleton<PortalCache>();
        services.AddSingleton<IDistributedCache>(provider => provider.GetRequiredService<PortalCache>());
        services.AddSingleton<Vault>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<Files.KeptFiles>();
        services.AddSingleton<Receipts>();
        services.AddSingleton<Visit>();
        services.AddSingleton<TicketStore>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<Searches>();
        services.AddDataProtection().SetApplicationName("xinfang-portal");
        services.AddOptions<KeyManagementOptions>().Configure<PortalCache>((options, cache) =>
            options.XmlRepository = new KeyRepository(cache, builder.Configuration["Identity:PortalSecret"] ?? ""));
        // It warns that keys are stored in the clear; the repository encrypts them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SameSite, options.Cookie.HttpOnly, options.SuppressXFrameOptionsHeader) = ("form", SameSiteMode.Strict, true, true));

        var issuer = builder.Configuration["Identity:Issuer"] ?? "http://localhost:8080/";
        var address = builder.Configuration["Identity:Address"] ?? "http://identity";
        services.AddHttpClient(OpenId, http => http.BaseAddress = new Uri(address));
        services.AddAuthentication(options =>
            {
                options.DefaultScheme = options.DefaultAuthenticateScheme = options.DefaultSignInScheme = options.DefaultChallengeScheme = options.DefaultForbidScheme = Session;
            })
            .AddCookie(Session, options =>
            {
                (options.Cookie.Name, options.Cookie.Path, options.Cookie.HttpOnly, options.Cookie.SameSite, options.Cookie.SecurePolicy) =
                    (Cookies.Desk, "/", true, SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
                (options.ExpireTimeSpan, options.SlidingExpiration) = (Idle, true);
                options.Events.OnSigningIn = context =>
                {
                    context.HttpContext.RequestServices.GetRequiredService<KeptForms>().Remember(context.HttpContext, context.Principal?.FindFirstValue("sub") ?? "");
                    return Task.CompletedTask;
                };
                options.Events.OnRedirectToLogin = async context =>
                {
                    var kept = HttpMethods.IsPost(context.Request.Method) && await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().Keep(context.HttpContext) ? "&kept=1" : "";
                    var over = context.Request.Cookies.ContainsKey(Cookies.Desk) || kept.Length > 0 ? "&over=1" : "";
                    context.Response.Redirect($"/sign-in?back={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString.ToString())}{over}{kept}");
                };
                options.Events.OnValidatePrincipal = Refresh.Keep;
            })
            .AddOpenIdConnect(OpenId, options =>
            {
                options.ClientId = "portal";
                options.ClientSecret = builder.Configuration["Identity:PortalSecret"] ?? "";
                options.ResponseType = "code";
                options.ResponseMode = "query";
                options.UsePkce = true;
                options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
                options.RequireHttpsMetadata = false;
                options.CallbackPath = CallbackPath;
                options.SignedOutCallbackPath = SignedOutPath;
                options.SignedOutRedirectUri = "/";
                options.SignInScheme = Session;
                options.SaveTokens = true;
                options.MapInboundClaims = false;
                options.GetClaimsFromUserInfoEndpoint = false;
                options.Scope.Clear();
                foreach (var scope in (string[])["openid", "profile", "offline_access", "xinfang"]) options.Scope.Add(scope);
                options.TokenValidationParameters.NameClaimType = "name";
                options.TokenValidationParameters.RoleClaimType = "duty";
                options.TokenValidationParameters.ValidIssuer = issuer;
                options.NonceCookie.SameSite = options.CorrelationCookie.SameSite = SameSiteMode.Lax;
                options.NonceCookie.SecurePolicy = options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                // The outside address, whatever the gateway calls this process.
                options.Events.OnRedirectToIdentityProvider = context =>
                {
                    context.ProtocolMessage.RedirectUri = new Uri(new Uri(issuer), CallbackPath).ToString();
                    return Task.CompletedTask;
                };
                options.Events.OnRedirectToIdentityProviderForSignOut = context =>
                {
                    context.ProtocolMessage.PostLogoutRedirectUri = new Uri(new Uri(issuer), SignedOutPath).ToString();
                    return Task.CompletedTask;
                };
                options.Events.OnAuthorizationCodeReceived = context =>
                {
                    context.TokenEndpointRequest!.RedirectUri = new Uri(new Uri(issuer), CallbackPath).ToString();
                    return Task.CompletedTask;
                };
                options.Events.OnTokenValidated = context =>
                {
                    TakeClaims(context.Principal, context.TokenEndpointResponse?.AccessToken);
                    return Task.CompletedTask;
                };
                options.Events.OnRemoteFailure = context =>
                {
                    context.HandleResponse();
                    context.Response.Redirect("/sign-in?failed=1");
                    return Task.CompletedTask;
                };
            });
        services.AddOptions<CookieAuthenticationOptions>(Session).Configure<TicketStore>((options, store) => options.SessionStore = store);
        services.AddOptions<OpenIdConnectOptions>(OpenId).Configure<IHttpClientFactory>((options, http) =>
        {
            options.Backchannel = http.CreateClient(OpenId);
            options.ConfigurationManager = new Discovery(options.Backchannel, new Uri(issuer), new Uri(address));
        });
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, DeskAnswers>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in/start", (string? back) => Results.Challenge(new AuthenticationProperties { RedirectUri = Look.Local(back is { Length: > 1 } ? back : "/desk") }, [OpenId]))
            .AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", ([FromForm] string? from) => Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Session, OpenId]))
            .AllowAnonymous().ExcludeFromDescription();
    }

    // Duties and organ are in the access token, which came over the back channel from Identity itself.
    private static void TakeClaims(ClaimsPrincipal? principal, string? accessToken)
    {
        if (principal?.Identity is not ClaimsIdentity identity || accessToken is null) return;
        foreach (var claim in new JsonWebToken(accessToken).Claims.Where(claim => claim.Type is "sub" or "name" or "organ" or "duty"))
        {
            if (!identity.HasClaim(claim.Type, claim.Value)) identity.AddClaim(new Claim(claim.Type, claim.Value));
        }
    }

    /// <summary>Identity's addresses: browsers are sent to the outside one, this process asks the service directly.</summary>
    private sealed class Discovery(HttpClient http, Uri outside, Uri inside) : IConfigurationManager<OpenIdConnectConfiguration>
    {
        private readonly ConfigurationManager<OpenIdConnectConfiguration> _manager = new(
            new Uri(inside, ".well-known/openid-configuration").ToString(), new OpenIdConnectConfigurationRetriever(), new Inside(http, inside));

        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
        {
            var found = await _manager.GetConfigurationAsync(cancel);
            found.AuthorizationEndpoint = At(outside, found.AuthorizationEndpoint);
            found.EndSessionEndpoint = At(outside, found.EndSessionEndpoint);
            found.TokenEndpoint = At(inside, found.TokenEndpoint);
            found.UserInfoEndpoint = At(inside, found.UserInfoEndpoint);
            return found;
        }

        public void RequestRefresh() => _manager.RequestRefresh();

        private static string At(Uri root, string? address) =>
            string.IsNullOrEmpty(address) ? "" : new Uri(root, new Uri(address, UriKind.Absolute).PathAndQuery).ToString();

        private sealed class Inside(HttpClient http, Uri root) : IDocumentRetriever
        {
            public Task<string> GetDocumentAsync(string address, CancellationToken cancel) => http.GetStringAsync(new Uri(At(root, address)), cancel);
        }
    }

    /// <summary>Who is not signed in is sent to the sign-in page; a page of another duty does not exist.</summary>
    private sealed class DeskAnswers : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler _default = new();

        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
            authorizeResult.Forbidden ? ErrorPages.Show(context, StatusCodes.Status404NotFound) : _default.HandleAsync(next, context, policy, authorizeResult);
    }
}
