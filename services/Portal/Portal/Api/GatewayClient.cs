using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Xinfang.Portal.Api;

/// <summary>Talks to one service through the gateway's routes.</summary>
public abstract class GatewayClient(HttpClient http, string root)
{
    /// <summary>Header with the signed ticket of a citizen's visit.</summary>
    public const string TicketHeader = "X-Petition-Ticket";

    internal static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The client, for what is passed on as it comes.</summary>
    protected HttpClient Http => http;

    /// <summary>Reads.</summary>
    protected Task<Answer<T>> Get<T>(string path, string? ticket = null, CancellationToken ct = default) where T : class =>
        Send<T>(HttpMethod.Get, path, null, ticket, null, null, ct);

    /// <summary>Acts.</summary>
    protected Task<Answer<T>> Post<T>(string path, object? body, string? ticket = null, string? idempotencyKey = null, CancellationToken ct = default) where T : class =>
        Send<T>(HttpMethod.Post, path, body ?? new { }, ticket, idempotencyKey, null, ct);

    /// <summary>Creates under an id the caller made.</summary>
    protected Task<Answer<T>> Put<T>(string path, object body, CancellationToken ct = default) where T : class =>
        Send<T>(HttpMethod.Put, path, body, null, null, null, ct);

    /// <summary>Any of these, with the key of a form with files, or the row version that an edit began with.</summary>
    protected async Task<Answer<T>> Send<T>(HttpMethod method, string path, object? body, string? ticket, string? key, string? uploadKey, CancellationToken ct, string? ifMatch = null) where T : class
    {
        using var request = new HttpRequestMessage(method, root + path);
        if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body, Wire), Encoding.UTF8, "application/json");
        if (ticket is not null) request.Headers.TryAddWithoutValidation(TicketHeader, ticket);
        if (uploadKey is not null) request.Headers.TryAddWithoutValidation(FilesClient.KeyHeader, uploadKey);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        try
        {
            using var response = await http.SendAsync(request, ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            if (!response.IsSuccessStatusCode) return new(null, Problem.Parse((int)response.StatusCode, text, TraceId));
            var value = text.Length == 0 ? (typeof(T) == typeof(Done) ? (T)(object)new Done() : null) : JsonSerializer.Deserialize<T>(text, Wire);
            return value is null ? new(null, Problem.Parse(502, "", TraceId)) : new(value, null);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !ct.IsCancellationRequested)
            || e.GetType().Namespace is { } space && space.StartsWith("Polly", StringComparison.Ordinal))
        {
            Activity.Current?.AddException(e);
            return new(null, Problem.NoAnswer(TraceId));
        }
    }

    private static string? TraceId => Activity.Current?.TraceId.ToString();
}

/// <summary>An answer of which only the yes matters.</summary>
public sealed record Done;
