using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>Asks services for their health. A body <c>{status, checks:[{name,status,description}]}</c> gives the causes.</summary>
internal sealed class Health : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10) }) { Timeout = TimeSpan.FromSeconds(8) };

    public async Task<ImmutableArray<HealthReportSnapshot>> AskAsync(HttpHealthCheckAnnotation check, IReadOnlyDictionary<string, int> ports, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var port = ports[check.EndpointName ?? ports.Keys.First()];
        try
        {
            using var answer = await _http.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}{check.Path}")), ct);
            var causes = Causes(await answer.Content.ReadAsStringAsync(ct), now);
            if ((int)answer.StatusCode == check.StatusCode)
                return causes.IsEmpty ? [new(check.Path, HealthStatus.Healthy, null, null) { LastRunAt = now }] : [.. causes.Select(Passable)];
            return causes.Any(cause => cause.Status == HealthStatus.Unhealthy) ? causes
                : [new(check.Path, HealthStatus.Unhealthy, string.Create(CultureInfo.InvariantCulture, $"回答 {(int)answer.StatusCode}，应为 {check.StatusCode}"), null) { LastRunAt = now }, .. causes];
        }
        catch (Exception e) when (e is HttpRequestException or IOException || e is OperationCanceledException && !ct.IsCancellationRequested)
        {
            return [new(check.Path, HealthStatus.Unhealthy, e is OperationCanceledException ? "8秒内没有回答" : "连不上：" + (e.InnerException ?? e).Message, null) { LastRunAt = now }];
        }
    }

    public void Dispose() => _http.Dispose();

    // The status code decides; a part that is down while the whole answers 200 is a warning.
    private static HealthReportSnapshot Passable(HealthReportSnapshot cause) => cause with { Status = cause.Status switch { HealthStatus.Unhealthy => HealthStatus.Degraded, null => HealthStatus.Healthy, var known => known } };

    private static ImmutableArray<HealthReportSnapshot> Causes(string body, DateTime now)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("checks", out var checks) || checks.ValueKind != JsonValueKind.Array) return [];
            return [.. checks.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object).Select(one => new HealthReportSnapshot(
                Text(one, "name") ?? "?", Enum.TryParse<HealthStatus>(Text(one, "status"), ignoreCase: true, out var status) ? status : null, Text(one, "description"), null) { LastRunAt = now })];
        }
        catch (JsonException)
        {
            return []; // The default writer answers one word.
        }
    }

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
