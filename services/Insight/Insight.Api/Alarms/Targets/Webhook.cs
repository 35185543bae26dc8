using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Insight.Api.Alarms.Targets;

/// <summary>
/// POST of JSON to an address of the office. <c>X-Xinfang-Signature: sha256=…</c> is the HMAC-SHA256 of the header <c>X-Xinfang-Timestamp</c> (Unix
/// seconds), a dot and the body: whoever keeps the secret knows who has sent it and when.
/// </summary>
internal sealed class Webhook(IHttpClientFactory http, IOptions<AlarmOptions> options) : IAlarmTarget
{
    public const string Named = "webhook", Timestamp = "X-Xinfang-Timestamp", Signature = "X-Xinfang-Signature";

    public string Name => Named;

    public async Task<string?> TellAsync(Telling told, CancellationToken ct)
    {
        var (alarm, kind) = (told.Alarm, told.Alarm.Kind);
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            told.Id, AlarmId = alarm.Id, told.What, alarm.Code, kind.Title, kind.Severity, alarm.Subject, told.Cause, Since = alarm.SeenAt, told.At, kind.Steps, told.Runbook, told.Page,
        }, MessageTypes.Json);
        var at = told.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Webhook);
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            request.Headers.Add(Timestamp, at);
            request.Headers.Add(Signature, $"sha256={Sign(options.Value.WebhookSecret, at, body)}");
            using var client = http.CreateClient(AlarmsApi.Client);
            using var response = await client.SendAsync(request, ct);
            return response.IsSuccessStatusCode ? null : $"对方回答{(int)response.StatusCode}";
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return "连不上，或者没有及时回答";
        }
    }

    /// <summary>Lower-case hexadecimal.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(timestamp + "."), .. body]));
}
