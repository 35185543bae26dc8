using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Xinfang.Insight.Api.Alarms.Lookouts;

/// <summary>Asks every service for its health, this one without the way over the network.</summary>
internal sealed class Health(IHttpClientFactory http, HealthCheckService own, IOptions<AlarmOptions> options) : ILookout
{
    private const string Self = "insight";

    public async Task<IReadOnlyList<Sign>> LookAsync(Sighting now, CancellationToken ct) =>
        [.. (await Task.WhenAll(AlarmOptions.Split(options.Value.Services).Append(Self).Distinct().Select(async service => HealthSigns.Of(service, service == Self ? await OwnAsync(ct) : await AskAsync(service, ct))))).SelectMany(signs => signs)];

    private async Task<HealthReply?> AskAsync(string service, CancellationToken ct)
    {
        try
        {
            using var client = http.CreateClient(AlarmsApi.Client);
            using var response = await client.GetAsync(new Uri($"http://{service}/health"), ct);
            // 503 is an answer as well: it says what is wrong.
            var reply = await response.Content.ReadFromJsonAsync<HealthReply>(ct);
            return reply is { Status.Length: > 0, Checks: not null } ? reply : null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException or InvalidOperationException or NotSupportedException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task<HealthReply> OwnAsync(CancellationToken ct)
    {
        var report = await own.CheckHealthAsync(ct);
        return new(report.Status.ToString(), [.. report.Entries.Select(entry => new HealthReply.Check(entry.Key, entry.Value.Status.ToString(), entry.Value.Exception is null ? entry.Value.Description : "连不上或没有及时回答"))]);
    }
}
