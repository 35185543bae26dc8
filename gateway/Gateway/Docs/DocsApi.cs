using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Scalar.AspNetCore;

namespace Xinfang.Gateway.Docs;

/// <summary>GET /openapi/{service}.json and the page /docs that shows them; everything the page loads comes from here.</summary>
internal static class DocsApi
{
    /// <summary>Name outside → service, prefix and title.</summary>
    private static readonly Dictionary<string, (string Service, string Prefix, string Title)> Services = new(StringComparer.Ordinal)
    {
        ["intake"] = ("intake", "/api/intake", "登记、转送与查询"),
        ["case-handling"] = ("case-handling", "/api/case-handling", "受理与办理"),
        ["feed"] = ("department-feed", "/api/feed", "部门对接"),
        ["outreach"] = ("outreach", "/api/outreach", "普法"),
        ["training"] = ("training", "/api/training", "培训"),
        ["insight"] = ("insight", "/api/insight", "分析预警"),
        ["identity"] = ("identity", "/", "登录与账号"),
    };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapDocs(this WebApplication app)
    {
        app.MapGet("/openapi/{service}.json", Document).AllowAnonymous();
        app.MapScalarApiReference("/docs", options =>
        {
            options.WithTitle("信访系统接口").WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts().DisableTelemetry().DisableAgent();
            options.WithClassicLayout().HideClientButton().HideDeveloperTools().WithNonce();
            foreach (var (name, service) in Services) options.AddDocument(name, service.Title);
        }).AllowAnonymous().AddEndpointFilter(AllowItsScripts);
    }

    // The service's document, with the address under which it is reached from outside and how to sign in.
    private static async Task<IResult> Document(string service, IHttpClientFactory http, CancellationToken ct)
    {
        if (!Services.TryGetValue(service, out var known) && !Services.TryGetValue(service == "department-feed" ? "feed" : "", out known))
            return Results.StatusCode(StatusCodes.Status404NotFound);

        using var patient = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patient.CancelAfter(Patience);
        JsonNode? document;
        try
        {
            document = await http.CreateClient().GetFromJsonAsync<JsonNode>(new Uri($"http://{known.Service}/openapi/v1.json"), patient.Token);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return Results.StatusCode(StatusCodes.Status502BadGateway);
        }
        document!["servers"] = new JsonArray(new JsonObject { ["url"] = known.Prefix });
        document["info"]!["title"] = known.Title;
        var components = document["components"] as JsonObject ?? [];
        document["components"] = components;
        components["securitySchemes"] = new JsonObject
        {
            ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT", ["description"] = "/connect/token" },
        };
        return Results.Json(document, Readable);
    }

    private static ValueTask<object?> AllowItsScripts(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.OnStarting(() =>
        {
            var nonce = http.Items[ScalarOptions.NonceHttpContextItemKey] as string;
            var script = nonce is null ? "'self'" : $"'self' 'nonce-{nonce}'";
            http.Response.Headers.ContentSecurityPolicy =
                $"default-src 'self'; script-src {script}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
                + "connect-src 'self'; worker-src 'self' blob:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
