using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Xinfang.DepartmentConsumer;

/// <summary>签收: acknowledges an event over HTTP with the department's client credentials. One token serves until shortly before it ends.</summary>
internal sealed class Acknowledgements(Options options) : IDisposable
{
    private const int Attempts = 4;
    private readonly HttpClient _http = new() { BaseAddress = options.Gateway, Timeout = TimeSpan.FromSeconds(15) };
    private string? _token;
    private DateTimeOffset _tokenEnds;

    /// <summary>Acknowledges one event; the request continues the trace of the act that caused it. Safe to repeat.</summary>
    /// <exception cref="HttpRequestException">The gateway did not take it; leave the event unacknowledged, the broker delivers it again.</exception>
    public async Task SendAsync(FeedEvent e, CancellationToken ct)
    {
        using var activity = new Activity("department acknowledge");
        if (e.TraceParent is not null) activity.SetParentId(e.TraceParent);
        activity.Start(); // HttpClient sends the current activity as traceparent

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await PostAsync(e.Id, ct);
                return;
            }
            catch (HttpRequestException) when (attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), ct);
            }
        }
    }

    private async Task PostAsync(Guid id, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/feed/acknowledgements") { Content = JsonContent.Create(new { ids = new[] { id } }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(ct));
        using var answer = await _http.SendAsync(request, ct);
        if (answer.StatusCode is HttpStatusCode.Unauthorized) _token = null; // the next attempt asks for a new one
        answer.EnsureSuccessStatusCode();

        var result = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        if (result.GetProperty("unknown").GetArrayLength() > 0) await Console.Error.WriteLineAsync($"not of this feed: {id}");
    }

    private async Task<string> TokenAsync(CancellationToken ct)
    {
        if (_token is not null && TimeProvider.System.GetUtcNow() < _tokenEnds) return _token;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.ClientId,
            ["client_secret"] = options.ClientSecret,
            ["scope"] = "xinfang",
        });
        using var answer = await _http.PostAsync(new Uri("connect/token", UriKind.Relative), form, ct);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        _tokenEnds = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(token.GetProperty("expires_in").GetInt32() - 60);
        return _token = token.GetProperty("access_token").GetString()!;
    }

    public void Dispose() => _http.Dispose();
}
