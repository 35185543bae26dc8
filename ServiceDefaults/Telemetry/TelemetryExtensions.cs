using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Xinfang.ServiceDefaults.Telemetry;

public static class TelemetryExtensions
{
    public const string OutboxSource = "Xinfang.Outbox";

    /// <summary>Every source and meter of ours starts with this, so that a new one is exported without being named here.</summary>
    private const string Ours = "Xinfang.*";

    /// <summary>
    /// Traces (HTTP, outbox, RabbitMQ through MassTransit, Npgsql, Redis), metrics and logs with trace ids. Exported over OTLP where
    /// OTEL_EXPORTER_OTLP_ENDPOINT names a listener, else spans go to a bounded file in XINFANG_TELEMETRY_DIR, else nowhere.
    /// </summary>
    internal static void AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        var name = builder.Configuration["OTEL_SERVICE_NAME"] ?? service;
        var otlp = !string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var folder = builder.Configuration["XINFANG_TELEMETRY_DIR"];

        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        // Every statement and every request as a line costs more than the request itself; the traces have both.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning)
            .AddFilter("Polly", LogLevel.Warning);
        if (otlp)
            builder.Logging.AddOpenTelemetry(logs =>
            {
                logs.IncludeFormattedMessage = true;
                logs.SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(name));
                logs.AddOtlpExporter();
            });

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(name))
            .WithTracing(tracing =>
            {
                tracing.SetSampler(new ParentBasedSampler(new FirstOfEachSecond(
                        builder.Configuration.GetValue("Telemetry:TracesPerSecond", FirstOfEachSecond.Usual), TimeProvider.System)))
                    .AddSource(Ours, "MassTransit")
                    .AddAspNetCoreInstrumentation(http => http.Filter = context => !IsProbe(context.Request.Path))
                    .AddHttpClientInstrumentation()
                    .AddNpgsql();
                if (otlp) tracing.AddOtlpExporter();
                else if (!string.IsNullOrEmpty(folder))
                    tracing.AddProcessor(new BatchActivityExportProcessor(new SpanFile(folder, name), maxQueueSize: 8192, scheduledDelayMilliseconds: 1000));
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Ours, "MassTransit", "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http")
                    .AddRuntimeInstrumentation();
                if (otlp) metrics.AddOtlpExporter();
            });
    }

    private static bool IsProbe(Microsoft.AspNetCore.Http.PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments("/alive");
}
