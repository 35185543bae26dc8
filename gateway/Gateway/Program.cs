using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenTelemetry.Trace;
using Xinfang.Gateway;
using Xinfang.Gateway.Docs;
using Xinfang.Gateway.Limits;
using Xinfang.Gateway.Proxy;
using Xinfang.Gateway.Security;
using Xinfang.ServiceDefaults;
using Xinfang.ServiceDefaults.Time;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.ServiceDiscovery;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("gateway");
builder.Services.Configure<KestrelServerOptions>(options =>
{
    options.Limits.MaxRequestHeaderCount = 64;
    options.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
    options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
});

var redis = await Cache.ConnectAsync(builder.Configuration.GetConnectionString("cache"));
builder.Services.AddSingleton(services => new SharedCount(redis, services.GetRequiredService<ILogger<SharedCount>>()));
if (redis is not null) builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddRedisInstrumentation(redis));
builder.Services.AddSingleton<LimitSettings>();
builder.Services.AddSingleton<BodyLimits>();
builder.Services.AddSingleton<Limiter>();
builder.Services.AddHostedService(services => services.GetRequiredService<Limiter>());
builder.Services.AddSingleton<TokenCheck>();
builder.Services.AddSingleton<ClientAddress>();
builder.Services.AddSingleton<IPassiveHealthCheckPolicy, RestAfterFailure>();
builder.Services.AddReverseProxy().LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"));
builder.Services.AddSingleton<IDestinationResolver, DiscoveredDestinations>();
builder.Services.AddHealthChecks().AddCheck("cache", new CacheHealth(redis));

var app = builder.Build();
app.UseExceptionHandler();
app.UseMiddleware<Guard>();
app.MapProbes();
app.MapDocs();
app.MapRehearsal();
app.Map("/api/{**rest}", () => Results.StatusCode(StatusCodes.Status404NotFound)).AllowAnonymous();
app.MapReverseProxy(proxy =>
{
    proxy.UseLoadBalancing();
    proxy.UsePassiveHealthChecks();
});
await app.RunAsync();

/// <summary>For tests, which start the gateway in their own process.</summary>
public partial class Program;
