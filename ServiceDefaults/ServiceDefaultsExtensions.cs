using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;
using Xinfang.ServiceDefaults.Telemetry;
using Xinfang.ServiceDefaults.Time;

namespace Xinfang.ServiceDefaults;

/// <summary>What every service does the same way.</summary>
public static class ServiceDefaultsExtensions
{
    private const long BodyLimit = 1024 * 1024;

    /// <summary>Telemetry, health, service discovery, resilient HTTP clients, problems, strict JSON, the legal clock, tokens and duties.</summary>
    public static void AddServiceDefaults(this IHostApplicationBuilder builder, string service)
    {
        builder.AddTelemetry(service);
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
            http.AddServiceDiscovery();
        });

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(LegalCalendar.Default);
        builder.Services.AddSingleton(Terms.Default);
        builder.Services.AddSingleton<LegalClock>();
        builder.Services.AddSingleton<CalendarFiles>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CalendarFiles>());
        builder.AddRehearsal();

        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), ["alive"]).AddCheck<CalendarHealth>("calendar");
        builder.Services.AddOpenApi(OpenApiRules.Apply);
        builder.Services.AddExceptionHandler<Failures>();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        builder.Services.Configure<Microsoft.AspNetCore.Http.Json.JsonOptions>(options => JsonRules.Apply(options.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = BodyLimit;
        });
        builder.AddTokenValidation();
    }

    /// <summary>The pipeline that belongs to <see cref="AddServiceDefaults"/>, and /health (named causes), /alive and /openapi/v1.json.</summary>
    public static void UseServiceDefaults(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<CleanRequests>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapOpenApi().AllowAnonymous();
        app.MapProbes();
    }

    /// <summary>/health with named causes and /alive, for those who have a pipeline of their own.</summary>
    public static void MapProbes(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains("alive"), ResponseWriter = HealthAnswer.WriteAsync }).AllowAnonymous();
    }

    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Extensions["traceId"] = System.Diagnostics.Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
        if (problem.Type?.StartsWith("urn:xinfang:", StringComparison.Ordinal) is true) return;
        (problem.Type, problem.Title) = problem switch
        {
            Microsoft.AspNetCore.Http.HttpValidationProblemDetails invalid => ("urn:xinfang:request.invalid", $"有{invalid.Errors.Count}处要改。"),
            { Status: StatusCodes.Status400BadRequest } => ("urn:xinfang:request.malformed", "请求的格式不对，请按接口文档检查。"),
            { Status: StatusCodes.Status401Unauthorized } => ("urn:xinfang:sign-in.required", "请先登录。登录可能已经过期。"),
            { Status: StatusCodes.Status403Forbidden } => ("urn:xinfang:duty.missing", "办理这一步不在您的职责范围内。"),
            { Status: StatusCodes.Status404NotFound } => ("urn:xinfang:not-found", "没有这个地址。"),
            { Status: StatusCodes.Status405MethodNotAllowed } => ("urn:xinfang:request.method", "这个地址不能这样用，请按接口文档检查。"),
            { Status: StatusCodes.Status413PayloadTooLarge } => ("urn:xinfang:request.too-large", "内容太大，请删减后再提交。"),
            { Status: StatusCodes.Status415UnsupportedMediaType } => ("urn:xinfang:request.media-type", "只接受JSON格式（application/json）。"),
            { Status: StatusCodes.Status429TooManyRequests } => ("urn:xinfang:rate.limited", "提交得太快了，请过一会儿再试。"),
            _ => ("urn:xinfang:service.failed", "系统出了问题，没有办成。"),
        };
        problem.Detail = null;
    }
}
